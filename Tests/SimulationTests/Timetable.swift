import Coaching

/// The moments around a civil day as the outlook alone has them, reckoned apart from the plan.
struct Timetable {
  struct Moment {
    var id: PromptID
    var slot: Slot
    var due: Instant
    var until: Instant
    /// When the day's messages end; for the slot that ends them, never.
    var dayEnd: Instant
  }

  let today: CivilDate
  let moments: [Moment]
  private let from: Instant
  private let until: Instant
  private let outlook: Outlook

  init(at now: Instant, for outlook: Outlook) {
    let calendar = outlook.calendar
    let today = calendar.day(at: now)
    self.today = today
    from = calendar.start(of: today)
    until = calendar.end(of: today)
    self.outlook = outlook
    moments = (-Outlook.daysBack...0).flatMap { offset in
      Self.moments(on: today.adding(days: offset), for: outlook)
    }
  }

  private static func moments(on day: CivilDate, for outlook: Outlook) -> [Moment] {
    let slots = outlook.schedule.slots.compactMap { slot in
      slot.due(on: day, in: outlook.calendar).map { (slot: slot, due: $0) }
    }
    let dayEnd = slots.filter(\.slot.endsDay).map(\.due).min() ?? .distantFuture
    return slots.map { slot, due in
      Moment(
        id: PromptID(slot: slot.name, day: day),
        slot: slot,
        due: due,
        until: due.adding(seconds: slot.windowSeconds),
        dayEnd: slot.endsDay ? .distantFuture : dayEnd
      )
    }
  }

  /// Whether it is still the day for which this was made.
  func holds(at now: Instant) -> Bool { from <= now && now < until }

  func moment(of id: PromptID) -> Moment? { moments.first { $0.id == id } }

  /// When the day's messages end for a prompt, whether or not its slot is still there.
  func dayEnd(of id: PromptID) -> Instant {
    let ending = moments.filter { $0.slot.endsDay && $0.id.day == id.day }
    if ending.contains(where: { $0.id == id }) { return .distantFuture }
    return ending.map(\.due).min() ?? .distantFuture
  }

  /// Whether it is quiet, read off the clock on the wall.
  func isQuiet(at instant: Instant) -> Bool {
    guard case .hours(let from, let until) = outlook.schedule.quiet else { return false }
    let time = outlook.zone.civil(at: instant).time
    return from < until ? from <= time && time < until : from <= time || time < until
  }

  /// How long the coach may take to do what it owes: longer than its longest wait between tries.
  static let graceSeconds: Int64 = 20 * 60

  /// Whether there was time enough to speak in a span, all of it outside quiet hours.
  func couldSpeak(from start: Instant, until end: Instant) -> Bool {
    var start = start
    while start.adding(seconds: Self.graceSeconds) <= end {
      let instants = [0, 600, Self.graceSeconds].map { start.adding(seconds: $0) }
      if !instants.contains(where: isQuiet) { return true }
      start = start.adding(seconds: 600)
    }
    return false
  }
}
