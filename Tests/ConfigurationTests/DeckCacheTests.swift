import Coaching
import Files
import Glibc
import Testing

@testable import Configuration

/// A copy of what the decks say is believed only where it is whole and still true.
@Suite struct DeckCacheTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.put("program", "the program")
  }

  private var cache: String { "\(scratch.path)/cache/coach" }
  private var copy: String { "\(cache)/decks-en" }
  private var shipped: String { "\(Repository.root)/config/decks" }

  private func places(_ decks: [String], isCached: Bool = true) -> Configuration.Places {
    let program = "\(scratch.path)/program"
    return Configuration.Places(
      files: ["\(scratch.path)/coach.toml"],
      decks: decks,
      ownDecks: "\(scratch.path)/decks",
      cache: isCached ? Configuration.Cache(directory: cache, program: program) : nil
    )
  }

  /// A deck of three small files, with an own one beside it, and a configuration of them.
  private func putSmall() throws -> Configuration.Places {
    try scratch.put("decks/small/deck.toml", "[[cue]]\nid = \"hello\"")
    try scratch.put(
      "decks/small/en.toml",
      "[cue.hello]\ntext = \"Good day.\"\n[phrase]\nwhy = \"W\""
    )
    try scratch.put("decks/own.toml", "[[principle]]\nid = \"listen\"\ntext = \"Listen first.\"")
    var text = "decks = [\"small\"]\n"
    for slot in Settings().slots { text += "[slot.\(slot.name)]\ncarries = [\"hello\"]\n" }
    try scratch.put("coach.toml", text)
    return places(["\(scratch.path)/decks"])
  }

  /// So that another change of the files would show.
  private func settle() { usleep(80_000) }

  private func cue(_ places: Configuration.Places) throws -> String? {
    try Configuration(places).teaching.cue("hello")?.texts.first
  }

  private func bytes() throws -> [UInt8] { try #require(try File.read(copy)) }

  private func put(_ bytes: [UInt8]) throws {
    try scratch.put("cache/coach/decks-en", bytes: bytes)
    chmod()
  }

  private func chmod(_ mode: mode_t = 0o600) { _ = unsafe Glibc.chmod(copy, mode) }

  @Test(arguments: Language.allCases)
  func `The shipped decks are the same from a copy, however much is read`(
    language: Language
  ) throws {
    let (cached, plain) = (places([shipped]), places([shipped], isCached: false))
    let whole = try Configuration(plain, language: language)
    for _ in 1...2 { #expect(try Configuration(cached, language: language) == whole) }
    #expect(scratch.mode("cache/coach/decks-\(language.rawValue)") == "600")
    for extent in [Configuration.ReadScope.withoutTips, .answer(to: "sl"), .answer(to: "tip-done")]
    {
      let copied = try Configuration(cached, extent, language: language)
      #expect(copied == (try Configuration(plain, extent, language: language)))
    }
    var around = whole.teaching.phrases
    around.pageFrames = []
    for question in ["sleep", "energy", "help"] {
      let copied = try Configuration(cached, .answer(to: question), language: language)
      #expect(copied.teaching.questions == whole.teaching.questions.filter { $0.id == question })
      #expect(copied.teaching.phrases == around)
    }
  }

  @Test func `A copy is what is read where nothing changed`() throws {
    let places = try putSmall()
    let key = DeckCache.Key(
      program: "\(scratch.path)/program",
      language: .english,
      decks: ["small"],
      places: places.decks,
      ownDecks: places.ownDecks
    )
    var contents = DeckContents()
    contents.teaching.cues = [Cue(id: "hello", rows: [], texts: ["From the copy."])]
    DeckCache(in: cache, key).write(contents, [])
    #expect(try cue(places) == "From the copy.")
    #expect(scratch.mode("cache/coach/decks-en") == "600")
    #expect(try File.names(in: cache) == ["decks-en"])
  }

  @Test func `Whatever byte of a copy is wrong, the decks say the same`() throws {
    let places = try putSmall()
    settle()
    let whole = try Configuration(places)
    let good = try bytes()
    var numbers = SeededNumbers(seed: 20_261_129)
    for place in good.indices {
      var bad = good
      bad[place] ^= UInt8.random(in: 1...255, using: &numbers)
      try put(bad)
      #expect(try Configuration(places) == whole, "byte \(place)")
    }
  }

  @Test func `Wherever a copy ends, the decks say the same`() throws {
    let places = try putSmall()
    settle()
    let whole = try Configuration(places)
    let good = try bytes()
    for count in good.indices {
      try put(Array(good[..<count]))
      #expect(try Configuration(places) == whole, "\(count) bytes")
    }
    for more in 1...9 {
      try put(good + Array(repeating: 0, count: more))
      #expect(try Configuration(places) == whole, "\(more) bytes more")
    }
  }

  @Test func `What is written down is read back`() throws {
    let teaching = try Configuration(places([shipped], isCached: false)).teaching
    func again<Value: Packed>(_ value: Value) throws -> Value {
      var packer = Packer()
      value.pack(into: &packer)
      var unpacker = Unpacker(packer.bytes)
      return try Value(from: &unpacker)
    }
    for question in teaching.questions { #expect(try again(question) == question) }
    for cue in teaching.cues { #expect(try again(cue) == cue) }
    for check in teaching.checks { #expect(try again(check) == check) }
    for note in teaching.notes { #expect(try again(note) == note) }
    // Those of pages lie behind all that an answer takes.
    var around = teaching.phrases
    around.pageFrames = []
    #expect(try again(teaching.phrases) == around)
    for number in [0, 1, 127, 128, .max, .min, -1] { #expect(try again(number) == number) }
  }

  @Test func `Bytes with a right sum that mean nothing are no copy`() throws {
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...200, using: &numbers)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      var unpacker = Unpacker(bytes)
      _ = try? [Tip](from: &unpacker)
      unpacker = Unpacker(bytes)
      _ = try? [Question](from: &unpacker)
      unpacker = Unpacker(bytes)
      _ = try? [DeckFiles.Consulted](from: &unpacker)
    }
  }

  /// What a person or a program does to the files, and what is said then.
  private static var changes: [(what: String, says: String, act: (Scratch) throws -> Void)] {
    [
      ("nothing", "Good day.", { _ in }),
      ("another text of another length", "Hi.", { try $0.word("Hi.") }),
      ("another text of the same length", "Bad luck.", { try $0.word("Bad luck.") }),
      (
        "another text of the same length and time", "Bad luck.",
        { scratch in
          let file = "\(scratch.path)/decks/small/en.toml"
          var status = stat()
          unsafe stat(file, &status)
          try scratch.word("Bad luck.")
          unsafe utimensat(AT_FDCWD, file, [status.st_atim, status.st_mtim], 0)
        }
      ),
      (
        "another file in its place", "Bad luck.",
        { scratch in
          try scratch.word("Bad luck.", in: "new.toml")
          let name = "\(scratch.path)/decks/small/en.toml"
          unsafe rename("\(scratch.path)/decks/small/new.toml", name)
        }
      ),
    ] + others
  }

  private static var others: [(what: String, says: String, act: (Scratch) throws -> Void)] {
    [
      (
        "another directory in its place", "Bad luck.",
        { scratch in
          let decks = "\(scratch.path)/decks"
          try scratch.put("other/deck.toml", "[[cue]]\nid = \"hello\"")
          try scratch.put("other/en.toml", "[cue.hello]\ntext = \"Bad luck.\"")
          unsafe rename("\(decks)/small", "\(decks)/old")
          unsafe symlink("../other", "\(decks)/small")
        }
      ),
      (
        "frames beside the words", "Good day.",
        { try $0.put("decks/small/en-frames.toml", "[phrase]\nnew = \"N\"") }
      ),
      (
        "tips beside the rest", "Good day.",
        { try $0.put("decks/small/tips.toml", "[[tip]]\nid = \"walk\"") }
      ),
      ("an own deck more", "Good day.", { try $0.put("decks/more.toml", "[[principle]]\nid = 1") }),
      ("an own deck less", "Good day.", { unsafe unlink("\($0.path)/decks/own.toml") }),
      ("another program", "Good day.", { try $0.put("program", "the next program") }),
    ]
  }

  @Test(arguments: 0..<11)
  func `A change is seen at the next look`(number: Int) throws {
    let change = DeckCacheTests.changes[number]
    let places = try putSmall()
    settle()
    let before = try cue(places)
    #expect(before == "Good day.")
    let made = FileStamp(at: copy)
    #expect(made != nil)
    try change.act(scratch)
    settle()
    let plain = self.places(places.decks, isCached: false)
    for _ in 1...2 {
      let (now, wanted) = (
        Result { try Configuration(places) }, Result { try Configuration(plain) }
      )
      #expect("\(now)" == "\(wanted)", "\(change.what)")
      if case .success(let now) = now { #expect(now.teaching.cue("hello")?.texts == [change.says]) }
    }
    // What is refused leaves the copy as it is.
    let isKept = ["nothing", "tips beside the rest"].contains(change.what)
    #expect((FileStamp(at: copy) == made) == isKept, "\(change.what)")
  }

  @Test func `What was saved a moment ago is not copied, for it may be saved again`() throws {
    let places = try putSmall()
    #expect(try cue(places) == "Good day.")
    #expect(!File.exists(copy))
    settle()
    _ = try cue(places)
    #expect(File.exists(copy))
    // Where the file system keeps whole seconds, a moment is longer.
    let coarse = FileStamp(device: 1, number: 1, size: 1, modified: 0, changed: 5_000_000_000)
    #expect(!coarse.isSettled(at: 7_900_000_000))
    #expect(coarse.isSettled(at: 8_100_000_000))
  }

  @Test func `A copy that others could write, or that is a link, is not believed`() throws {
    let places = try putSmall()
    settle()
    _ = try cue(places)
    #expect(File.readOwn(copy) != nil)
    chmod(0o622)
    #expect(File.readOwn(copy) == nil)
    chmod()
    unsafe rename(copy, "\(copy).real")
    unsafe symlink("\(copy).real", copy)
    #expect(File.readOwn(copy) == nil)
    #expect(try cue(places) == "Good day.")
  }

  @Test func `Where no copy can be made, the decks are read`() throws {
    let places = try putSmall()
    try scratch.put("cache", "a file where a directory belongs")
    settle()
    for _ in 1...2 { #expect(try cue(places) == "Good day.") }
    #expect(scratch.names == ["cache", "coach.toml", "decks", "program"])
  }

  @Test func `What an own deck is refused for is said from a copy too`() throws {
    let places = try putSmall()
    try scratch.put("decks/bad.toml", "[[tip]]\nid = \"walk\"")
    settle()
    for _ in 1...2 {
      let refusals = try Configuration(places).refusals.map(\.description)
      #expect(refusals.count == 1)
      #expect(refusals[0].hasPrefix("\(scratch.path)/decks/bad.toml:1: “title” is missing here;"))
    }
    #expect(File.exists(copy))
  }
}

extension Scratch {
  /// Writes what the small deck says.
  fileprivate func word(_ text: String, in name: String = "en.toml") throws {
    let phrase = "[phrase]\nwhy = \"W\""
    try put("decks/small/\(name)", "[cue.hello]\ntext = \"\(text)\"\n\(phrase)")
  }
}
