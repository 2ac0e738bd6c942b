import Application
import Coaching
import Testing

/// What a person says to an arc that is offered, and what comes of it.
@Suite struct ArcAnswersTests {
  private func ask(
    _ answer: String,
    to name: String,
    _ workspace: Workspace
  ) throws -> Answered {
    let question = try workspace.question(named: name)
    return try workspace.record(GivenAnswer(answer), to: question).answered
  }

  @Test(arguments: Keeper.allCases)
  func `A yes begins it the next morning, and a no at any time ends it`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      _ = try fixture.workspace.todaysTip()
      fixture.wait(hours: 24 * 15)
      let yes = try ask("yes", to: "series", fixture.workspace)
      let name = try #require(yes.about)
      let arc = try #require(fixture.workspace.teaching.arc(name))
      fixture.wait(hours: 24)
      let first = try fixture.workspace.todaysTip()
      #expect(arc.parts.contains(first.id))
      let report = try fixture.workspace.review(.week, through: fixture.workspace.today)
      #expect(report.arcs.map(\.arc.id) == [name])
      let no = try ask("no", to: "series", fixture.workspace)
      #expect(no.about == name)
      fixture.wait(hours: 24)
      #expect(!arc.parts.contains(try fixture.workspace.todaysTip().id))
      #expect(try fixture.workspace.review(.week, through: fixture.workspace.today).arcs == [])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Another yes begins nothing anew`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      _ = try fixture.workspace.todaysTip()
      fixture.wait(hours: 24 * 15)
      let name = try #require(try ask("yes", to: "series", fixture.workspace).about)
      let arc = try #require(fixture.workspace.teaching.arc(name))
      var told: [String] = []
      for _ in 0..<14 where told.count < arc.parts.count {
        fixture.wait(hours: 24)
        told += [try fixture.workspace.todaysTip().id].filter(arc.parts.contains)
        // It goes on, and whoever says yes once more wants just that.
        if told.count < arc.parts.count {
          #expect(try ask("yes", to: "series", fixture.workspace).about == name)
        }
      }
      #expect(told == arc.parts)
      let report = try fixture.workspace.review(.month, through: fixture.workspace.today)
      #expect(report.arcs.map(\.arc.id) == [name])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `To undo the yes ends it as well`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      _ = try fixture.workspace.todaysTip()
      fixture.wait(hours: 24 * 15)
      let yes = try ask("yes", to: "series", fixture.workspace)
      let arc = try #require(yes.about.flatMap(fixture.workspace.teaching.arc))
      fixture.wait()
      _ = try fixture.workspace.undo()
      fixture.wait(hours: 24)
      #expect(!arc.parts.contains(try fixture.workspace.todaysTip().id))
    }
  }

  @Test(arguments: Keeper.allCases)
  func `Where there is none to begin, nothing is written`(_ keeper: Keeper) throws {
    try keeper.check { fixture in
      _ = try fixture.workspace.todaysTip()
      let before = try fixture.events().count
      let workspace = fixture.workspace
      let question = try workspace.question(named: "series")
      let refused = refusal { () throws(CommandError) in
        _ = try workspace.record(GivenAnswer("yes"), to: question)
      }
      #expect(refused?.kind == .data)
      #expect(try fixture.events().count == before)
    }
  }
}
