public import Coaching
public import Text

extension TextLayout {
  /// A card's body on lines of at most this many columns; commands are indented and stay whole.
  public static func lines(of card: Card, width: Int) -> [String] {
    card.lines.flatMap { line in
      switch line {
      case .text(let text): wrap(text, width: width)
      case .command: ["  \(line.text.printable)"]
      case .blank: [""]
      }
    }
  }
}
