/// A look back over some days: what was, what held, what came back, and one suggestion.
public struct Review: Equatable, Sendable {
  /// How far a review looks back, from its last day.
  public enum Period: String, CaseIterable, Sendable {
    case day
    case week
    case month
    case year

    public var days: Int {
      switch self {
      case .day: 1
      case .week: 7
      case .month: 30
      case .year: 365
      }
    }
  }

  /// What became of a habit.
  public struct Line: Equatable, Sendable {
    public var habit: Habit
    public var done: Int
    /// The days that counted.
    public var counted: Int
    /// How often a miss was followed by a done.
    public var comeback: Comeback

    /// Whether it was done on five of seven days that counted.
    public var isHeld: Bool { counted > 0 && done * Review.rhythm >= counted * Review.growFrom }
  }

  /// What a day of all habits together came to.
  public struct Day: Equatable, Sendable {
    public var day: CivilDate
    public var done: Int
    public var counted: Int

    /// From 0 to 1; nil where nothing counted.
    public var share: Double? { counted == 0 ? nil : Double(done) / Double(counted) }
  }

  /// What to do about a habit next.
  public enum Change: String, Sendable {
    case keep
    case shrink
    case grow
    /// To ask for it less often, since it stands.
    case askLess = "ask-less"
    /// To ask for it whenever its slot comes again, since it has become weak.
    case askMore = "ask-more"
  }

  /// One habit, what to do about it, and the numbers that say so.
  public struct Suggestion: Equatable, Sendable {
    public var habit: Habit
    public var change: Change
    /// Of its last seven days that counted.
    public var done: Int
  }

  /// The days that a suggestion looks at.
  static let rhythm = 7
  /// Fewer than so many of them done: smaller; the program's choice.
  static let shrinkBelow = 3
  /// So many of them done: larger; the program's choice.
  static let growFrom = 5

  public let first: CivilDate
  public let last: CivilDate
  public private(set) var lines: [Line] = []
  /// Every day of the period, in order.
  public private(set) var days: [Day] = []
  /// What became of the promises that were closed in it.
  public var promises = PromiseCount()
  public private(set) var suggestion: Figure<Suggestion> = .missing(.days(Review.rhythm))

  /// - Parameters:
  ///   - measures: The habits.
  ///   - period: How far to look back.
  ///   - last: The last day.
  ///   - laboured: The habits of which the person says that they do not go by themselves.
  public init(
    _ measures: [HabitMeasure],
    _ period: Period,
    through last: CivilDate,
    laboured: [String] = []
  ) {
    self.last = last
    first = last.adding(days: 1 - period.days)
    days = (0..<period.days).map { Day(day: first.adding(days: $0), done: 0, counted: 0) }
    for measure in measures where measure.habit.aim.target != .unset {
      add(measure)
    }
    suggestion = Review.suggestion(measures, through: last, laboured: laboured)
  }

  private mutating func add(_ measure: HabitMeasure) {
    var line = Line(habit: measure.habit, done: 0, counted: 0, comeback: Comeback())
    let start = first.dayNumber
    for day in measure.days.suffix(days.count) {
      let place = day.day.dayNumber - start
      guard days.indices.contains(place) else { continue }
      line.comeback.add(day.state)
      guard day.state.counts else { continue }
      line.counted += 1
      days[place].counted += 1
      guard day.state == .done else { continue }
      line.done += 1
      days[place].done += 1
    }
    lines.append(line)
  }

  /// What needs to be smaller comes first, then what may be larger, then what is right.
  private static func suggestion(
    _ measures: [HabitMeasure],
    through last: CivilDate,
    laboured: [String]
  ) -> Figure<Suggestion> {
    var best: Suggestion?
    var most = 0
    for measure in measures where measure.habit.aim.target != .unset {
      // What was a year ago says nothing about next week.
      let year = measure.days.suffix(Period.year.days)
      let recent = year.reversed().lazy.filter(\.state.counts).prefix(rhythm)
      most = max(most, recent.count)
      guard recent.count == rhythm else { continue }
      let done = recent.count { $0.state == .done }
      var change: Change = done < shrinkBelow ? .shrink : done >= growFrom ? .grow : .keep
      let isLaboured = laboured.contains(measure.habit.question.id)
      if change != .shrink { change = measure.asking(isLaboured, on: last) ?? change }
      let suggestion = Suggestion(habit: measure.habit, change: change, done: done)
      if best.map({ suggestion.isBefore($0) }) ?? true { best = suggestion }
    }
    return best.map(Figure.known) ?? .missing(.days(rhythm - most))
  }
}

extension Review.Suggestion {
  /// Whether this is the one to make, of two.
  fileprivate func isBefore(_ other: Review.Suggestion) -> Bool {
    if change.rank != other.change.rank { return change.rank < other.change.rank }
    return change == .shrink ? done < other.done : done > other.done
  }
}

extension Review.Change {
  fileprivate var rank: Int {
    switch self {
    case .shrink: 0
    case .askMore: 1
    case .askLess: 2
    case .grow: 3
    case .keep: 4
    }
  }
}
