import Configuration
import Coaching
import Testing

/// The reference is `config/coach.toml`: every key, its default and one line of why.
@Suite struct ReferenceTests {
  /// Every key that a configuration can have.
  static let keys =
    [
      "language", "day-starts", "week-starts", "quiet-hours", "days-off", "channels", "decks",
      "sleep.lights-out", "sleep.get-up", "sleep.tolerance", "sleep.wish",
      "profile.roles", "profile.circles-off", "profile.off-hours", "profile.level",
      "profile.questions", "profile.circles", "profile.posts",
      "profile.obstacle", "profile.wording",
      "limits.prompts-per-day", "limits.apart",
      "backup.keep-days", "backup.keep-weeks", "backup.directory", "spool.keep",
      "command.run", "command.timeout", "presence.watch", "presence.patience",
      "presence.propose-sleep", "extras.per-week", "extras.minutes", "extras.money",
      "programme.mode", "programme.moment",
    ]
    + ["morning", "offer", "end-of-work", "weekend", "wind-down"].flatMap { slot in
      ["when", "window", "late", "carries", "ends-day", "asks-wanted"].map { "slot.\(slot).\($0)" }
    }

  /// The lines of a reference in which a key stands, each with its path.
  static func places(in text: String) -> [(key: String, line: Int)] {
    var table = ""
    var places: [(key: String, line: Int)] = []
    for (number, line) in lines(text).enumerated() {
      if line.hasPrefix("[") { table = line.filter { $0 != "[" && $0 != "]" } + "." }
      guard !line.hasPrefix("#"), let equals = line.firstIndex(of: "=") else { continue }
      places.append((table + line[..<equals].trimmed, number))
    }
    return places
  }

  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether a comment stands right above a line, or above the table or the keys right above it.
  static func isExplained(_ line: Int, in text: String) -> Bool {
    lines(text)[..<line].last { $0.isEmpty || $0.hasPrefix("#") }?.hasPrefix("#") == true
  }

  @Test func `It parses to exactly the built-in defaults`() throws {
    #expect(try settings(Repository.text("config/coach.toml")) == Settings())
  }

  @Test func `Nothing at all gives the defaults too`() throws {
    for text in ["", "\n", "# only a word\n", "[slot]\n", "[sleep]\n[slot.morning]\n"] {
      #expect(try settings(text) == Settings(), "\(text)")
    }
  }

  @Test func `Every key is in it once, and nothing else`() throws {
    let keys = Self.places(in: try Repository.text("config/coach.toml")).map(\.key)
    #expect(keys.sorted() == Self.keys.sorted())
  }

  @Test func `Every key has a comment above it`() throws {
    let text = try Repository.text("config/coach.toml")
    for (key, line) in Self.places(in: text) {
      #expect(Self.isExplained(line, in: text), "\(key) is not explained")
    }
    #expect(!Self.isExplained(1, in: "\nlanguage = \"en\"\n"))
  }

  @Test func `Every key in it is one that a configuration may have`() throws {
    let text = try Repository.text("config/coach.toml")
    for (key, line) in Self.places(in: text) {
      let name = key.split(separator: ".").last ?? ""
      var misspelt = Self.lines(text)
      misspelt[line].insert("x", at: misspelt[line].startIndex)
      let changed = misspelt.joined(separator: "\n")
      let words = refusal { () throws(ConfigurationError) in
        _ = try Settings(changed, file: "coach.toml")
      }
      let wanted = "coach.toml:\(line + 1): unknown key “x\(name)”; did you mean “\(name)”?"
      #expect(words == wanted)
    }
  }
}
