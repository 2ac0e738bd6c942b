/// Fits text into columns, where a Chinese character takes two and an accent none.
public enum TextLayout {
  /// How many columns the text takes on a terminal.
  public static func columns(_ text: String) -> Int {
    text.reduce(0) { $0 + $1.columns }
  }

  /// The text on lines of at most this many columns, without control characters.
  ///
  /// It breaks at spaces, and beside Chinese and other wide characters where their punctuation
  /// allows, though not within a date or between a number and what it counts; a word longer than a
  /// line is split. No wide character is left alone on the last line where a little less on those
  /// before keeps it company. A width below 2 cannot hold a wide character, which then stands
  /// alone.
  ///
  /// - Parameters:
  ///   - text: Any text; what would steer a terminal is taken out, white space runs become one.
  ///   - width: The columns of a line.
  /// - Returns: The lines, none of which begins or ends with a space; none for an empty text.
  public static func wrap(_ text: String, width: Int) -> [String] {
    let text = text.printable
    // No character takes more columns than it has bytes.
    if text.utf8.count <= width { return text.isEmpty ? [] : [text] }
    let pieces = pieces(of: text, width: width)
    let lines = lines(of: pieces, width: width)
    guard lines.count > 1, isOrphan(lines.last) else { return lines }
    let narrower = [2, 4, 6].lazy.filter { $0 * 3 <= width }
      .map { Self.lines(of: pieces, width: width - $0) }
    return narrower.first { !isOrphan($0.last) } ?? lines
  }

  /// Whether a line is one wide character, with or without marks behind it.
  private static func isOrphan(_ line: String?) -> Bool {
    guard let line, let first = line.first, first.columns == 2 else { return false }
    return line.dropFirst().allSatisfy(closing.contains)
  }

  /// Pieces put on lines; a piece that is wider than those has one of its own.
  private static func lines(of pieces: [Piece], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces {
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
    let characters = text.flatMap { parts(of: $0, width: width) }
    for (place, character) in characters.enumerated() {
      defer { last = character }
      if character == " " {
        let next = place + 1 < characters.count ? characters[place + 1] : " "
        if counts(last, next), piece.columns + 1 + next.columns <= width {
          piece.text.append(" ")
          piece.columns += 1
          continue
        }
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
    if opening.contains(left) || closing.contains(right) || isOneDate(left, right) { return false }
    return left.columns == 2 || right.columns == 2
  }

  /// Whether a number and what it counts stand on the two sides of a space: 169 筆.
  private static func counts(_ left: Character?, _ right: Character) -> Bool {
    left?.isFigure == true && right.columns == 2 && !opening.contains(right)
  }

  /// Whether two characters are within a date with its weekday, as 11月29日（週日）, or a time.
  private static func isOneDate(_ left: Character, _ right: Character) -> Bool {
    if left.isFigure { return units.contains(right) }
    if right.isFigure { return left == "年" || left == "月" }
    if left == "日" { return right == "（" }
    return (left == "週" || left == "周") && weekdays.contains(right)
  }

  private static let units: Set<Character> = Set("年月日時时點点分秒")
  private static let weekdays: Set<Character> = Set("一二三四五六日")

  /// Must not end a line.
  private static let opening: Set<Character> = Set("([{「『（【《〈〔［｛〖〘“‘")

  /// Must not begin a line.
  private static let closing: Set<Character> = Set(
    ",.;:!?)]}%，。、；：？！」』）】》〉〕］｝〗〙”’…·・％～ー々〻ゝゞヽヾ"
  )
}

extension Character {
  fileprivate var isFigure: Bool { ("0"..."9").contains(self) }
}
