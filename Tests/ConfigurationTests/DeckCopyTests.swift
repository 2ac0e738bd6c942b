import Coaching
import Configuration
import Glibc
import Testing

/// Copies of decks that programs left, two tips of one name, and what is nested too deep.
@Suite struct DeckCopyNameTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  static let copies = [
    "mine.sync-conflict-20261129-101112-ABCDEFG.toml", "mine (copy).toml",
    "mine (another copy).toml",
    "mine (3rd copy).toml", "mine copy.toml", "mine copy 2.toml", "mine - Copy.toml",
    "mine - Copy (2).toml", "Copy of mine.toml", "mine (Kopie).toml", "mine - Kopie.toml",
    "Kopie von mine.toml", "Copie de mine.toml", "mine (1).toml", "mine(2).toml", "mine-copy.toml",
    "mine (mei's conflicted copy 2026-11-29).toml", "mine (conflicted copy 2026-11-29 101112).toml",
    "mine_conflict-20261129-101112.toml", "mine (SFConflict mei 2026-11-29).toml",
    "mine (Case Conflict).toml", "mine（副本）.toml", "mine 副本.toml", "mine - 副本.toml",
    "mine的副本.toml", "mine - 複製.toml", "mine.toml~", "mine.toml.bak", "mine.toml.orig",
    "mine.toml.old", ".mine.toml.swp", ".#mine.toml", "#mine.toml#", "mine.bak.toml", "mine~.toml",
    "mine.toml.1", "mine.toml.dpkg-dist", "MINE (COPY).TOML",
  ]

  @Test(arguments: copies)
  func `A copy of a deck is no deck`(name: String) throws {
    try scratch.put("mine.toml", OwnDeckTests.good)
    try scratch.put(name, OwnDeckTests.good.replacing("The plants", with: "Another"))
    let found = OwnDeck.all(in: scratch.path, phrases: Phrases())
    #expect(found.copies == ["\(scratch.path)/\(name)"])
    #expect(found.files.map(\.path) == ["\(scratch.path)/mine.toml"])
    #expect(found.tips.contains { $0.wording.title == "The plants" })
    #expect(found.oddities == [] && found.refusals == [])
  }

  static let decks = [
    "conflict.toml", "family-conflict.toml", "hard-copy.toml", "copy.toml", "tips (work).toml",
    "week (2).toml", "old.toml", "copybook.toml", "副本.toml", "backup.toml",
  ]

  @Test(arguments: decks)
  func `A deck of a name of its own is one`(name: String) throws {
    try scratch.put(name, OwnDeckTests.good)
    let found = OwnDeck.all(in: scratch.path, phrases: Phrases())
    #expect(found.copies == [])
    #expect(found.files.map(\.path) == ["\(scratch.path)/\(name)"])
  }

  @Test func `What is no deck at all is not spoken of`() throws {
    try scratch.put("notes.txt", "x")
    try scratch.put("notes (copy).txt", "x")
    try scratch.put(".directory", "x")
    let found = OwnDeck.all(in: scratch.path, phrases: Phrases())
    #expect(found.copies == [] && found.files.isEmpty && found.refusals == [])
  }

  @Test func `Two files with tips of one name are told of, and the first holds`() throws {
    try scratch.put("a.toml", OwnDeckTests.good)
    try scratch.put("b.toml", OwnDeckTests.good.replacing("The plants", with: "Another"))
    let found = OwnDeck.all(in: scratch.path, phrases: Phrases())
    #expect(found.tips.count == 3)
    #expect(found.tips.first { $0.id == "plants" }?.wording.title == "The plants")
    #expect(found.oddities.map(\.file) == ["\(scratch.path)/b.toml"])
    let said = found.oddities.first?.message ?? ""
    #expect(said.contains("“plants”, “hands-full”, “listen-first” here is in a.toml too"))
  }

  @Test func `A deck that replaces what is shipped says so`() throws {
    try scratch.put("mine.toml", OwnDeckTests.good)
    let places = Configuration.Places(
      files: [],
      decks: ["\(Repository.root)/config/decks"],
      ownDecks: scratch.path
    )
    #expect(try Configuration(places).replacedTips == ["hands-full"])
  }
}

/// What would end the program instead of being refused.
@Suite struct DeepTests {
  static let deep: [(rule: String, text: String)] = {
    let points = String(repeating: ".a", count: 60_000)
    let quoted = String(repeating: " . \"a\"", count: 60_000)
    let tables = String(repeating: "{a.a.a.a.a.a.a.a.a.a=", count: 200)
    return [
      ("a key of many parts", "x = 1\na\(points) = 1\n"), ("a header", "x = 1\n[a\(points)]\n"),
      ("an array's header", "x = 1\n[[a\(points)]]\n"),
      ("a key of quoted parts", "x = 1\n'a'\(quoted) = 1\n"),
      ("a key inside of a table", "x = 1\na = {b\(points) = 1}\n"),
      ("tables in tables", "x = \(tables)1\(String(repeating: "}", count: 200))\n"),
      (
        "lists in lists",
        "x = \(String(repeating: "[", count: 200))\(String(repeating: "]", count: 200))\n"
      ),
    ]
  }()

  @Test(arguments: deep)
  func `What lies too deep is refused in words`(rule: String, text: String) throws {
    let said = refusal { () throws(ConfigurationError) in _ = try Settings(text, file: "deck.toml")
    }
    let why = "this is not TOML: tables lie in each other deeper than anything here can be meant"
    #expect(said?.hasSuffix(why) == true, "\(rule): \(said?.prefix(200) ?? "taken")")
    if text.hasPrefix("x = 1\n") { #expect(said?.hasPrefix("deck.toml:2: ") == true, "\(rule)") }
  }

  static let flat = [
    "language = \"a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z\"",
    "# a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z",
    "language = '''a.b.c.d.e.f.g.h.i.j.k\n.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z''' # ....",
    "language = \"\"\"a\\\"\"\".b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z\"\"\"",
  ]

  @Test(arguments: flat)
  func `Points in a text or in a comment are none of a key`(text: String) throws {
    let said = refusal { () throws(ConfigurationError) in _ = try Settings(text, file: "a") }
    #expect(said?.contains("deeper") != true, "\(said ?? "")")
  }
}

/// A configuration that is not where it should be, or is no file.
@Suite struct MissingConfigurationTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read() throws(ConfigurationError) -> Configuration {
    let decks = ["\(Repository.root)/config/decks"]
    return try Configuration(
      Configuration.Places(files: ["\(scratch.path)/own/coach.toml"], decks: decks)
    )
  }

  private func shell(_ command: String) throws {
    try #require(unsafe system("cd '\(scratch.path)' && \(command)") == 0)
  }

  @Test(arguments: [
    (
      "a link", "mkdir own; ln -s ../dotfiles/coach.toml own/coach.toml", "../dotfiles/coach.toml"
    ),
    ("a linked directory", "ln -s dotfiles own", "dotfiles"),
    ("a link to a link", "mkdir own; ln -s two own/coach.toml; ln -s three own/two", "two"),
    ("a ring", "mkdir own; ln -s two own/coach.toml; ln -s coach.toml own/two", "two"),
  ])
  func `A link that leads nowhere is named, and the defaults hold`(
    rule: String,
    made: String,
    target: String
  ) throws {
    try shell(made)
    let configuration = try read()
    #expect(configuration.settings == Settings() && configuration.file == nil)
    #expect(configuration.missing?.message.contains("a link to \(target), which is not") == true)
  }

  @Test func `Nothing at all is nothing to speak of`() throws {
    #expect(try read().missing == nil)
    try shell("mkdir own")
    #expect(try read().missing == nil)
  }

  @Test(arguments: ["mkfifo own/coach.toml", "mkdir own/coach.toml"])
  func `A pipe or a directory is refused by its name`(made: String) throws {
    try shell("mkdir own && \(made)")
    let said = refusal { () throws(ConfigurationError) in _ = try read() }
    #expect(said?.hasPrefix("\(scratch.path)/own/coach.toml: this") == true, "\(said ?? "")")
  }

  @Test func `Days with a space behind their commas are days, everywhere`() throws {
    let read = try settings(
      """
      days-off = ["Sat, Sun"]
      quiet-hours = ["Fri, Sat 23:30..09:00"]
      [sleep]
      lights-out = ["Mon, Tue,Wed , Thu,Fri 23:00", "Sat, Sun 00:30"]
      [slot.morning]
      when = "Mon, Thu 07:30"
      [ask]
      help = "Mon, Thu"
      """
    )
    let tight = try settings(
      """
      days-off = ["Sat,Sun"]
      quiet-hours = ["Fri,Sat 23:30..09:00"]
      [sleep]
      lights-out = ["Mon,Tue,Wed,Thu,Fri 23:00", "Sat,Sun 00:30"]
      [slot.morning]
      when = "Mon,Thu 07:30"
      [ask]
      help = "Mon,Thu"
      """
    )
    #expect(read == tight)
    let said = refusal { () throws(ConfigurationError) in
      _ = try Settings("[ask]\nhelp = \"400d\"", file: "a")
    }
    #expect(said?.contains("366 days at most") == true)
  }
}
