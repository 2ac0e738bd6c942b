import Coaching

/// What the person asked to be left alone for, as somebody else keeps book of it.
final class Silences {
  private var pauses: [(fact: Fact, until: Instant, clock: CivilDateTime?)] = []
  /// Where the person is.
  var zone = Zone.utc
  private var absences: [(fact: String, days: ClosedRange<CivilDate>)] = []

  func add(_ fact: Fact) {
    switch fact.event {
    case .paused(let until, let clock): pauses.append((fact, until, clock))
    case .away(let first, let last): absences.append((fact.id, first...last))
    default: break
    }
  }

  func remove(_ id: String) {
    pauses.removeAll { $0.fact.id == id }
    absences.removeAll { $0.fact == id }
  }

  func isAway(on day: CivilDate) -> Bool {
    absences.contains { $0.days.contains(day) }
  }

  /// The last pause holds, but none that a clock asked for which was days ahead.
  func isPaused(at instant: Instant) -> Bool {
    let day: Int64 = 86_400
    guard let last = pauses.last(where: { $0.fact.instant.seconds - day <= instant.seconds })
    else { return false }
    return instant < last.clock.map(zone.instant) ?? last.until
  }
}
