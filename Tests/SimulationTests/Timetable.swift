import Coaching

/// The moments around a civil day as the context alone has them, reckoned apart from the plan.
final class Timetable {
  struct SlotOccurrence {
    var id: PromptID
    var slot: Slot
    var due: Instant
    var until: Instant
    /// When the day's messages end; for the slot that ends them, never.
    var dayEnd: Instant
  }

  let today: CivilDate
  let moments: [SlotOccurrence]
  private let from: Instant
  private let until: Instant
  private let context: PlanningContext
  private let quiet: [Arrangement.Quiet]
  /// The ends of the days that are lived, and until when it is still their night.
  private let ends: [(at: Instant, over: Instant)]

  init(at now: Instant, for context: PlanningContext, quiet: [Arrangement.Quiet]) {
    self.quiet = quiet
    let calendar = context.calendar
    let today = calendar.day(at: now)
    self.today = today
    from = calendar.start(of: today)
    until = calendar.end(of: today)
    self.context = context
    let ends = (-PlanningContext.daysBack - 1...2).compactMap { offset in
      Self.end(of: today.adding(days: offset), for: context)
    }
    self.ends = ends
    moments = (-PlanningContext.daysBack...0).flatMap { offset in
      Self.moments(on: today.adding(days: offset), for: context, ends)
    }
  }

  /// A civil day's end: half of the day has to lie before it to be ended by it, and the night goes
  /// on for five hours and a half, or until the next day.
  private static func end(
    of day: CivilDate,
    for context: PlanningContext
  ) -> (at: Instant, over: Instant)? {
    let calendar = context.calendar
    let all = context.schedule.slots.filter(\.endsDay).compactMap { $0.due(on: day, in: calendar) }
    guard let end = all.min() else { return nil }
    let gone = end.seconds - calendar.start(of: day).seconds
    if gone < 43_200 { return (end, end) }
    return (end, min(calendar.start(of: day.adding(days: 1)), end.adding(seconds: 19_800)))
  }

  private static func moments(
    on day: CivilDate,
    for context: PlanningContext,
    _ ends: [(at: Instant, over: Instant)]
  ) -> [SlotOccurrence] {
    let slots = context.schedule.slots.compactMap { slot in
      slot.due(on: day, in: context.calendar).map { (slot: slot, due: $0) }
    }
    return slots.map { slot, due in
      SlotOccurrence(
        id: PromptID(slot: slot.name, day: day),
        slot: slot,
        due: due,
        until: Self.until(slot, due: due, on: day, in: context.calendar),
        dayEnd: slot.endsDay
          ? .distantFuture : ends.first { $0.over > due }?.at ?? .distantFuture
      )
    }
  }

  /// A slot that is shown late is so until the next day's beginning.
  private static func until(
    _ slot: Slot,
    due: Instant,
    on day: CivilDate,
    in calendar: DayCalendar
  ) -> Instant {
    let over = due.adding(seconds: slot.windowSeconds)
    return slot.late == .show ? max(over, calendar.start(of: day.adding(days: 1))) : over
  }

  /// Whether it is still the day for which this was made.
  func holds(at now: Instant) -> Bool { from <= now && now < until }

  func moment(of id: PromptID) -> SlotOccurrence? { moments.first { $0.id == id } }

  /// Whether a civil day is a day off.
  func isOff(_ day: CivilDate) -> Bool { context.schedule.isOff(day) }

  /// When a civil day is over.
  func end(of day: CivilDate) -> Instant { context.calendar.start(of: day.adding(days: 1)) }

  /// When the day's messages end for a prompt, whether or not its slot is still there.
  func dayEnd(of prompted: PromptContent) -> Instant {
    let isEnd = context.schedule.slots.contains { $0.endsDay && $0.name == prompted.id.slot }
    if isEnd { return .distantFuture }
    return ends.first { $0.over > prompted.due }?.at ?? .distantFuture
  }

  /// Whether a day has ended, and it is still its night.
  func isNight(at instant: Instant) -> Bool {
    ends.contains { $0.at <= instant && instant < $0.over }
  }

  /// Whether it is quiet, read off the clock on the wall.
  func isQuiet(at instant: Instant) -> Bool {
    let date = context.zone.civil(at: instant).date
    return quiet.contains { span in
      if covers(span, instant) { return true }
      // An end that the clock shows twice is the second of the two.
      let end = context.zone.reading(of: CivilDateTime(date: date, time: span.until))
      guard case .fold(let first, let second) = end, first <= instant, instant < second
      else { return false }
      return covers(span, first.adding(seconds: -1))
    }
  }

  private func covers(_ span: Arrangement.Quiet, _ instant: Instant) -> Bool {
    let local = context.zone.civil(at: instant)
    let yesterday = local.date.adding(days: -1)
    let isToday = span.days.contains(local.date.weekday) && span.from <= local.time
    if span.from < span.until { return isToday && local.time < span.until }
    return isToday || span.days.contains(yesterday.weekday) && local.time < span.until
  }

  /// Whether the clock shows a time that it shows twice: quiet hours are not broken by it.
  func isTwice(_ instant: Instant) -> Bool {
    if case .fold = context.zone.reading(of: context.zone.civil(at: instant)) {
      true
    } else {
      false
    }
  }

  /// How long the coach may take to do what it owes: longer than its longest wait between tries.
  static let graceSeconds: Int64 = 20 * 60

  /// Whether there was time enough to speak in a span, all of it free of what silences the coach.
  func couldSpeak(
    from start: Instant,
    until end: Instant,
    isPaused: (Instant) -> Bool
  ) -> Bool {
    var start = start
    while start.adding(seconds: Self.graceSeconds) <= end {
      let instants = [0, 600, Self.graceSeconds].map { start.adding(seconds: $0) }
      if !instants.contains(where: { isQuiet(at: $0) || isPaused($0) || isTwice($0) }) {
        return true
      }
      start = start.adding(seconds: 600)
    }
    return false
  }
}
