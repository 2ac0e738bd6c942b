/// What became of promises on some civil days.
public struct PromiseCount: Equatable, Sendable {
  public private(set) var kept = 0
  public private(set) var released = 0
  public private(set) var missed = 0
  /// Not closed, and not overdue.
  public private(set) var open = 0
  public private(set) var overdue = 0

  public init() {}

  /// Counts the closings among some facts that were said on some civil days.
  public init(_ facts: [Fact], on days: ClosedRange<CivilDate>, in calendar: DayCalendar) {
    for fact in facts {
      guard case .closed(let id, let closing) = fact.event, id.list == .promise,
        days.contains(calendar.day(at: fact.instant))
      else { continue }
      switch closing {
      case .kept: kept += 1
      case .released: released += 1
      case .missed: missed += 1
      case .dropped: break
      }
    }
  }

  /// Counts those that stood open at an instant.
  public mutating func count(_ entries: Entries, openAt now: Instant, in zone: Zone) {
    for standing in entries.all where standing.id.list == .promise && standing.madeAt < now {
      if let closed = standing.closed, closed.at < now { continue }
      if standing.entry.isOverdue(at: now, in: zone) { overdue += 1 } else { open += 1 }
    }
  }

  public var isEmpty: Bool { kept + released + missed + open + overdue == 0 }
}
