import Coaching

/// What the person asked to be left alone for, as somebody else keeps book of it.
final class Silences {
  private var pauses: [(fact: Fact, until: Instant)] = []
  private var absences: [(fact: String, days: ClosedRange<CivilDate>, order: Int)] = []
  /// When they came back, each with its place among all that was said.
  private var returns: [(fact: String, day: CivilDate, order: Int)] = []
  private var order = 0

  func add(_ fact: Fact) {
    order += 1
    switch fact.event {
    case .paused(let until): pauses.append((fact, until))
    case .away(let first, let last) where last < first: returns.append((fact.id, first, order))
    case .away(let first, let last): absences.append((fact.id, first...last, order))
    default: break
    }
  }

  func remove(_ id: String) {
    pauses.removeAll { $0.fact.id == id }
    absences.removeAll { $0.fact == id }
    returns.removeAll { $0.fact == id }
  }

  func isAway(on day: CivilDate) -> Bool {
    absences.contains { absence in
      var end = absence.days.upperBound
      for back in returns where absence.order < back.order && back.day <= end {
        if absence.days.lowerBound <= back.day { end = back.day.adding(days: -1) }
      }
      return absence.days.lowerBound <= day && day <= end
    }
  }

  /// The last pause holds, but none that a clock asked for which was days ahead.
  ///
  /// Who comes back is back, by whatever clock.
  func isPaused(at instant: Instant) -> Bool {
    let last = pauses.last { pause in
      pause.until == pause.fact.instant || pause.fact.instant.seconds - 86_400 <= instant.seconds
    }
    guard let last, last.until != last.fact.instant else { return false }
    return instant < last.until
  }
}
