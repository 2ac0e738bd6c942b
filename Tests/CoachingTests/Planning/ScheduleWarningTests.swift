import Coaching
import TestSupport
import Testing

@Suite struct ScheduleWarningTests {
  /// The last that is given is when it is looked at; without anything odd there is no advice.
  static let advice = Case.table(
    """
    the defaults are nothing to speak of
      23T07:00 => none
    a day that no month has never comes
      slot leap *-02-30 09:00; 23T07:00 => leap never comes noSuchDay
    a day that comes once in four years comes
      slot leap *-02-29 09:00; 23T07:00 => none
    a date on another weekday never comes
      slot party Mon 2026-11-24 09:00; 23T07:00 => party never comes noSuchWeekday
    a date that has passed never comes
      slot party 2020-01-01 09:00; 23T07:00 => party never comes past
    a date that is still to come comes
      slot party 2027-01-01 09:00; 23T07:00 => none
    a window longer than the time to the next moment is too long
      slot chime *:0/30; 23T07:00 => chime window 14400 period 1800
    the shortest time between two of its moments counts
      slot meal 08,11,15:00; 23T09:00 => meal window 14400 period 10800
    a window as long as that is not
      slot meal 08,12,16:00; 23T07:00 => none
    quiet hours that cover a window never show it
      slot night 02:00; quiet 02:00..06:00; 23T07:00 => night covered
    quiet hours that leave a second of it do
      slot night 02:00; quiet 02:00..05:59:59; 23T07:00 => night comes after
    quiet hours that cover it on some days only do
      slot night 02:00; quiet Mon..Sat 02:00..06:00; 23T07:00 => night comes after
    quiet hours that cover each of its days do not
      slot night Sun 02:00; quiet Sun 02:00..06:00; 23T07:00 => night covered
    a pause is no quiet hour
      slot night 02:00; paused 30T08:00; 23T07:00 => night comes after
    some days off leave the others
      off Sat,Sun; 23T07:00 => none
    days off that leave none are said alone
      off Mon..Wed; off Thu..Sun; slot leap *-02-30 09:00; 23T07:00 => every day off
    each slot has its own
      slot leap *-02-30 09:00; slot night 02:00; quiet 02:00..06:00; 23T07:00 => \
    leap never comes noSuchDay, night covered
    a slot can have two
      slot chime *:0/30; quiet 00:00..12:00; quiet 12:00..00:00; 23T07:00 => \
    morning covered, offer covered, work covered, rest covered, \
    chime window 14400 period 1800, chime covered
    more slots than a day may have give way, the last of the day
      limits 3 90min; slot lunch 13:00; 23T07:00 => work gives way limit
    what ends the day and asks nothing does not count
      limits 3 90min; 23T07:00 => none
    a slot too near to another waits, where its window is long enough
      limits 5 90min; slot lunch 11:30; 23T07:00 => none
    else it gives way
      limits 5 90min; slot lunch 11:30; window lunch 30min; 23T07:00 => lunch gives way near
    what comes after the end of each day is never shown
      slot late 23:30; 23T07:00 => late comes after
    a slot that sleeps has none
      asleep; 23T07:00 => none
    """
  )

  @Test(
    arguments: [
      ([], nil), (["off Mon..Sun"], ScheduleWarning.alwaysOff), (["off Mon..Sat"], nil),
      (["quiet 00:00..23:59"], .alwaysQuiet), (["quiet Mon..Sat 00:00..23:59"], nil),
      (["quiet 04:00..22:31"], nil), (["quiet 22:30..07:00"], nil),
    ] as [([String], ScheduleWarning?)]
  )
  func `Why nothing is ever said is known`(_ given: [String], _ why: ScheduleWarning?) throws {
    var scene = try PlanFixture()
    for given in given { try scene.happened(given) }
    #expect(scene.context.silence(at: try PlanFixture.instant("23T07:00")) == why)
  }

  @Test(arguments: advice)
  func `What is odd about a schedule is told, and nothing else`(_ row: Case) throws {
    var scene = try PlanFixture()
    for given in row.given.dropLast() {
      if given == "asleep" {
        for index in scene.slots.indices { scene.slots[index].when = nil }
      } else {
        try scene.happened(given)
      }
    }
    let now = try PlanFixture.instant(try #require(row.given.last))
    let advice = scene.context.advice(at: now).map(outline)
    #expect(
      advice.isEmpty ? row.expected == "none" : advice.joined(separator: ", ") == row.expected
    )
  }

  private func outline(_ advice: ScheduleWarning) -> String {
    switch advice {
    case .neverComes(let slot, _, let why): "\(slot) never comes \(why)"
    case .windowTooLong(let slot, let window, let period):
      "\(slot) window \(window) period \(period)"
    case .covered(let slot): "\(slot) covered"
    case .givesWay(let slot, let why, _): "\(slot) gives way \(why.rawValue)"
    case .comesAfter(let slot): "\(slot) comes after"
    case .dayStartsWrong(let misfit): "\(misfit.own.rawValue) \(misfit.time)"
    case .alwaysOff: "every day off"
    case .alwaysQuiet: "always quiet"
    }
  }

  static let words: [(advice: ScheduleWarning, words: String)] = [
    (
      .alwaysQuiet,
      "quiet hours cover every slot, so nothing is ever said; see “quiet-hours”"
    ),
    (
      .neverComes(slot: "leap", expression: "*-02-30 09:00:00", .noSuchDay),
      "the slot “leap” never comes: “*-02-30 09:00:00” names a day that none of its months has; "
        + "set another “when”, or \"never\" if that is meant"
    ),
    (
      .neverComes(slot: "party", expression: "Mon 2026-11-24 09:00:00", .noSuchWeekday),
      "the slot “party” never comes: “Mon 2026-11-24 09:00:00” names no date that falls on its "
        + "weekday; set another “when”, or \"never\" if that is meant"
    ),
    (
      .neverComes(slot: "party", expression: "2020-01-01 09:00:00", .past),
      "the slot “party” never comes: “2020-01-01 09:00:00” names no moment from now on; set "
        + "another “when”, or \"never\" if that is meant"
    ),
    (
      .windowTooLong(slot: "chime", windowSeconds: 14_400, periodSeconds: 1800),
      "the slot “chime” has a window of 4h, longer than the 30min to its next moment; a slot "
        + "speaks once a day, at the first: make the window shorter, or “when” rarer"
    ),
    (
      .covered(slot: "night"),
      "quiet hours cover the slot “night” from its moment to its window's end, so it is never "
        + "shown; move it, or make the window longer"
    ),
    (
      .givesWay(slot: "lunch", .limit, .usual),
      "the slot “lunch” gives way on some days, as a day has at most 3 prompts and others come "
        + "before it; make it rarer, or set “prompts-per-day” in [limits] higher"
    ),
    (
      .givesWay(slot: "lunch", .near, .usual),
      "the slot “lunch” gives way on some days: prompts are 1h 30min apart, and its window is too "
        + "short to wait; move it, make its window longer, or set “apart” in [limits] shorter"
    ),
    (.alwaysOff, "every day is a day off, so nothing is ever said; see “days-off”"),
  ]

  @Test(arguments: words) func `Advice says what is odd and what to do`(
    advice: ScheduleWarning,
    words: String
  ) {
    #expect("\(advice)" == words)
  }
}
