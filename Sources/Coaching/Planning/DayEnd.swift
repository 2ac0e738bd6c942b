/// Where the messages of a day end that the person lives: at the slot that ends the day.
///
/// A night ends it as far as the civil day goes on, and no further than a night is long: whatever
/// the person has for the start of their day, the next morning is another day. Where the slot comes
/// in the first half of a civil day it ends the day before: what comes after it is the next day's.
extension PlanningContext {
  /// How long after its end what is due still belongs to a day, in seconds.
  ///
  /// From half past ten in the evening until the usual start of a day: the program's choice.
  static let nightSeconds: Int64 = 5 * 3600 + 1800

  /// From how long after the start of a civil day on a slot ends that day, and not the one before.
  static let halfDaySeconds: Int64 = 12 * 3600

  /// The end of a lived day.
  struct DayEnd {
    /// The first instant that is after its messages.
    var at: Instant
    /// The first instant whose messages are the next day's.
    var nightEnds: Instant
  }

  /// What a civil day has of an end; nil where no slot ends it.
  func dayEnd(in day: CivilDate) -> DayEnd? {
    let calendar = calendar
    let (start, end) = (calendar.start(of: day), calendar.end(of: day))
    let slots = slots
    var first: Instant?
    for place in slots.indices where slots[place].endsDay {
      guard let due = slots[place].due(in: calendar.zone, from: start, before: end) else {
        continue
      }
      first = min(due, first ?? due)
    }
    guard let first else { return nil }
    let isEarly = first < start.adding(seconds: PlanningContext.halfDaySeconds)
    let night = first.adding(seconds: PlanningContext.nightSeconds)
    return DayEnd(at: first, nightEnds: isEarly ? first : min(end, night))
  }

  /// Whether any slot ends the day.
  private var hasDayEnd: Bool {
    let slots = slots
    return slots.indices.contains { slots[$0].endsDay }
  }

  /// The end of the day that what is due at an instant belongs to; nil where nothing ends it.
  private func end(after due: Instant) -> DayEnd? {
    if !hasDayEnd { return nil }
    let day = calendar.day(at: due)
    // That of the day before was over when this one began.
    for day in [day, day.adding(days: 1)] {
      if let end = dayEnd(in: day), end.nightEnds > due { return end }
    }
    return nil
  }

  /// When the messages of a day end for what is due at an instant; nil where nothing ends it.
  func dayEnd(after due: Instant) -> Instant? { end(after: due)?.at }

  /// When the messages of a day end for a prompt that is due at an instant; nil for one that ends
  /// them, and where none does.
  func dayEnd(of id: PromptID, due: Instant) -> Instant? {
    let slots = slots
    for place in slots.indices where slots[place].endsDay {
      if slots[place].name == id.slot { return nil }
    }
    return dayEnd(after: due)
  }

  /// Whether the day's messages have ended for a prompt that is none of those that end them.
  func hasEnded(_ id: PromptID, due: Instant, at now: Instant) -> Bool {
    dayEnd(of: id, due: due).map { $0 <= now } ?? false
  }

  /// The end of the day in whose night an instant lies; nil where it lies in none.
  func nightBegan(before now: Instant) -> Instant? { night(at: now)?.at }

  /// The end of the day in whose night an instant lies, with the end of that night; nil where it
  /// lies in none.
  func night(at now: Instant) -> DayEnd? {
    end(after: now).flatMap { $0.at <= now ? $0 : nil }
  }
}
