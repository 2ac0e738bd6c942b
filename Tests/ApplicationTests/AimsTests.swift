import Application
import Coaching
import Testing

/// What the person means: the configuration keeps no history of it, so the ledger does.
@Suite struct AimsTests {
  private static func walk(_ more: String) -> String {
    """
    [[habit]]
    id = "walk"
    question = "Did you go for a walk?"
    answer = "yes-no"
    \(more)
    """
  }

  private static let thrice = walk("times = 3\nper-days = 7")

  /// The same person with another configuration.
  private func fixture(
    _ other: String,
    like fixture: WorkspaceFixture
  ) throws -> WorkspaceFixture {
    var changed = try WorkspaceFixture(
      fixture.ledger,
      settings: other,
      in: fixture.paths.configuration
    )
    changed.now = fixture.now
    return changed
  }

  @Test(arguments: Keeper.allCases)
  func `Another aim is written down once, and only where silence is judged by it`(
    _ keeper: Keeper
  ) throws {
    try keeper.check(Self.thrice) { fixture in
      try fixture.workspace.noteAims()
      #expect(try fixture.events().isEmpty, "what was never answered is not judged")
      _ = try fixture.workspace.record(
        GivenAnswer("yes"),
        to: try fixture.workspace.question(named: "walk")
      )
      fixture.wait(hours: 24)
      try fixture.workspace.noteAims()
      #expect(try fixture.events().count == 1)
      let before = try fixture.events()
      var daily = try self.fixture(Self.walk(""), like: fixture)
      for _ in 0..<2 { try daily.workspace.noteAims() }
      #expect(try daily.events().dropFirst() == [.aimed(Aim(.done), question: "walk")])
      daily.wait(hours: 24)
      var again = try self.fixture(Self.thrice, like: daily)
      try again.workspace.noteAims()
      #expect(try again.events().count == 3)
      again.wait()
      _ = try again.workspace.undo()
      #expect(try again.events().last != before.last, "the answer was the last that was done")
      #expect(try again.workspace.undo() == nil)
    }
  }

  @Test(arguments: Keeper.allCases)
  func `An hour of the night that is moved changes nothing of what silence is`(
    _ keeper: Keeper
  ) throws {
    try keeper.check("[sleep]\nlights-out = [\"Mon..Fri 23:00\", \"Sat,Sun 00:30\"]") { fixture in
      _ = try fixture.workspace.record(
        GivenAnswer("22:50"),
        to: try fixture.workspace.question(named: "sleep")
      )
      let later = try self.fixture("[sleep]\nlights-out = \"22:00\"", like: fixture)
      try later.workspace.noteAims()
      #expect(try later.events().count == 1)
    }
  }
}
