import Coaching
import Testing

/// A coach with some facts, and an outlook in UTC, for the tables.
///
/// Times are written `23T07:30`: the day of November 2026, whose 23rd is a Monday.
struct Scene {
  static let teaching = Teaching(
    tips: ["a", "b", "c"].map { id in
      let wording = Tip.Wording(title: id, action: id, why: id, short: id, ask: id)
      return Tip(id: id, rows: [], part: nil, kind: .regular, wording: wording)
    },
    questions: [
      question("sleep", .timeOfDay, .eveningBefore), question("offer", .outcome),
      question("help", .yesNo), question("energy", .scale), question("done", .yesNo, .tip),
    ],
    cues: [Cue(id: "rest", rows: [], text: "rest")]
  )

  var slots: [Slot] = []
  var quiet = QuietHours.none
  var coach: Coach
  private var sequence: Int64 = 0

  /// Slots as in the defaults, with the wind-down at 22:30.
  init() throws {
    coach = Coach(since: try Scene.instant("23T04:00"))
    slots = [
      try Scene.slot("morning", "07:30", hours: 4, ["tip", "sleep"]),
      try Scene.slot("offer", "10:30", hours: 3, ["offer", "help"]),
      try Scene.slot("work", "Mon..Fri 17:30", hours: 6, ["energy", "done"]),
      try Scene.slot("rest", "22:30", hours: 1, ["rest"], endsDay: true),
    ]
  }

  var outlook: Outlook {
    let dayStarts = CivilTime(secondOfDay: 4 * 3600)
    let schedule = Schedule(slots: slots, dayStarts: dayStarts, quiet: quiet)
    return Outlook(schedule: schedule, teaching: Scene.teaching, zone: .utc)
  }

  func plan(_ time: String) throws -> Plan {
    coach.plan(at: try Scene.instant(time), for: outlook)
  }

  /// Sets the scene: `quiet 23:00-07:00`, `since 15T04:00`, or a fact.
  ///
  /// Facts are `prompted work/23`, also `telling morning/23`; `passed work/23 quiet`, `told a 23`,
  /// `answered energy 23` and `undone 1`; what is not `at` a time was at the first fact's.
  mutating func happened(_ text: String) throws {
    let parts = text.split(separator: " ").map(String.init)
    let words = parts + ["", ""]
    let at = parts.firstIndex(of: "at").map { words[$0 + 1] } ?? "23T04:00"
    let instant = try Scene.instant(at)
    switch words[0] {
    case "quiet":
      let times = words[1].split(separator: "-").compactMap { CivilTime(String($0)) }
      try #require(times.count == 2)
      quiet = .hours(from: times[0], until: times[1])
    case "since":
      let since = try Scene.instant(words[1])
      apply(.unknown(kind: "first"), on: Scene.day("15"), at: since)
    case "prompted":
      var prompted = try prompted(words[1])
      if words[2] == "telling" { prompted.digest = [try Scene.prompt(words[3])] }
      apply(.prompted(prompted), on: prompted.id.day, at: instant)
    case "passed":
      let id = try Scene.prompt(words[1])
      let passing = try #require(Passing(rawValue: words[2]))
      apply(.passed(id, passing), on: id.day, at: instant)
    case "told": apply(.told(tip: words[1]), on: Scene.day(words[2]), at: instant)
    case "answered":
      let answered = Answered(question: words[1], answer: .noOccasion, from: "command")
      apply(.answered(answered), on: Scene.day(words[2]), at: instant)
    case "undone": apply(.undone(fact: words[1]), on: Scene.day("23"), at: instant)
    default: Issue.record("nobody knows what \(text) is")
    }
  }

  /// The prompt of `work/23`, asking all that its slot carries.
  private func prompted(_ text: String) throws -> Prompted {
    let id = try Scene.prompt(text)
    let slot = try #require(slots.first { $0.name == id.slot })
    let due = try #require(slot.due(on: id.day, in: outlook.calendar))
    return Prompted(
      id: id,
      due: due,
      until: due.adding(seconds: slot.windowSeconds),
      questions: slot.carries.filter { Scene.teaching.question($0) != nil }
    )
  }

  mutating func apply(_ event: Event, on day: CivilDate, at instant: Instant) {
    sequence += 1
    coach.apply(
      Fact(
        sequence: sequence,
        id: "\(sequence)",
        instant: instant,
        zone: "UTC",
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
