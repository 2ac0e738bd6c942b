import Configuration
import Testing

/// Which backups are kept, and where.
@Suite struct BackupSettingsTests {
  @Test func `Seven days and four weeks, unless the person says otherwise`() throws {
    let usual = try settings("").backup
    #expect(usual.keepDays == 7 && usual.keepWeeks == 4 && usual.directory == nil && !usual.isOff)
    let own = try settings("[backup]\nkeep-days = 30\nkeep-weeks = 0\ndirectory = \"~/b\"").backup
    #expect(own.keepDays == 30 && own.keepWeeks == 0 && own.directory == "~/b" && !own.isOff)
    #expect(try settings("[backup]\nkeep-days = 0\nkeep-weeks = 0").backup.isOff)
  }

  static let refusals: [(text: String, refusal: String)] = [
    ("keep-days = -1", "“keep-days” is from 0 to 366, not -1"),
    ("keep-days = 367", "“keep-days” is from 0 to 366, not 367"),
    ("keep-weeks = 521", "“keep-weeks” is from 0 to 520, not 521"),
    (
      "directory = \"backups\"",
      "“backups” is not “default” or a path that begins with “/” or “~/”"
    ),
    ("keep-day = 1", "unknown key “keep-day”; did you mean “keep-days”?"),
  ]

  @Test(arguments: refusals)
  func `What cannot be meant is refused`(text: String, refusal words: String) {
    let refused = refusal { () throws(ConfigurationError) in
      _ = try Settings("[backup]\n\(text)", file: "coach.toml")
    }
    #expect(refused == "coach.toml:2: \(words)")
  }
}
