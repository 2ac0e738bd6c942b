import Testing

/// Folders of the core with arrows that run the wrong way, and others near them that do not.
@Suite struct FolderArrowsTests {
  private typealias Case = (rule: String, files: [(path: String, text: String)], broken: [String])

  private static let tip = ("Decks/Tip.swift", "struct Tip { enum Kind { case a } }")
  private static let coach = ("State/Coach.swift", "struct Coach { func hears(of tip: Tip) {} }")

  private static let cases: [Case] = [
    ("the state sees the decks", [tip, coach], []),
    (
      "the decks see no state", [tip, coach, ("Decks/Due.swift", "extension Coach {}")],
      ["Decks does not see Coach of State"]
    ),
    (
      "nor by a parameter", [tip, coach, ("Facts/Due.swift", "func a(by coach: Coach) {}")],
      ["Facts does not see Coach of State"]
    ),
    ("what is said in a comment is no arrow", [coach, ("Decks/Due.swift", "// Coach")], []),
    (
      "nor is a nested type of the same name",
      [coach, ("Decks/Due.swift", "struct Team { struct Coach {} ; var coach: Coach }")], []
    ),
    ("nor a member", [coach, ("Decks/Due.swift", "let a = Team.Coach()")], []),
    (
      "a function that comes later is not called",
      [tip, coach, ("Facts/Due.swift", "func a() { b.hears(of: c) }")],
      ["Facts does not see hears of State"]
    ),
    (
      "one's own of the same name is",
      [coach, ("Facts/Due.swift", "func hears() {} ; func a() { b.hears() }")], []
    ),
    (
      "neighbours do not see each other",
      [("Cards/Card.swift", "struct Card {}"), ("Reviews/Review.swift", "var card: Card?")],
      ["Reviews does not see Card of Cards"]
    ),
    (
      "a folder has a place", [("Attic/Trunk.swift", "")],
      ["its folder has no place in the order"]
    ),
  ]

  @Test(arguments: cases.indices)
  func `Arrows run one way`(_ place: Int) {
    let (rule, files, broken) = Self.cases[place]
    let sources = files.map { SourceFile(path: "Sources/Coaching/\($0.path)", text: $0.text) }
    let arrows = FolderArrows(sources, exceptions: [])
    #expect(arrows.broken.map(\.what) == broken, "\(rule)")
  }

  @Test func `An exception lets one name pass, and goes when it is not needed`() {
    let exception = FolderArrows.Exception(file: "Decks/Due.swift", names: ["Coach"], reason: "")
    let broken = { (text: String) in
      let files = [Self.coach, ("Decks/Due.swift", text)].map { path, text in
        SourceFile(path: "Sources/Coaching/\(path)", text: text)
      }
      return FolderArrows(files, exceptions: [exception]).broken.map(\.what)
    }
    #expect(broken("extension Coach {}") == [])
    #expect(broken("extension Tip {}") == ["is excepted, and breaks nothing"])
  }

  @Test func `Every exception has its reason`() {
    #expect(FolderArrows.exceptions.allSatisfy { $0.reason.count > 20 })
    #expect(FolderArrows.exceptions.count <= 1, "the list must shrink, not grow")
  }
}
