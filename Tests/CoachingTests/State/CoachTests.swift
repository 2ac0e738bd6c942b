import Coaching
import TestSupport
import Testing

@Suite struct CoachTests {
  static let tips = Case.table(
    """
    the tip of a day stays the tip of the day
      told c 22; 22 => c
    what was told on a day after the first was asked for
      told b 22; told c 22; 22 => b
    of three, the one not told yesterday or the day before
      told a 20; told b 21; told a 20; told b 21; 22 => c
    """
  )

  @Test(arguments: tips) func `The tip of a day`(_ row: Case) throws {
    var scene = try PlanFixture()
    for given in row.given.dropLast() { try scene.happened(given) }
    let day = PlanFixture.day(try #require(row.given.last))
    #expect(scene.coach.tip(of: day, for: scene.context)?.id == row.expected, "\(row.rule)")
  }

  @Test func `A tip that is gone from the decks is no tip`() throws {
    var scene = try PlanFixture()
    try scene.happened("told gone 22")
    let tip = scene.coach.tip(of: PlanFixture.day("22"), for: scene.context)
    #expect(["a", "b", "c"].contains(tip?.id))
  }

  static let answers = Case.table(
    """
    the last answer stands
      answered energy 23; answered energy 23; energy 23 => 2
    taken back, the one before it stands again
      answered energy 23; answered energy 23; undone 2; energy 23 => 1
    all taken back, none stands
      answered energy 23; answered energy 23; undone 2; undone 1; energy 23 => none
    each day has its own
      answered energy 22; answered energy 23; energy 22 => 1
    taken back from among others, the later ones keep their days
      answered energy 23; answered energy 21; answered energy 22; undone 2; energy 22 => 3
    and the earlier ones
      answered energy 23; answered energy 21; answered energy 22; undone 3; energy 23 => 1
    and what comes after it
      answered energy 22; answered energy 21; undone 1; answered energy 22; energy 22 => 4
    taking back what is not there takes nothing back
      answered energy 23; undone 7; energy 23 => 1
    """
  )

  @Test(arguments: answers) func `An answer stands until it is taken back`(_ row: Case) throws {
    var scene = try PlanFixture()
    for given in row.given.dropLast() { try scene.happened(given) }
    let asked = try #require(row.given.last).split(separator: " ").map(String.init)
    let standing = scene.coach.answer(to: asked[0], on: PlanFixture.day(asked[1]))
    #expect(standing?.fact.id ?? "none" == row.expected, "\(row.rule)")
  }

  @Test func `What a newer version wrote is counted, and changes nothing else`() throws {
    var scene = try PlanFixture()
    try scene.happened("prompted morning/23")
    let before = scene.coach
    scene.apply(
      .unknown(kind: "promised"),
      on: PlanFixture.day("23"),
      at: try PlanFixture.instant("23T05:00")
    )
    #expect(scene.coach.unknownCount == 1)
    #expect(scene.coach.prompts == before.prompts)
  }

  @Test func `What was not shown after all is shown nowhere`() throws {
    var scene = try PlanFixture()
    try scene.happened("prompted morning/23")
    let id = try PlanFixture.prompt("morning/23")
    let now = try PlanFixture.instant("23T07:30")
    for channel in ["spool", "terminal"] {
      scene.apply(.shown(id, channel: channel), on: id.day, at: now)
    }
    scene.apply(.notShown(id, channel: "terminal"), on: id.day, at: now)
    #expect(scene.coach.prompt(id)?.shownBy == ["spool"])
  }
}
