import Coaching

/// How much the person hears and whether they react, as somebody else keeps book of it.
final class Attention {
  /// When the person last did something; before that, when the first fact was written.
  private var sign: Instant?
  /// What was asked since.
  private var asked: [PromptID] = []
  /// How much of it was asked before what was written last: to what came with it nobody can have
  /// reacted.
  private var askedBefore = 0
  /// How many prompts that count each day had.
  private var counts: [CivilDate: Int] = [:]
  /// When they came, by the day that it was in UTC.
  private var came: [Int64: [Instant]] = [:]
  /// When prompts that were put off were to come back.
  private var returned: [Int64: [Instant]] = [:]
  /// When each day's tip was told: what is asked about it was not asked before.
  private(set) var told: [CivilDate: Instant] = [:]

  func wrote(_ facts: [Fact], counting: (PromptID) -> Bool) {
    askedBefore = asked.count
    for fact in facts {
      if fact.event.isByPerson { (asked, askedBefore) = ([], 0) }
      if fact.event.isByPerson || sign == nil { sign = fact.instant }
      if case .told = fact.event, told[fact.day] == nil { told[fact.day] = fact.instant }
      if case .snoozed(_, let until) = fact.event { returns(at: until) }
      if case .undone = fact.event { returns(at: fact.instant) }
      guard case .prompted(let prompted) = fact.event else { continue }
      if !prompted.questions.isEmpty { asked.append(prompted.id) }
      guard counting(prompted.id) else { continue }
      counts[prompted.id.day, default: 0] += 1
      came[fact.instant.seconds / 86_400, default: []].append(fact.instant)
    }
  }

  private func returns(at instant: Instant) {
    returned[instant.seconds / 86_400, default: []].append(instant)
  }

  func count(on day: CivilDate) -> Int { counts[day] ?? 0 }

  /// When the prompts came that came in some time before an instant, a day at most.
  func came(in seconds: Int64, before instant: Instant) -> [Instant] {
    Self.among(came, in: seconds, before: instant)
  }

  /// The same, of those that came back.
  func returned(in seconds: Int64, before instant: Instant) -> [Instant] {
    Self.among(returned, in: seconds, before: instant)
  }

  private static func among(
    _ instants: [Int64: [Instant]],
    in seconds: Int64,
    before instant: Instant
  ) -> [Instant] {
    let date = instant.seconds / 86_400
    let first = instant.adding(seconds: -seconds)
    return [date - 1, date].flatMap { instants[$0] ?? [] }.filter { first < $0 && $0 <= instant }
  }

  /// The days before one on which it was asked, and nobody has reacted since.
  private func daysInVain(
    before day: CivilDate,
    in calendar: DayCalendar,
    of count: Int = .max
  ) -> Set<CivilDate> {
    if asked.isEmpty { return [] }
    let first = sign.map(calendar.day) ?? day
    return Set(asked.prefix(count).map(\.day).filter { first < $0 && $0 < day })
  }

  func isSilence(on day: CivilDate, in calendar: DayCalendar) -> Bool {
    !daysInVain(before: day, in: calendar).isEmpty
  }

  /// Whether it was silence already when the last facts were written.
  func wasSilence(on day: CivilDate, in calendar: DayCalendar) -> Bool {
    !daysInVain(before: day, in: calendar, of: askedBefore).isEmpty
  }

  /// Whether the published throttle says nothing on a day, but for one prompt.
  func isHeld(_ day: CivilDate, but id: PromptID? = nil, in calendar: DayCalendar) -> Bool {
    let days = daysInVain(before: day, in: calendar)
    guard let last = days.max() else { return false }
    if asked.contains(where: { $0.day == day && $0 != id }) { return true }
    let gap = days.count < 5 ? 2 : days.count < 8 ? 6 : 15
    return last.adding(days: gap) > day
  }
}

extension Witness {
  private var limits: Limits { context.schedule.limits }
  private var calendar: DayCalendar { context.calendar }

  func counts(_ id: PromptID) -> Bool {
    if Pledges.number(ofReminder: id.slot) != nil { return false }
    guard let slot = context.schedule.slots.first(where: { $0.name == id.slot }) else {
      return true
    }
    return !slot.endsDay || slot.carries.contains(Teaching.tipItem) || asks(slot)
  }

  private func asks(_ slot: Slot) -> Bool {
    slot.carries.contains { context.teaching.question($0) != nil }
  }

  /// Takes what was written into the books.
  func attend(to facts: [Fact], at now: Instant) {
    let isSign = facts.contains { $0.event.isByPerson }
    // What was held back until now is to come now: its time begins.
    if isSign, attention.isSilence(on: calendar.day(at: now), in: calendar) { disturbed(at: now) }
    attention.wrote(facts, counting: counts)
  }

  /// Whether a moment of a silent person's day is not to come, or its day is full.
  func isWithheld(_ moment: Timetable.SlotOccurrence) -> Bool {
    let day = moment.id.day
    // What has nothing left to ask brings no answer, so it is not the one prompt of such a day.
    if attention.isSilence(on: day, in: calendar),
      attention.isHeld(day, in: calendar) || !asks(moment.slot) || isAllAnswered(moment)
    {
      return true
    }
    return counts(moment.id) && attention.count(on: day) >= limits.promptsPerDay
  }

  /// Since when a moment can come: from its time on or, where it asks about the tip alone, from the
  /// time on at which that was told.
  func opening(of moment: Timetable.SlotOccurrence) -> Instant {
    let isAbout = moment.slot.carries.contains { context.teaching.question($0)?.about == .tip }
    return max(moment.due, (isAbout ? attention.told[moment.id.day] : nil) ?? moment.due)
  }

  /// Whether another prompt came a short time before an instant, or came back.
  func isCrowded(_ id: PromptID, at instant: Instant) -> Bool {
    guard counts(id), limits.apartSeconds > 0 else { return false }
    return !attention.came(in: limits.apartSeconds, before: instant).isEmpty
      || !attention.returned(in: limits.apartSeconds, before: instant).isEmpty
  }

  /// Whether a prompt was given up for what is more than the person wants to hear.
  func isExcess(_ moment: Timetable.SlotOccurrence, _ passing: PassReason, at now: Instant) -> Bool
  {
    let day = moment.id.day
    let end = min(moment.until, moment.dayEnd)
    switch passing {
    case .limit: return counts(moment.id) && attention.count(on: day) >= limits.promptsPerDay
    case .near:
      // One second later its window is over, or its day has ended; what comes at that very second
      // is near too.
      return isCrowded(moment.id, at: end.adding(seconds: -1)) || isCrowded(moment.id, at: end)
    default:
      let isOver = end <= now || isHushed(at: now) || timetable(at: now).isTwice(now)
      return attention.isSilence(on: day, in: calendar)
        && (isOver || attention.isHeld(day, in: calendar) || !asks(moment.slot))
    }
  }

  /// Sees that what begins is no more than the person wants to hear.
  func seeThatItIsNoExcess(_ prompted: PromptContent, at now: Instant) {
    let id = prompted.id
    if attention.wasSilence(on: id.day, in: calendar),
      attention.isHeld(id.day, but: id, in: calendar) || prompted.questions.isEmpty
    {
      complain("who does not react hears less", "\(id)", at: now)
    }
    guard counts(id) else { return }
    if attention.count(on: id.day) > limits.promptsPerDay {
      complain("a day has so many prompts at most", "\(id)", at: now)
    }
    if attention.came(in: limits.apartSeconds, before: now).count > 1 {
      complain("prompts keep their distance", "\(id)", at: now)
    }
  }
}
