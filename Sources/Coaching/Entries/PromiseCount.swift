/// How promises were closed on some civil days.
public struct PromiseCount: Equatable, Sendable {
  public private(set) var kept = 0
  public private(set) var released = 0
  public private(set) var missed = 0

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

  public var isEmpty: Bool { kept + released + missed == 0 }
}
