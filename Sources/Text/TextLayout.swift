/// Fits text into columns, where a Chinese character takes two and an accent none.
public enum TextLayout {
  /// How many columns the text takes on a terminal.
  public static func columns(_ text: String) -> Int {
    text.reduce(0) { $0 + $1.columns }
  }

  /// The text on lines of at most this many columns, without control characters.
  ///
  /// It breaks at spaces, and beside Chinese and other wide characters where their punctuation
  /// allows; a word longer than a line is split. A width below 2 cannot hold a wide character,
  /// which then stands alone.
  ///
  /// - Parameters:
  ///   - text: Any text; what would steer a terminal is taken out, white space runs become one.
  ///   - width: The columns of a line.
  /// - Returns: The lines, none of which begins or ends with a space; none for an empty text.
  public static func wrap(_ text: String, width: Int) -> [String] {
    let text = text.printable
    // No character takes more columns than it has bytes.
    if text.utf8.count <= width { return text.isEmpty ? [] : [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: text, width: width) {
      let gap = piece.followsSpace && !line.isEmpty ? 1 : 0
      if !line.isEmpty && used + gap + piece.columns > width {
        lines.append(line)
        line = piece.text
        used = piece.columns
      } else {
        line += gap == 1 ? " \(piece.text)" : piece.text
        used += gap + piece.columns
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

// MARK: - Where a line may break

/// A stretch of text within which no line breaks.
private struct Piece {
  var text = ""
  var columns = 0
  var followsSpace = false
}

extension TextLayout {
  /// The text cut at every place where a line may break; too long stretches are cut anywhere.
  private static func pieces(of text: String, width: Int) -> [Piece] {
    var pieces: [Piece] = []
    var piece = Piece()
    var last: Character?
    func cut(followsSpace: Bool) {
      if !piece.text.isEmpty { pieces.append(piece) }
      piece = Piece(followsSpace: followsSpace)
    }
    for character in text.flatMap({ parts(of: $0, width: width) }) {
      defer { last = character }
      if character == " " {
        cut(followsSpace: true)
        continue
      }
      let columns = character.columns
      let breaks = last.map { mayBreak(between: $0, and: character) } ?? false
      if last != " ", breaks || piece.columns + columns > width { cut(followsSpace: false) }
      piece.text.append(character)
      piece.columns += columns
    }
    return piece.text.isEmpty ? pieces : pieces + [piece]
  }

  /// The character, or what it consists of where it is wider than a line.
  private static func parts(of character: Character, width: Int) -> [Character] {
    character.columns <= max(width, 2)
      ? [character] : character.unicodeScalars.map { Character($0) }
  }

  private static func mayBreak(between left: Character, and right: Character) -> Bool {
    if opening.contains(left) || closing.contains(right) { return false }
    return left.columns == 2 || right.columns == 2
  }

  /// Must not end a line.
  private static let opening: Set<Character> = Set("([{「『（【《〈〔［｛〖〘“‘")

  /// Must not begin a line.
  private static let closing: Set<Character> = Set(
    ",.;:!?)]}%，。、；：？！」』）】》〉〕］｝〗〙”’…·・％～ー々〻ゝゞヽヾ"
  )
}
