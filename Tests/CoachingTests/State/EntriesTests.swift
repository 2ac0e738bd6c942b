import Coaching
import Testing

/// What the facts say of promises.
@Suite struct EntriesTests {
  private let id = Entry.ID(.promise, 1)

  private func scene(_ facts: String...) throws -> PlanFixture {
    var scene = try PlanFixture()
    for fact in facts { try scene.happened(fact) }
    return scene
  }

  @Test func `The name of an entry is read back, and nothing else is`() {
    #expect(Entry.ID("promise/12") == Entry.ID(.promise, 12))
    for text in ["promise", "promise/", "promise/0", "promise/-1", "promise/1/2", "vow/1", ""] {
      #expect(Entry.ID(text) == nil, "\(text)")
    }
  }

  @Test func `A slot's name that is a reminder's is known`() {
    for name in ["promise-1", "promise-12-3"] { #expect(Entry.ID.isReminder(name)) }
    for name in ["promise", "promise-", "promise-a", "promise-0", "promise-1-a", "promise-1-2-3"] {
      #expect(!Entry.ID.isReminder(name), "\(name)")
    }
  }

  @Test func `It is closed once, by what was said first`() throws {
    var scene = try scene("promised 1 24T17:00", "kept 1")
    scene.apply(
      .closed(id, .missed),
      on: PlanFixture.day("24"),
      at: try PlanFixture.instant("24T18:00")
    )
    #expect(scene.coach.entries[id]?.closed?.closing == .kept)
    #expect(scene.coach.entries.open(.promise).isEmpty)
  }

  @Test func `Taken back, it is as it was before`() throws {
    let scene = try scene(
      "promised 1 24T17:00",
      "moved 1 25T17:00",
      "kept 1",
      "undone 3",
      "undone 2"
    )
    let standing = try #require(scene.coach.entries[id])
    #expect(standing.isOpen)
    #expect(standing.entry.due == (try PlanFixture.instant("24T17:00")))
    let gone = try self.scene("promised 1 24T17:00", "kept 1", "undone 1")
    #expect(gone.coach.entries.all.isEmpty)
  }

  @Test func `What was written last holds, in whatever order it is read`() throws {
    let scene = try scene("promised 1 24T17:00", "moved 1 25T17:00")
    let entry = try #require(scene.coach.entries[id]?.entry)
    var first = entry
    first.due = nil
    let facts = [(2, entry), (1, first)].map { sequence, entry in
      Fact(
        sequence: Int64(sequence),
        id: "\(sequence)",
        instant: Instant(seconds: 0),
        zone: "UTC",
        day: PlanFixture.day("23"),
        event: .edited(entry)
      )
    }
    #expect(Entries(facts)[id]?.entry == entry)
  }

  @Test func `What is written about it next belongs to no day before that of what is there`() throws
  {
    let scene = try scene("promised 1 26T17:00", "moved 1 25T17:00")
    let standing = try #require(scene.coach.entries[id])
    let calendar = scene.context.calendar
    let day = { (due: String) in
      standing.day(for: try PlanFixture.instant(due), on: PlanFixture.day("24"), in: calendar)
    }
    #expect(try day("25T17:00") == PlanFixture.day("26"))
    #expect(try day("28T17:00") == PlanFixture.day("28"))
    #expect(
      standing.day(for: nil, on: PlanFixture.day("27"), in: calendar) == PlanFixture.day("27")
    )
  }

  @Test func `How promises were closed is counted by the day on which that was said`() throws {
    let closings: [(Entry.ID, Closing, String)] = [
      (id, .kept, "22T12:00"), (id, .kept, "23T12:00"), (id, .released, "24T03:59"),
      (id, .missed, "23T04:00"), (id, .missed, "24T04:00"), (Entry.ID(.note, 1), .kept, "23T12:00"),
    ]
    let facts = try closings.enumerated().map { index, closing in
      Fact(
        sequence: Int64(index),
        id: "\(index)",
        instant: try PlanFixture.instant(closing.2),
        zone: "UTC",
        day: PlanFixture.day("30"),
        event: .closed(closing.0, closing.1)
      )
    }
    let day = PlanFixture.day("23")
    let count = PromiseCount(facts, on: day...day, in: try PlanFixture().context.calendar)
    #expect([count.kept, count.released, count.missed] == [1, 1, 1])
    #expect(PromiseCount().isEmpty)
    #expect(!count.isEmpty)
  }
}
