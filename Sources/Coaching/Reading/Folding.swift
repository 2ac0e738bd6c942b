/// What people type for one and the same, made one: case, width, dashes and spaces.
enum Folding {
  /// What is longer than this, in bytes, is no time, day or number: nothing is looked for in it.
  static let most = 240

  /// A text as it is compared; nil where it is too long to be meant.
  static func text(_ typed: String) -> String? {
    scalars(typed).map { scalars in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      return String(text)
    }
  }

  /// Its characters; nil where it is too long to be meant.
  static func scalars(_ typed: String) -> [Unicode.Scalar]? {
    if typed.utf8.count > most { return nil }
    var folded: [Unicode.Scalar] = []
    for scalar in typed.unicodeScalars {
      guard let narrow = narrow(scalar) else { continue }
      if narrow == " " {
        if let last = folded.last, last != " " { folded.append(" ") }
      } else {
        folded += Array(narrow.properties.lowercaseMapping.unicodeScalars)
      }
    }
    if folded.last == " " { _ = folded.popLast() }
    return folded
  }

  /// A folded text without the stop, the mark or the quotes around it.
  static func bare(_ text: String) -> String {
    let marks: [Unicode.Scalar] = [".", "!", "?", ",", "\"", "「", "」", " ", "…"]
    var rest = text.unicodeScalars[...]
    while let last = rest.last, marks.contains(last) { rest = rest.dropLast() }
    while let first = rest.first, marks.contains(first) { rest = rest.dropFirst() }
    return String(rest)
  }

  /// A letter of those that are written with spaces between the words.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x2E80 && scalar.properties.isAlphabetic
  }

  /// The narrow, plain form of a character; nil of what nobody sees.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x200B...0x200D, 0x2060, 0xFE0E...0xFE0F, 0xFEFF: nil
    case 0x2018...0x2019: "'"
    case 0x201C...0x201D: "\""
    case 0x2010...0x2015, 0x2212: "-"
    case 0x3001: ","
    case 0x3002: "."
    case 0x301C: "~"
    default: scalar.properties.isWhitespace ? " " : scalar
    }
  }
}

extension Lexicon {
  /// A name as it is compared with others: in lower case and narrow; empty where it is too long.
  public static func compared(_ name: String) -> String {
    Folding.text(name).map(Folding.bare) ?? ""
  }
}
