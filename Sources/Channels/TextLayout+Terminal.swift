internal import Files
public import Text

extension TextLayout {
  /// The width of what a descriptor leads to, in columns; 80 where it is no terminal.
  public static func width(of descriptor: Int32) -> Int {
    File.columns(of: File.Descriptor(number: descriptor, path: "")) ?? 80
  }
}
