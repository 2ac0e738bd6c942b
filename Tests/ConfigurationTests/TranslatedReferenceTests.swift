import Coaching
import Configuration
import Files
import Testing

/// The reference in the other languages: another wording of its comments, and nothing else.
@Suite struct TranslatedReferenceTests {
  private static let others = Language.allCases.filter { $0 != .english }

  private func lines(_ language: Language?) throws -> [Substring] {
    let name = language.map { "coach.\($0.rawValue).toml" } ?? "coach.toml"
    let text = try Configuration.text(of: "\(Repository.root)/config/\(name)")
    return try #require(text).split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(arguments: others)
  func `Every key stands there with its default, in the same order`(language: Language) throws {
    let keys = { (lines: [Substring]) in lines.filter { !$0.hasPrefix("#") } }
    #expect(keys(try lines(language)) == keys(try lines(nil)))
    /// What may be written, too: `# unit = "km"`.
    let examples = { (lines: [Substring]) in
      lines.compactMap { $0.firstMatch(of: /^# ([a-z-]+) = |^# (\[+[a-z]+\]+)$/)?.output }
        .map { $0.1 ?? $0.2 }
    }
    #expect(examples(try lines(language)) == examples(try lines(nil)))
  }

  @Test(arguments: others)
  func `Every comment is there, in its language`(language: Language) throws {
    /// The first line of each block of comments.
    let blocks = { (lines: [Substring]) in
      lines.indices.filter { number in
        lines[number].hasPrefix("#") && (number == 0 || !lines[number - 1].hasPrefix("#"))
      }.map { lines[$0] }
    }
    let (own, english) = (blocks(try lines(language)), blocks(try lines(nil)))
    #expect(own.count == english.count)
    for (own, english) in zip(own, english) where !english.contains(/^# [a-z-]+ =/) {
      #expect(own != english)
      #expect(own.unicodeScalars.contains { $0.value > 0x2E80 }, "\(own)")
    }
  }
}
