import Coaching
import Configuration
import TestSupport

/// What the person has configured, and how they change it.
struct Arrangement {
  /// Quiet hours as the person wrote them down.
  struct Quiet {
    var days: [Weekday]
    var from: CivilTime
    var until: CivilTime

    /// Over every day.
    init(_ from: CivilTime, _ until: CivilTime, on days: [Weekday] = Weekday.allCases) {
      self.days = days
      self.from = from
      self.until = until
    }

    /// As the configuration has it.
    var text: String { "\(days.map(\.shortName).joined(separator: ",")) \(from)..\(until)" }
  }

  private struct SlotPlan {
    var name: String
    var when: String?
    var windowSeconds: Int64
    var late = LatePolicy.digest
  }

  private var slots = [
    SlotPlan(name: "morning", when: "07:30", windowSeconds: 4 * 3600),
    SlotPlan(name: "offer", when: "10:30", windowSeconds: 3 * 3600),
    SlotPlan(name: "end-of-work", when: "Mon..Fri 17:30", windowSeconds: 4 * 3600),
    SlotPlan(name: "after-lunch", when: nil, windowSeconds: 7200),
  ]
  private var lightsOut: CivilTime?
  private var windDownSeconds: Int64 = 30 * 60
  private(set) var quiet: [Quiet] = []
  private var daysOff: [String] = []
  var limits = Limits.usual
  private var dayStarts = CivilTime(secondOfDay: 4 * 3600)
  var zone: Zone
  /// Before this, a clock has not been set.
  let clockStarts: Instant

  init(zone: Zone, clockStarts: Instant) {
    self.zone = zone
    self.clockStarts = clockStarts
  }

  /// The context of the configuration as it is.
  func context() throws -> PlanningContext {
    var all = try slots.map { slot in
      Slot(
        name: slot.name,
        when: try slot.when.map { text in try CalendarExpression(text) },
        windowSeconds: slot.windowSeconds,
        late: slot.late,
        carries: Self.carries(slot.name)
      )
    }
    let windDown = lightsOut?.adding(seconds: -30 * 60)
    all.append(
      Slot(
        name: "wind-down",
        when: try windDown.map { time in try CalendarExpression(time.description) },
        windowSeconds: windDownSeconds,
        carries: ["wind-down"],
        endsDay: true
      )
    )
    let schedule = Schedule(
      slots: all,
      dayStarts: dayStarts,
      quiet: QuietHours(quiet.compactMap { QuietHours.Interval($0.text) }),
      daysOff: try daysOff.map { text in try CalendarExpression(text) },
      limits: limits
    )
    return PlanningContext(
      schedule: schedule,
      teaching: Doctrine.teaching,
      zone: zone,
      clockStarts: clockStarts
    )
  }

  /// Changes one thing, as a person at an editor does.
  mutating func edit(_ draw: inout SplitMix64) {
    switch draw.below(17) {
    case 0: lightsOut = nil
    case 1...3: setOwnTimes(&draw)
    case 4: quiet = []
    case 5, 6: addQuiet(&draw)
    case 12: daysOff = []
    case 15, 16: setLimits(&draw)
    case 13: daysOff = [draw.pick(["Sun 00:00", "Sat,Sun 00:00", "Wed 00:00", "Mon..Fri 00:00"])]
    case 14: slots[draw.below(slots.count)].late = draw.pick(LatePolicy.allCases)
    case 7: windDownSeconds = Int64(10 + draw.below(180)) * 60
    case 8:
      // Mostly at night; and sometimes at an hour that fits nobody's.
      let hours = draw.happens(1, in: 4) ? 24 : 7
      if draw.happens(1, in: 3) { dayStarts = CivilTime(secondOfDay: draw.below(hours) * 3600) }
    default: setSlot(draw.below(slots.count), &draw)
    }
  }

  private mutating func setOwnTimes(_ draw: inout SplitMix64) {
    // Who works at night sleeps at any hour, for some hours.
    let isAnyHour = draw.happens(1, in: 4)
    let lightsOut = Self.time(fromHour: isAnyHour ? 0 : 21, hours: isAnyHour ? 24 : 5, &draw)
    self.lightsOut = lightsOut
    let getUp =
      isAnyHour
      ? lightsOut.adding(seconds: 3600 * (4 + draw.below(6)))
      : Self.time(fromHour: 5, hours: 5, &draw)
    quiet = [Quiet(lightsOut, getUp)]
  }

  /// Quiet hours over midnight or inside a day, for an hour at least.
  private mutating func addQuiet(_ draw: inout SplitMix64) {
    let from = Self.time(fromHour: draw.below(24), hours: 1, &draw)
    let minutes = 60 + draw.below(11 * 60)
    let days = Weekday.allCases.filter { _ in draw.happens(2, in: 3) }
    if draw.happens(1, in: 3) || quiet.count > 2 { quiet = [] }
    quiet.append(
      Quiet(
        from,
        from.adding(seconds: minutes * 60),
        on: days.isEmpty || draw.happens(1, in: 2) ? Weekday.allCases : days
      )
    )
  }

  private mutating func setLimits(_ draw: inout SplitMix64) {
    limits.promptsPerDay = draw.pick([1, 2, 3, 24])
    limits.apartSeconds = draw.pick([0, 1800, 5400, 14_400])
  }

  private mutating func setSlot(_ index: Int, _ draw: inout SplitMix64) {
    switch draw.below(4) {
    case 0: slots[index].windowSeconds = Int64(1 + draw.below(288)) * 300
    case 1 where slots[index].when != nil: slots[index].when = nil
    default:
      let time = Self.time(fromHour: 0, hours: 24, &draw)
      slots[index].when = draw.happens(1, in: 4) ? "Mon..Fri \(time)" : "\(time)"
    }
  }

  private static func time(
    fromHour hour: Int,
    hours: Int,
    _ draw: inout SplitMix64
  ) -> CivilTime {
    CivilTime(secondOfDay: (hour * 60 + draw.below(hours * 12) * 5) * 60)
  }

  private static func carries(_ slot: String) -> [String] {
    switch slot {
    case "morning": ["tip", "sleep", "promises", "series"]
    case "offer": ["offer", "help"]
    case "end-of-work": ["energy", "help", "tip-done", "spaced", "series-back"]
    default: ["growth", "spaced"]
    }
  }
}

/// What the coach of the simulation can say.
enum Doctrine {
  static let configuration = Configuration(teaching)

  static let teaching: Teaching = {
    var teaching = Teaching(
      tips: tips + arcs.flatMap(parts),
      questions: [
        question("sleep", .timeOfDay, .eveningBefore), question("offer", .outcome),
        kilometres, question("energy", .scale), tipQuestion, question("growth", .text), spaced,
        series, seriesBack,
      ],
      cues: [Cue(id: "wind-down", rows: [], texts: ["C"])]
    )
    teaching.arcs = arcs
    return teaching
  }()

  private static let tips = (1...5).map { number in
    var tip = tip("tip-\(number)")
    tip.asked = number == 4 ? .occasion : number == 5 ? .nextDay : nil
    return tip
  }

  private static func tip(_ id: String) -> Tip {
    Tip(
      id: id,
      rows: [],
      part: nil,
      kind: .regular,
      wording: Tip.Wording(title: "T", action: "A", why: "W", short: "S", ask: "Q")
    )
  }

  /// As many as are offered in half a year, for each is once in a year.
  private static let arcs = (1...6).map { number in
    Arc(
      id: "tale-\(number)",
      parts: (1...2 + number % 2).map { "tale-\(number)-\($0)" },
      wording: Arc.Wording(title: "T", offer: "O", back: "B")
    )
  }

  private static func parts(of arc: Arc) -> [Tip] {
    arc.parts.map { id in
      var tip = tip(id)
      tip.arc = arc.id
      return tip
    }
  }

  static let seriesDays = 28
  static let series: Question = {
    var series = question("series", .yesNo, .arc)
    series.every = .days(seriesDays)
    return series
  }()
  static let seriesBack = question("series-back", .text, .arcBack)

  /// Several answers of a day add up, and any of them can be lost.
  private static let kilometres: Question = {
    var kilometres = question("help", .number)
    kilometres.number = NumberForm(unit: "km", several: .add)
    return kilometres
  }()

  static let tipQuestion = question("tip-done", .yesNo, .tip)

  /// Asked once in a while, by several slots; longer than the days that are folded.
  static let spanDays = 14
  static let spaced: Question = {
    var spaced = question("spaced", .scale)
    spaced.every = .days(spanDays)
    return spaced
  }()

  private static func question(
    _ id: String,
    _ kind: AnswerKind,
    _ about: Question.Subject = .day
  ) -> Question {
    Question(
      id: id,
      rows: [],
      kind: kind,
      better: .more,
      about: about,
      wording: Question.Wording(title: id, ask: "?", hint: "")
    )
  }
}
