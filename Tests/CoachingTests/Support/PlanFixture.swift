import Coaching
import Testing

/// A coach with some facts, and a context in UTC, for the tables.
///
/// Times are written `23T07:30`: the day of November 2026, whose 23rd is a Monday.
struct PlanFixture {
  static let teaching = Teaching(
    tips: ["a", "b", "c"].map { id in
      let wording = Tip.Wording(title: id, action: id, why: id, short: id, ask: id)
      return Tip(id: id, rows: [], part: nil, kind: .regular, wording: wording)
    },
    questions: [
      question("sleep", .timeOfDay, .eveningBefore), question("offer", .outcome),
      question("help", .yesNo), question("energy", .scale), question("done", .yesNo, .tip),
    ],
    cues: [Cue(id: "rest", rows: [], texts: ["rest"])]
  )

  var teaching = PlanFixture.teaching
  var profile = Profile()
  var slots: [Slot] = []
  var quiet = QuietHours.none
  var daysOff: [CalendarExpression] = []
  var clockStarts = Instant.distantPast
  var presence: Presence?
  var limits = Limits.none
  /// When the days begin.
  var dayStarts = "04:00"
  var coach: Coach
  private var sequence: Int64 = 0

  /// Slots as in the defaults, with the wind-down at 22:30.
  init() throws {
    coach = Coach(since: try PlanFixture.instant("23T04:00"))
    slots = [
      try PlanFixture.slot("morning", "07:30", hours: 4, ["tip", "sleep"]),
      try PlanFixture.slot("offer", "10:30", hours: 3, ["offer", "help"]),
      try PlanFixture.slot("work", "Mon..Fri 17:30", hours: 6, ["energy", "done"]),
      try PlanFixture.slot("rest", "22:30", hours: 1, ["rest"], endsDay: true),
    ]
  }

  var context: PlanningContext {
    let dayStarts = CivilTime(dayStarts) ?? CivilTime(secondOfDay: 4 * 3600)
    let schedule = Schedule(
      slots: slots,
      dayStarts: dayStarts,
      quiet: quiet,
      daysOff: daysOff,
      limits: limits
    )
    return PlanningContext(
      schedule: schedule,
      teaching: teaching,
      zone: .utc,
      clockStarts: clockStarts,
      profile: profile,
      presence: presence
    )
  }

  func plan(_ time: String) throws -> Plan {
    coach.plan(at: try PlanFixture.instant(time), for: context)
  }

  /// Sets the scene: `quiet 23:00..07:00`, `off Sun 00:00`, `late work drop`, `slot night 02:00`
  /// with a window of four hours, `window night 30min`, `asking night` which
  /// also ends the day, `limits 3 90min`, `starts 23T08:00` where the clock is not set before,
  /// `since 15T04:00`, `lists` where the morning lists promises, or a fact.
  ///
  /// Facts are `prompted work/23`, also `telling morning/23`; `passed work/23 quiet`, `told a 23`,
  /// `answered energy 23`, `snoozed work/23 23T18:00`, `shown work/23 spool`, `paused 23T12:00`,
  /// `deferred work/23 locked`, `away 23 25`, `resumed`, `returned 23` and `undone 1`; what is not
  /// `at` a time was at the first fact's.
  mutating func happened(_ text: String) throws {
    let parts = text.split(separator: " ").map(String.init)
    let words = parts + ["", ""]
    let at = parts.firstIndex(of: "at").map { words[$0 + 1] } ?? "23T04:00"
    let instant = try PlanFixture.instant(at)
    switch words[0] {
    case "quiet", "off", "late", "slot", "window", "asking", "limits", "starts", "since", "lists":
      try set(words[0], Array(parts.dropFirst()))
    case "prompted":
      var prompted = try prompted(words[1])
      if words[2] == "telling" { prompted.digest = [try PlanFixture.prompt(words[3])] }
      apply(.prompted(prompted), on: prompted.id.day, at: instant)
    case "passed", "shown", "snoozed", "deferred":
      try became(words[0], words[1], words[2], at: instant)
    case "told": apply(.told(tip: words[1]), on: PlanFixture.day(words[2]), at: instant)
    case "answered":
      let answered = Answered(question: words[1], answer: .noOccasion, from: "command")
      apply(.answered(answered), on: PlanFixture.day(words[2]), at: instant)
    case "paused":
      apply(
        .paused(until: try PlanFixture.instant(words[1])),
        on: PlanFixture.day("23"),
        at: instant
      )
    case "away":
      let (first, last) = (PlanFixture.day(words[1]), PlanFixture.day(words[2]))
      apply(.away(from: first, through: last), on: last, at: instant)
    case "resumed": apply(.resumed(at: instant), on: PlanFixture.day("23"), at: instant)
    case "returned":
      let day = PlanFixture.day(words[1])
      apply(.returned(on: day), on: day, at: instant)
    case "promised", "moved", "kept", "listed": try pledge(words, at: instant)
    case "undone": apply(.undone(fact: words[1]), on: PlanFixture.day("23"), at: instant)
    default: Issue.record("nobody knows what \(text) is")
    }
  }

  /// Sets what is configured.
  private mutating func set(_ what: String, _ words: [String]) throws {
    let text = words.joined(separator: " ")
    switch what {
    case "quiet": quiet.spans.append(try #require(QuietHours.Interval(text), "\(text)"))
    case "off": daysOff.append(try CalendarExpression(text))
    case "late":
      let index = try #require(slots.firstIndex { $0.name == words[0] })
      slots[index].late = try #require(LatePolicy(rawValue: words[1]))
    case "slot":
      let when = words.dropFirst().joined(separator: " ")
      slots.append(try PlanFixture.slot(words[0], when, hours: 4, ["rest"]))
    case "window":
      let index = try #require(slots.firstIndex { $0.name == words[0] })
      slots[index].windowSeconds = try #require(TimeSpan.seconds(words[1]))
    case "asking":
      let index = try #require(slots.firstIndex { $0.name == words[0] })
      slots[index].carries = ["energy"]
      slots[index].endsDay = true
    case "limits":
      let apart = words[1] == "0" ? 0 : try #require(TimeSpan.seconds(words[1]))
      limits = Limits(promptsPerDay: try #require(Int(words[0])), apartSeconds: apart)
    case "lists": slots[0].carries.append(Teaching.promisesItem)
    case "starts": clockStarts = try PlanFixture.instant(words[0])
    default:
      let since = try PlanFixture.instant(words[0])
      apply(.unknown(kind: "first"), on: PlanFixture.day("15"), at: since)
    }
  }

  /// Writes down what became of a prompt.
  private mutating func became(
    _ what: String,
    _ prompt: String,
    _ how: String,
    at instant: Instant
  ) throws {
    let id = try PlanFixture.prompt(prompt)
    switch what {
    case "passed":
      apply(.passed(id, try #require(PassReason(rawValue: how))), on: id.day, at: instant)
    case "deferred":
      apply(.deferred(id, try #require(DeferralReason(rawValue: how))), on: id.day, at: instant)
    case "shown": apply(.shown(id, channel: how), on: id.day, at: instant)
    default: apply(.snoozed(id, until: try PlanFixture.instant(how)), on: id.day, at: instant)
    }
  }

  /// The prompt of `work/23`, asking all that its slot carries.
  private func prompted(_ text: String) throws -> PromptContent {
    let id = try PlanFixture.prompt(text)
    if let reminder = try reminder(id) { return reminder }
    let slot = try #require(slots.first { $0.name == id.slot })
    let due = try #require(slot.due(on: id.day, in: context.calendar))
    return PromptContent(
      id: id,
      due: due,
      until: slot.until(due: due, on: id.day, in: context.calendar),
      questions: slot.carries.filter { PlanFixture.teaching.question($0) != nil }
    )
  }

  mutating func apply(
    _ event: Event,
    on day: CivilDate,
    at instant: Instant,
    zone: String = "UTC"
  ) {
    sequence += 1
    coach.apply(
      Fact(
        sequence: sequence,
        id: "\(sequence)",
        instant: instant,
        zone: zone,
        day: day,
        event: event
      )
    )
  }

  // MARK: - Words

  static func day(_ number: String) -> CivilDate {
    CivilDate(year: 2026, month: 11, day: Int(number) ?? 1) ?? CivilDate(dayNumber: 0)
  }

  static func prompt(_ text: String) throws -> PromptID {
    let parts = text.split(separator: "/").map(String.init)
    try #require(parts.count == 2)
    return PromptID(slot: parts[0], day: day(parts[1]))
  }

  static func instant(_ text: String) throws -> Instant {
    let parts = text.split(separator: "T").map(String.init)
    try #require(parts.count == 2)
    let time = try #require(CivilTime(parts[1]))
    return Zone.utc.instant(of: CivilDateTime(date: day(parts[0]), time: time))
  }

  static func text(_ instant: Instant) -> String {
    let local = Zone.utc.civil(at: instant)
    return "\(local.date.day)T\(local.time)"
  }

  static func text(_ id: PromptID) -> String { "\(id.slot)/\(id.day.day)" }

  static func slot(
    _ name: String,
    _ when: String,
    hours: Int64,
    _ carries: [String],
    endsDay: Bool = false
  ) throws -> Slot {
    Slot(
      name: name,
      when: try CalendarExpression(when),
      windowSeconds: hours * 3600,
      carries: carries,
      endsDay: endsDay
    )
  }

  static func question(
    _ id: String,
    _ kind: AnswerKind,
    _ about: Question.Subject = .day
  ) -> Question {
    let wording = Question.Wording(title: id, ask: id, hint: id)
    return Question(
      id: id,
      rows: [],
      kind: kind,
      better: .neither,
      about: about,
      wording: wording
    )
  }
}
