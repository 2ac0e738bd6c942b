/// How often something was done on some days, of as often as it was meant.
public struct Tally: Equatable, Sendable {
  /// How many days are looked at together.
  private let span: Int
  public private(set) var done = 0
  /// The days that it is made of.
  public private(set) var days = 0
  private var meant = 0.0

  /// - Parameter span: How many days are looked at together, from 1.
  public init(over span: Int) {
    self.span = span
  }

  /// How often it was meant, rounded.
  public var goal: Int { Int(meant.rounded()) }

  /// The days that counted.
  ///
  /// Of what is meant some times in some days they are as many as were
  /// meant, rounded, and never fewer than were done.
  public var counted: Int { max(done, goal) }

  /// From 0 to 1; nil where nothing counted.
  public var rate: Double? { counted == 0 ? nil : Double(done) / Double(counted) }

  /// Adds a day; what was excused and what is not known adds nothing.
  public mutating func add(_ day: HabitDay) {
    guard let part = day.part(in: span) else { return }
    days += 1
    if part.isDone { done += 1 }
    meant += part.meant
  }
}

extension HabitDay {
  /// What the day adds to some days that are looked at together; nil where it does not count.
  ///
  /// What is meant some times in as many days or fewer is counted: a day on which nothing was due
  /// counts towards it, as enough of them without it are too little. Whatever else is looked at
  /// over more than a day counts as it stood on the day, with those before it.
  func part(in span: Int) -> (isDone: Bool, meant: Double)? {
    if aim.meansDays, aim.frequency.days <= span {
      return state.counts || state == .notDue ? (state == .done, aim.frequency.perDay) : nil
    }
    let isDone = state == .done || window == .done
    return isDone || window == .missed ? (isDone, 1) : nil
  }
}
