import Coaching

/// What begins with a dash on the command line, and is text all the same.
enum DashedText {
  /// What stands before a word that is text although it begins with a dash: a code point that
  /// Unicode keeps for programs among themselves, and nobody types.
  static let mark = Character(Unicode.Scalar(UInt32(0xFDD0)) ?? "\u{FFFD}")

  /// The words with those marked that are text although they begin with a dash: the parser would
  /// take “- had a chat” for a row of options, and find the one for help in it.
  static func marked(_ words: [String]) -> [String] {
    // What a shell asks that completes a line.
    if words.first?.hasPrefix("---") == true { return words }
    var isText = false
    var isValue = false
    return words.map { word in
      // What stands behind an option for the person's own words is that, and ends no options.
      if word == "--", isValue {
        isValue = false
        return "\(mark)\(word)"
      }
      isValue = !isText && !isValue && texts.contains(word)
      if word == "--" { isText = true }
      return isText || !word.hasPrefix("-") || word == "-" || isOption(word)
        ? word : "\(mark)\(word)"
    }
  }

  /// Whether a word is an option: `-h`, or two dashes with a name, and perhaps `=` and a value.
  static func isOption(_ word: String) -> Bool {
    if word == "-h" { return true }
    guard word.hasPrefix("--") else { return false }
    let name = word.dropFirst(2).prefix { $0 != "=" }
    return name.first?.isLetter == true
      && name.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }

  /// A text that may have marks in it, as a person is to read it.
  static func unmarked(_ text: String) -> String { text.filter { $0 != mark } }

  /// What is written below nothing, such as “-1” or “-1h”, where nothing below it can be meant; nil
  /// where there is none.
  static func belowNothing(_ words: [String]) -> String? {
    guard let command = words.first else { return nil }
    let isOfWords = command == "check" || ofWords.contains(command)
    for (before, word) in zip(words, words.dropFirst()) {
      if word == "--" { return nil }
      let number = word.dropFirst().narrowDigits
      guard word.hasPrefix("-"), number.first?.isNumber == true,
        number.allSatisfy({ $0.isLetter || $0.isNumber || $0 == ":" })
      else { continue }
      if before.hasPrefix("--") ? numbers.contains(before) : !isOfWords { return word }
    }
    return nil
  }

  /// The commands whose words are the person's own.
  private static let ofWords = ["note", "promise", "extra", "thanks", "notes", "tips", "glossary"]

  /// The options that take the person's own words.
  private static let texts = ["--moment", "--note", "--part", "--search", "--to"]

  /// The options that take a number.
  private static let numbers = ["--count", "--days", "--fear", "--minutes", "--step"]
}

/// How what stands on the command line is read.
enum Typed {
  /// A text, whatever it begins with.
  @Sendable static func text(_ argument: String) -> String { DashedText.unmarked(argument) }

  /// A whole number, in narrow or in wide digits.
  @Sendable static func number(_ argument: String) throws -> Int {
    guard let number = DashedText.unmarked(argument).wholeNumber else { throw NoNumber() }
    return number
  }

  private struct NoNumber: Error, CustomStringConvertible {
    var description: String { "it takes a whole number" }
  }
}
