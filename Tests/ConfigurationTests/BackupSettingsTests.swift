import Configuration
import Testing

/// How long messages stay in the spool.
@Suite struct SpoolSettingsTests {
  @Test func `Half a year unless set, any days or weeks, or for ever`() throws {
    let cases: [(text: String, days: Int?)] = [
      ("", 180), ("keep = \"1d\"", 1), ("keep = \"26w\"", 182), ("keep = \"1w 2d\"", 9),
      ("keep = \"3653d\"", 3653), ("keep = \"forever\"", nil),
    ]
    for (text, days) in cases {
      #expect(try Settings("[spool]\n\(text)", file: "coach.toml").spool.keepDays == days)
    }
    for text in ["0d", "12h", "1d 1h", "3654d", "", "never", "-1d"] {
      let refusal = refusal { () throws(ConfigurationError) in
        _ = try Settings("[spool]\nkeep = \"\(text)\"", file: "coach.toml")
      }
      #expect(refusal?.hasPrefix("coach.toml:2: “\(text)” is not “forever” or a span") == true)
    }
  }
}

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
