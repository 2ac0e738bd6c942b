import Coaching
import Testing

/// A person who does not react hears less, and every day again at any sign of life.
@Suite struct BackOffTests {
  /// V36: the days of 90 with a prompt, all of them in silence.
  static let silence = [1, 3, 5, 7, 9, 15, 21, 27, 42, 57, 72, 87]

  private static let calendar = DayCalendar(zone: .utc, dayStarts: CivilTime(secondOfDay: 4 * 3600))
  private static let first = PlanFixture.day("1")

  private static func instant(_ day: Int, hour: Int64 = 12) -> Instant {
    calendar.start(of: first.adding(days: day)).adding(seconds: (hour - 4) * 3600)
  }

  /// Facts of November 2026, whose first day is day 0.
  private struct Months {
    var coach = Coach(since: instant(0))
    var count: Int64 = 0

    mutating func happened(_ event: Event, on day: Int, hour: Int64 = 12) {
      count += 1
      coach.apply(
        Fact(
          sequence: count,
          id: "\(count)",
          instant: instant(day, hour: hour),
          zone: "UTC",
          day: first.adding(days: day),
          event: event
        )
      )
    }

    mutating func ask(on day: Int, _ questions: [String] = ["energy"]) {
      let id = PromptID(slot: "work", day: first.adding(days: day))
      let prompted = PromptContent(
        id: id,
        due: instant(day),
        until: instant(day, hour: 16),
        questions: questions
      )
      happened(.prompted(prompted), on: day)
    }

    func backOff(on day: Int) -> BackOff {
      coach.backOff(at: instant(day), in: calendar)
    }

    /// Asks on each of some days on which it may; those on which it did.
    mutating func days(_ days: ClosedRange<Int>) -> [Int] {
      var asked: [Int] = []
      for day in days where !backOff(on: day).isHeld(first.adding(days: day)) {
        ask(on: day)
        asked.append(day)
      }
      return asked
    }
  }

  @Test func `In total silence there are twelve days with a prompt in ninety`() {
    var months = Months()
    #expect(months.days(1...90) == Self.silence)
  }

  @Test func `The day of the last sign does not count, however much was asked on it`() {
    var months = Months()
    months.happened(.paused(until: Self.instant(0)), on: 0)
    for _ in 0..<3 { months.ask(on: 0) }
    #expect(months.days(1...9) == [1, 3, 5, 7, 9])
  }

  @Test(
    arguments: [
      .answered(Answered(question: "energy", answer: .scale(3), from: "command")),
      .snoozed(PromptID(slot: "work", day: first), until: instant(40)), .paused(until: instant(50)),
      .away(from: first, through: first), .undone(fact: "1"), .rated(tip: "a", .useful),
      .muted(tip: "a"), .unmuted(tip: "a"), .unknown(kind: "of a newer version"),
    ] as [Event]
  )
  func `Any sign of life brings every day back, at once`(_ sign: Event) {
    var months = Months()
    _ = months.days(1...27)
    #expect(months.backOff(on: 28).isHeld(Self.first.adding(days: 28)))
    months.happened(sign, on: 28)
    #expect(!months.backOff(on: 28).isHeld(Self.first.adding(days: 28)))
    #expect(months.days(28...30) == [28, 29])
  }

  @Test(
    arguments: [
      .told(tip: "a"), .shown(PromptID(slot: "work", day: first), channel: "spool"),
      .passed(PromptID(slot: "work", day: first), .backedOff),
      .notShown(PromptID(slot: "work", day: first), channel: "spool"),
    ] as [Event]
  )
  func `What the coach does itself is none`(_ event: Event) {
    var months = Months()
    _ = months.days(1...27)
    months.happened(event, on: 28)
    #expect(months.backOff(on: 28).isHeld(Self.first.adding(days: 28)))
  }

  @Test func `A person who reacts each day is asked each day`() {
    var months = Months()
    for day in 1...60 {
      #expect(months.days(day...day) == [day])
      months.happened(.rated(tip: "a", .useful), on: day, hour: 23)
    }
  }

  @Test func `Days on which nothing was asked do not count`() {
    var months = Months()
    _ = months.days(1...3)
    // Off, away or paused for a month: it goes on as it was, not as after a month in vain.
    #expect(months.backOff(on: 40).gap(on: Self.first.adding(days: 40)) == 2)
    #expect(months.days(40...44) == [40, 42, 44])
  }

  @Test func `What asks nothing needs no reaction`() {
    var months = Months()
    for day in 1...20 { months.ask(on: day, []) }
    #expect(!months.backOff(on: 21).isSilence(on: Self.first.adding(days: 21)))
  }

  @Test func `What a clock asked that ran ahead does not count before its time`() {
    var months = Months()
    for day in 200...220 { months.ask(on: day) }
    #expect(months.days(1...5) == [1, 3, 5])
  }

  @Test func `After a sign of a clock that was behind, what came before it is not in vain`() {
    var months = Months()
    _ = months.days(1...27)
    months.happened(.rated(tip: "a", .useful), on: -700)
    #expect(months.days(28...31) == [28, 30])
  }

  @Test func `The next day is told`() {
    var months = Months()
    _ = months.days(1...9)
    let next = (9...16).map { day in
      months.backOff(on: day).next(from: Self.first.adding(days: day)).day - 1
    }
    #expect(next == [15, 15, 15, 15, 15, 15, 15, 16])
  }
}
