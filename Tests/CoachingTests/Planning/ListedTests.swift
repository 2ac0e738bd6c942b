import Coaching
import TestSupport
import Testing

/// What a slot that carries “promises” lists of them.
@Suite struct ListedTests {
  static let lists = Case.table(
    """
    what falls due on the day, in the order of making
      promised 1 23T17:00; promised 2 24T03:59; promised 3 23T12:00; 23T07:30 => 1 2 3
    nothing that is due another day
      promised 1 24T04:00; 23T07:30 =>
    nothing that is closed
      promised 1 23T17:00; kept 1; 23T07:30 =>
    what fell due the day before is asked about
      promised 1 22T17:00 at 22T09:00; 23T07:30 => 1
    once it was asked about it is not the next day
      promised 1 21T17:00 at 21T09:00; listed 22T07:30 1; 23T07:30 =>
    nor in the week
      promised 1 15T17:00 at 15T09:00; listed 17T07:30 1; 23T07:30 =>
    but after a week
      promised 1 14T17:00 at 14T09:00; listed 16T07:30 1; 23T07:30 => 1
    that it was listed as due does not count as asking
      promised 1 22T17:00 at 21T09:00; listed 22T07:30 1; 23T07:30 => 1
    what was never asked about is, however long it has been
      promised 1 10T17:00 at 9T09:00; 23T07:30 => 1
    without a time it is listed on the day after it was made
      promised 1 never at 22T09:00; 23T07:30 => 1
    not on the day itself
      promised 1 never at 23T05:00; 23T07:30 =>
    not on the days after
      promised 1 never at 21T09:00; promised 2 never at 16T09:00; 23T07:30 =>
    and then once a week
      promised 1 never at 15T09:00; 23T07:30 => 1
    """
  )

  @Test(arguments: lists)
  func `It lists`(_ row: Case) throws {
    var scene = try PlanFixture()
    scene.slots[0].carries.append(Teaching.promisesItem)
    for given in row.given.dropLast() { try scene.happened(given) }
    let begins = try scene.plan(try #require(row.given.last)).begins
    let numbers = begins.flatMap(\.entries).map { String($0.number) }
    #expect(begins.map(\.id.slot) == ["morning"])
    #expect(numbers.joined(separator: " ") == row.expected, "\(row.rule)")
  }

  @Test func `What a person has to look at is due by the day's end, or was brought up on it`()
    throws
  {
    var scene = try PlanFixture()
    for text in ["1 23T17:00", "2 1T17:00", "3 never", "4 25T18:00 day", "5 never"] {
      try scene.happened("promised \(text) at 1T09:00")
    }
    try scene.happened("listed 23T07:30 3")
    let promised = scene.coach.promised(on: PlanFixture.day("23"), for: scene.context)
    #expect(promised.map(\.id.number) == [1, 2, 3])
  }

  @Test func `A day that is meant is overdue once it is over, a time once it has passed`() throws {
    var entry = Entry(id: Entry.ID(.promise, 1), kind: "promise", text: "call")
    entry.due = try PlanFixture.instant("23T18:00")
    #expect(entry.isOverdue(at: try PlanFixture.instant("23T18:00"), in: .utc))
    entry.isWholeDay = true
    #expect(!entry.isOverdue(at: try PlanFixture.instant("23T23:00"), in: .utc))
    #expect(entry.isOverdue(at: try PlanFixture.instant("24T05:00"), in: .utc))
  }

  @Test func `A slot that carries nothing else says nothing where there is nothing to list`() throws
  {
    var scene = try PlanFixture()
    scene.slots[0].carries = [Teaching.promisesItem]
    #expect(try scene.plan("23T07:30").begins == [])
    try scene.happened("promised 1 23T17:00")
    #expect(try scene.plan("23T07:30").begins.map(\.entries) == [[Entry.ID(.promise, 1)]])
  }

  @Test func `Its card says what is due, what was due and what has no time, and how to close each`()
    throws
  {
    var scene = try PlanFixture()
    for text in ["1 23T17:00", "2 22T17:00", "3 never", "4 23T18:00", "5 23T18:00 day"] {
      try scene.happened("promised \(text) at 22T09:00")
    }
    try scene.happened("kept 4")
    var teaching = PlanFixture.teaching
    teaching.phrases.frames = [
      ("promise-by", "{what} {by}"), ("promise-was-due", "{what} was {moment}"),
      ("by", "by {moment}"), ("by-today", "by today"), ("day-time", "{day} {time}"),
      ("day-this-year", "{weekday} {iso}"), ("weekday-names", "Mo Tu We Th Fr Sa Su"),
      ("promise-no-time", "{what} when"), ("promise-time", "{command}"),
      ("promise-kept-with", "{command}"), ("promise-missed-with", "{command}"),
      ("labelled", "{text}"),
    ]
    let prompted = PromptContent(
      id: PromptID(slot: "morning", day: PlanFixture.day("23")),
      due: try PlanFixture.instant("23T07:30"),
      until: try PlanFixture.instant("23T11:30"),
      entries: (1...5).map { Entry.ID(.promise, $0) }
    )
    scene.apply(.prompted(prompted), on: prompted.id.day, at: prompted.due)
    let prompt = try #require(scene.coach.prompts.last)
    let card = teaching.card(for: prompt, coach: scene.coach, zone: .utc)
    #expect(
      card.lines == [
        .text("call by 17:00"), .command("{command}", .close(promise: 1, .kept)), .blank,
        .text("call was Su 2026-11-22 17:00"), .command("{command}", .close(promise: 2, .kept)),
        .command("{command}", .close(promise: 2, .missed)), .blank, .text("call when"),
        .command("{command}", .setTime(promise: 3)), .blank, .text("call by today"),
        .command("{command}", .close(promise: 5, .kept)),
      ]
    )
  }
}
