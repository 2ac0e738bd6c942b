import Application
import Coaching
import Configuration
import Machine

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
    let text = DashedText.unmarked(argument)
    guard let number = text.wholeNumber ?? lexicon.number(text) else { throw NoNumber() }
    return number
  }

  /// A number of minutes, or a span of whole ones.
  @Sendable static func minutes(_ argument: String) throws -> Int {
    let text = DashedText.unmarked(argument)
    if let number = text.wholeNumber { return number }
    guard let seconds = TimeSpan.seconds(text) ?? lexicon.span(text)?.total, seconds % 60 == 0
    else { return try number(argument) }
    return Int(seconds / 60)
  }

  /// The number of a promise or a note: `3`, `#3`, 第3件; nil where it is none.
  static func place(_ word: String) -> Int? {
    if let number = word.wholeNumber { return number }
    let bare = word.hasPrefix("#") || word.hasPrefix("第") ? String(word.dropFirst()) : word
    let counted = ["件", "則", "则", "個", "个"].contains { bare.hasSuffix($0) }
    return (counted ? String(bare.dropLast()) : bare).wholeNumber ?? lexicon.number(bare)
  }

  /// What a word stands for in a table of the words that a person may type; nil where for nothing.
  static func meaning(_ word: String, in table: Lexicon.Table) -> String? {
    let word = DashedText.unmarked(word)
    if word.utf8.allSatisfy({ $0 < 0x80 }), table.keys.contains(word) { return word }
    return lexicon.meaning(of: word, in: table)
  }

  /// The words of all languages, read when the first is met that is no word of ours.
  static let lexicon: Lexicon = {
    let words = Words(in: Paths().places.decks, language: Environment.language)
    do throws(CommandError) {
      return try words.lexicon()
    } catch {
      Output.complain(error)
      return Lexicon()
    }
  }()

  private struct NoNumber: Error, CustomStringConvertible {
    var description: String { "it takes a whole number" }
  }
}
