/// What is odd about a schedule, though nothing in it is wrong by itself.
public enum ScheduleWarning: Equatable, Sendable, CustomStringConvertible {
  /// The slot's expression names no moment any more.
  case neverComes(slot: String, expression: String, CalendarExpression.Never)
  /// The slot's expression names its next moment before the window of one is over.
  case windowTooLong(slot: String, windowSeconds: Int64, periodSeconds: Int64)
  /// Quiet hours cover the whole window, whenever the slot comes.
  case covered(slot: String)
  /// The slot gives way to others on some day.
  case givesWay(slot: String, PassReason, Limits)
  /// What ends the day comes before the slot whenever quiet hours do not cover it.
  case comesAfter(slot: String)
  /// The person's own night does not lie at the end of their days.
  case dayStartsWrong(Misfit)
  /// Every day is a day off.
  case alwaysOff
  /// Quiet hours cover all that every slot could say.
  case alwaysQuiet

  public var description: String {
    switch self {
    case .neverComes(let slot, let expression, let why):
      "the slot “\(slot)” never comes: “\(expression)” \(why.words); set another “when”, or "
        + "\"never\" if that is meant"
    case .windowTooLong(let slot, let window, let period):
      "the slot “\(slot)” has a window of \(TimeSpan.words(window)), longer than the "
        + "\(TimeSpan.words(period)) to its next moment; a slot speaks once a day, at the first: "
        + "make the window shorter, or “when” rarer"
    case .covered(let slot):
      "quiet hours cover the slot “\(slot)” from its moment to its window's end, so it is "
        + "never shown; move it, or make the window longer"
    case .givesWay(let slot, .limit, let limits):
      "the slot “\(slot)” gives way on some days, as a day has at most "
        + "\(limits.promptsPerDay) prompts and others come before it; make it rarer, or set "
        + "“prompts-per-day” in [limits] higher"
    case .givesWay(let slot, _, let limits):
      "the slot “\(slot)” gives way on some days: prompts are "
        + "\(TimeSpan.words(limits.apartSeconds)) apart, and its window is too short to wait; "
        + "move it, make its window longer, or set “apart” in [limits] shorter"
    case .comesAfter(let slot):
      "the slot “\(slot)” comes after what ends the day, so it is never shown; move it, or "
        + "what has “ends-day”"
    case .dayStartsWrong(let misfit): misfit.description
    case .alwaysOff:
      "every day is a day off, so nothing is ever said; see “days-off”"
    case .alwaysQuiet:
      "quiet hours cover every slot, so nothing is ever said; see “quiet-hours”"
    }
  }
}

extension PlanningContext {
  /// What is odd about the schedule, looked at from an instant.
  public func advice(at now: Instant) -> [ScheduleWarning] {
    let days = daysLookedAt(from: now)
    if days.allSatisfy(schedule.isOff) { return [.alwaysOff] }
    return nightAdvice + schedule.slots.flatMap { slot in advice(on: slot, over: days, from: now) }
      + givingWay(over: days, from: now)
  }

  /// Why nothing is ever said, as far as the schedule tells; nil where something is.
  public func silence(at now: Instant) -> ScheduleWarning? {
    let days = daysLookedAt(from: now)
    if days.allSatisfy(schedule.isOff) { return .alwaysOff }
    if schedule.quiet.spans.isEmpty { return nil }
    let nobody = Planner(Coach(), self, at: now)
    let moments = days.lazy.flatMap { nobody.moments(on: $0) }
    let isQuiet = moments.allSatisfy { $0.opens == nil && $0.passing == nil }
    return !moments.isEmpty && isQuiet ? .alwaysQuiet : nil
  }

  /// The slots that are too many or too close on some of the days, each once.
  private func givingWay(over days: [CivilDate], from now: Instant) -> [ScheduleWarning] {
    let nobody = Planner(Coach(), self, at: now)
    var gate = RateLimiter(nobody)
    let passing = days.flatMap { gate.foreseen(nobody.moments(on: $0)) }
      .filter { $0.passing != nil && $0.passing != .dayEnded }
    return schedule.slots.compactMap { slot in
      let first = passing.first { $0.id.slot == slot.name }
      return first?.passing.map { .givesWay(slot: slot.name, $0, schedule.limits) }
    }
  }

  /// How many civil days ahead a schedule is looked at for advice: two of every weekday.
  private static let adviceDays = 14

  private func daysLookedAt(from now: Instant) -> [CivilDate] {
    let today = calendar.day(at: now)
    return (0..<PlanningContext.adviceDays).map { today.adding(days: $0) }
  }

  private func advice(on slot: Slot, over days: [CivilDate], from now: Instant) -> [ScheduleWarning]
  {
    guard let when = slot.when else { return [] }
    guard let first = when.next(after: now, in: zone) else {
      let why = when.never(after: now, in: zone) ?? .past
      return [.neverComes(slot: slot.name, expression: when.description, why)]
    }
    var advice: [ScheduleWarning] = []
    if let period = shortestPeriod(of: when, from: first), period < slot.windowSeconds {
      advice.append(
        .windowTooLong(
          slot: slot.name,
          windowSeconds: slot.windowSeconds,
          periodSeconds: period
        )
      )
    }
    let nobody = Planner(Coach(), self, at: now)
    let moments = days.flatMap { nobody.moments(on: $0) }
      .filter { $0.id.slot == slot.name }
    if !moments.isEmpty, moments.allSatisfy({ $0.opens == nil }) {
      // Where quiet hours leave one of them it is the end of the day that it cannot pass.
      let isEnded = moments.contains { $0.passing == .dayEnded }
      advice.append(isEnded ? .comesAfter(slot: slot.name) : .covered(slot: slot.name))
    }
    return advice
  }

  /// The shortest time between an occurrence and the next, in seconds, over some of them.
  private func shortestPeriod(of when: CalendarExpression, from first: Instant) -> Int64? {
    var shortest: Int64?
    var last = first
    // As many as a slot with several moments on each of a week's days has.
    for _ in 0..<32 {
      guard let next = when.next(after: last, in: zone) else { break }
      let period = next.seconds - last.seconds
      shortest = min(shortest ?? period, period)
      last = next
    }
    return shortest
  }
}

extension CalendarExpression.Never {
  fileprivate var words: String {
    switch self {
    case .noSuchDay: "names a day that none of its months has"
    case .noSuchWeekday: "names no date that falls on its weekday"
    case .past: "names no moment from now on"
    }
  }
}
