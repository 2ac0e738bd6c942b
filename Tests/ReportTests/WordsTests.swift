import Application
import Coaching
import Configuration
import Files
import Testing

@testable import Report

/// The words of the page, against what asks for them.
@Suite struct WordsTests {
  private static let root = "\(Life.root)/Sources/Report"

  /// What the code asks for: whole names, and the beginnings of those that are put together.
  private static func asked() throws -> (names: Set<String>, beginnings: [String]) {
    // What a row of a table stands for is asked for by the name of its step.
    var names: Set<String> = ["day", "week", "month", "quarter", "year"]
    var beginnings: [String] = []
    for path in try files(in: root) {
      let text = String(decoding: try File.read(path) ?? [], as: UTF8.self)
      // A word is asked for by its name, also where that is handed on: whatever stands in quotes.
      for match in text.matches(of: /"([a-z][a-z0-9-]*)(\\\(|")/) {
        let name = String(match.output.1)
        if match.output.2 == "\"" { names.insert(name) } else { beginnings.append(name) }
      }
    }
    return (names, beginnings)
  }

  private static func files(in directory: String) throws -> [String] {
    try File.names(in: directory).flatMap { name in
      name.hasSuffix(".swift") ? ["\(directory)/\(name)"] : try files(in: "\(directory)/\(name)")
    }
  }

  private static func words(_ language: Language) throws -> Phrases {
    try WordFile.read(["\(Life.root)/config/report/\(language.rawValue).toml"])
  }

  @Test(arguments: Language.allCases)
  func `No word of the page is idle, and none is empty`(language: Language) throws {
    let (names, beginnings) = try Self.asked()
    for (name, text) in try Self.words(language).frames {
      let plain = name.hasSuffix("-one") ? String(name.dropLast(4)) : name
      let isAsked = names.contains(plain) || beginnings.contains { plain.hasPrefix($0) }
      #expect(isAsked, "\(language.rawValue): \(name)")
      #expect(!text.isEmpty)
    }
  }

  @Test func `All languages have the same words with the same places`() throws {
    let places = { (text: String) in
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        .map { $0.prefix { $0 != "}" } }
    }
    let english = try Self.words(.english).frames
    for language in Language.allCases {
      let frames = try Self.words(language).frames
      #expect(frames.map(\.name) == english.map(\.name), "\(language.rawValue)")
      for (frame, first) in zip(frames, english) {
        // Words for one do without the number.
        let isSame = Set(places(frame.text)) == Set(places(first.text))
        #expect(isSame, "\(language.rawValue): \(frame.name)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `Every word that is asked for is there`(language: Language) throws {
    let names = try Self.words(language).frames.map(\.name)
    var asked: Set<String> = []
    for path in try Self.files(in: Self.root) {
      let text = String(decoding: try File.read(path) ?? [], as: UTF8.self)
      for match in text.matches(of: /words(?:\.count)?\(\s*"([a-z][a-z0-9-]*)"/) {
        asked.insert(String(match.output.1))
      }
    }
    #expect(asked.count > 60)
    for name in asked { #expect(names.contains(name), "\(language.rawValue): \(name)") }
  }
}
