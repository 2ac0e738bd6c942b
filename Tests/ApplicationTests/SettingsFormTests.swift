import Application
import Coaching
import Configuration
import Files
import Glibc
import Testing

/// What `coach setup` writes: what was set, and the rest as it was.
@Suite struct SettingsFormTests {
  private func form(_ fixture: WorkspaceFixture) throws(CommandError) -> SettingsForm {
    try SettingsForm(fixture.paths) { _ in nil }
  }

  @Test func `A new file sets what was said, and has every other key as a comment`() throws {
    try Keeper.memory.check { fixture in
      var form = try form(fixture)
      try form.set(.lightsOut, to: "Mon..Fri 23:00; Sat, Sun 00:30")
      try form.set(.channels, to: "spool, terminal")
      try form.set(.moment, to: "When I say \"hello\", I offer one thing; always")
      try form.set(.extrasPerWeek, to: "２")
      try form.write()
      let text = try #require(try Configuration.text(of: fixture.paths.ownFile))
      let live = text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("[") }
      #expect(
        live == [
          "channels = [\"spool\", \"terminal\"]",
          "lights-out = [\"Mon..Fri 23:00\", \"Sat, Sun 00:30\"]",
          "per-week = 2",
          "moment = \"When I say \\\"hello\\\", I offer one thing; always\"",
        ]
      )
      var wanted = Settings()
      wanted.channels = [.spool, .terminal]
      let read = try Settings(text, file: "coach.toml")
      #expect(read.channels == [.spool, .terminal] && read.profile.extrasPerWeek == 2)
      #expect(read.lightsOut?.description == "Mon..Fri 23:00; Sat,Sun 00:30")
      #expect(read.slots == Settings().slots && read.decks == Settings().decks)
      // All of the reference can be read in it.
      let reference = try #require(try Configuration.text(of: fixture.paths.reference))
      for line in reference.split(separator: "\n") where line.hasPrefix("#") {
        #expect(text.contains(line), "\(line)")
      }
      #expect(text.contains("\n# tolerance = 30\n"))
      #expect(text.contains("\n# carries = [\n#   \"tip\", \"sleep\""))
    }
  }

  @Test func `Where nothing was set all is a comment, and the defaults hold`() throws {
    try Keeper.memory.check { fixture in
      let text = try form(fixture).text
      #expect(try Settings(text, file: "coach.toml") == Settings())
      let live = text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("[") }
      #expect(live.isEmpty)
    }
  }

  @Test(arguments: [Language.traditionalChinese, .simplifiedChinese])
  func `The comments are in the language that is chosen`(language: Language) throws {
    try Keeper.memory.check { fixture in
      var form = try form(fixture)
      try form.set(.getUp, to: "06:30")
      try form.set(.language, to: language.rawValue)
      let text = form.text
      #expect(text.contains(language == .traditionalChinese ? "# Coach：每個鍵" : "# Coach：每个键"))
      #expect(!text.contains("every key with its default"))
      let read = try Settings(text, file: "coach.toml")
      #expect(read.language == language && read.getUp?.description == "06:30")
    }
  }

  @Test func `Set again, a key stands behind its default`() throws {
    try Keeper.memory.check { fixture in
      try form(fixture).write()
      var again = try form(fixture)
      try again.set(.getUp, to: "07:00")
      try again.set(.language, to: "zh-Hant")
      #expect(again.text.contains("\n# get-up = \"unset\"\nget-up = \"07:00\"\n"))
      #expect(again.text.contains("\n# language = \"locale\"\nlanguage = \"zh-Hant\"\n"))
      try again.set(.getUp, to: "06:30")
      #expect(again.text.contains("\nget-up = \"06:30\"\n") && !again.text.contains("07:00\"\n#"))
    }
  }

  @Test func `A file of the person's own keeps what they wrote`() throws {
    try Keeper.memory.check { fixture in
      let own = "# mine\nday-starts = \"05:00\" # early\n[profile]\nextras-per-week = 3\n"
      try File.write(fixture.paths.ownFile, Array(own.utf8))
      var form = try form(fixture)
      try form.set(.extrasPerWeek, to: "4")
      #expect(form.text == own.replacing("3", with: "4"))
      let error = refusal { () throws(CommandError) in try form.set(.morning, to: "soon") }
      #expect(error?.kind == .data)
      #expect(form.text == own.replacing("3", with: "4"))
    }
  }

  @Test(arguments: ["ln -s nowhere", "mkfifo", "mkdir"])
  func `What is in the place of a file is named and not replaced`(made: String) throws {
    try Keeper.memory.check { fixture in
      let path = fixture.paths.ownFile
      #expect(unsafe system("\(made) '\(path)'") == 0)
      defer { _ = unsafe system("rm -rf '\(path)'") }
      let error = refusal { () throws(CommandError) in _ = try form(fixture) }
      #expect(error?.kind == .configuration)
      #expect(error?.message.contains(path) == true, "\(error?.message ?? "")")
      let failure = #expect(throws: FileError.self) { try File.write(path, [1]) }
      if made.hasPrefix("ln") { #expect(failure?.code == ENOENT) }
    }
  }

  @Test func `Every key has a place in the reference, and its value is read back`() throws {
    try Keeper.memory.check { fixture in
      var form = try form(fixture)
      for key in SettingKey.allCases {
        let value = form.value(key)
        try form.set(key, to: value)
        #expect(form.value(key) == value, "\(key)")
      }
      let read = try Settings(form.text, file: "coach.toml")
      #expect(read == Settings())
    }
  }
}
