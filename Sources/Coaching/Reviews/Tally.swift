/// How often something was done on some days, of as often as it was meant.
public struct Tally: Equatable, Sendable {
  public private(set) var done = 0
  /// The days that it is made of.
  public private(set) var days = 0
  private var meant = 0.0

  public init() {}

  /// The days that counted.
  ///
  /// Of what is meant some times in some days they are as many as were
  /// meant, rounded, and never fewer than were done.
  public var counted: Int { max(done, Int(meant.rounded())) }

  /// From 0 to 1; nil where nothing counted.
  public var rate: Double? { counted == 0 ? nil : Double(done) / Double(counted) }

  /// Adds a day; what was excused and what is not known adds nothing.
  public mutating func add(_ day: HabitDay) {
    guard Tally.counts(day) else { return }
    days += 1
    if day.state == .done { done += 1 }
    meant += day.aim.meansDays ? day.aim.frequency.perDay : 1
  }

  /// Whether a day counts.
  ///
  /// A day on which nothing was due counts towards what is meant some times in some days: enough
  /// of them without it, and too little was done.
  public static func counts(_ day: HabitDay) -> Bool {
    day.state.counts || day.state == .notDue && day.aim.meansDays
  }
}

extension Aim {
  /// Whether it means so many days in so many; a number to reach in some days says nothing of how
  /// many of them.
  var meansDays: Bool {
    if isDaily { return false }
    switch target {
    case .done, .notDone, .by: return true
    case .atLeast, .atMost, .unset: return false
    }
  }
}
