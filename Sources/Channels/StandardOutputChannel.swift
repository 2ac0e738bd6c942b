public import Coaching
internal import Files

/// The place where `coach daemon --terminal` runs: prompts are printed among its output.
public struct StandardOutputChannel {
  private let file: File.Descriptor

  /// Prints to a descriptor, which stays open and as it is.
  ///
  /// - Parameter descriptor: Standard output, or whatever stands for it.
  public init(descriptor: Int32) {
    file = File.Descriptor(number: descriptor, path: "descriptor \(descriptor)")
  }

  public func channel() -> Channel {
    Channel(
      name: "terminal",
      isRepeatable: false,
      show: { card throws(WorldError) in try show(card) }
    )
  }

  /// How long the reader may take before the prompt counts as not shown.
  private static let limitMilliseconds = 1000

  private func show(_ card: Card) throws(WorldError) {
    let lines = [""] + TextLayout.notice(card, columns: File.columns(of: file)) + [""]
    let text = lines.map { "\($0)\n" }.joined()
    do {
      try File.write(text, to: file, withinMilliseconds: StandardOutputChannel.limitMilliseconds)
    } catch {
      throw WorldError(
        "The prompt could not be printed: \(error). The terminal or the program that read the "
          + "output is stopped or gone: let it go on, or start `coach daemon --terminal` again."
      )
    }
  }
}
