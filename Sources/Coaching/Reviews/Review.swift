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
    public var tally: Tally
    /// How often a miss was followed by a done.
    public var comeback = Comeback()
    /// What its last days brought together, where no single one says what became of it.
    public var together: DaysTogether?

    /// Whether it was done on five of seven days that counted; of a day or two nothing is said, nor
    /// where nothing counted.
    public var isHeld: Bool {
      tally.days >= Review.growFrom && tally.counted > 0
        && tally.done * Review.rhythm >= tally.counted * Review.growFrom
    }
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
    /// What became of its last days.
    public var tally: Tally
    /// How many days were looked at.
    public var days: Int
  }

  /// What the numbers of a habit came to.
  public struct Numbers: Equatable, Sendable {
    public var habit: Habit
    public var total: NumberTotal
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
  /// What was counted in it, habit by habit, with a target or without.
  public private(set) var numbers: [Numbers] = []
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
    self.init(measures, over: period.days, through: last, laboured: laboured)
  }

  /// - Parameters:
  ///   - measures: The habits.
  ///   - count: How many days to look back on, from 1.
  ///   - last: The last day.
  ///   - laboured: The habits of which the person says that they do not go by themselves.
  public init(
    _ measures: [HabitMeasure],
    over count: Int,
    through last: CivilDate,
    laboured: [String] = []
  ) {
    self.last = last
    first = last.adding(days: 1 - count)
    days = (0..<count).map { Day(day: first.adding(days: $0), done: 0, counted: 0) }
    for measure in measures where measure.habit.aim.target != .unset {
      add(measure)
    }
    for measure in measures {
      guard let total = measure.total(from: first, through: last), total.days > 0 else { continue }
      numbers.append(Numbers(habit: measure.habit, total: total))
    }
    suggestion = Review.suggestion(measures, through: last, laboured: laboured)
  }

  private mutating func add(_ measure: HabitMeasure) {
    var line = Line(habit: measure.habit, tally: Tally(over: days.count))
    line.together = measure.together(through: last, in: days.count)
    let start = first.dayNumber
    for day in measure.days.suffix(days.count) {
      let place = day.day.dayNumber - start
      guard days.indices.contains(place) else { continue }
      if !day.isOfSum { line.comeback.add(day.state) }
      line.tally.add(day)
      guard let part = day.part(in: 1) else { continue }
      days[place].counted += 1
      if part.isDone { days[place].done += 1 }
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
    for measure in measures where measure.habit.canChange {
      // What is meant in longer than a week is looked at over two rounds of it; each day of a sum
      // stands for a round already.
      let aim = measure.habit.aim
      let rounds = aim.isDaily ? 0 : aim.isSum ? 1 : 2
      let wanted = max(rhythm, rounds * aim.frequency.days)
      // What was a year ago says nothing about next week.
      let year = measure.days.suffix(max(Period.year.days, wanted))
      let recent = year.reversed().lazy.filter { $0.part(in: wanted) != nil }.prefix(wanted)
      most = max(most, min(recent.count, rhythm - 1))
      guard recent.count == wanted else { continue }
      var tally = Tally(over: wanted)
      for day in recent { tally.add(day) }
      var change = Change(tally, of: aim)
      let isLaboured = laboured.contains(measure.habit.question.id)
      if change != .shrink {
        change = measure.asking(isLaboured ? .laboured : .none, on: last) ?? change
      }
      let suggestion = Suggestion(
        habit: measure.habit,
        change: change,
        tally: tally,
        days: wanted
      )
      if best.map({ suggestion.isBefore($0) }) ?? true { best = suggestion }
    }
    return best.map(Figure.known) ?? .missing(.days(rhythm - most))
  }
}

extension Review.Suggestion {
  /// Whether this is the one to make, of two.
  fileprivate func isBefore(_ other: Review.Suggestion) -> Bool {
    if change.rank != other.change.rank { return change.rank < other.change.rank }
    let (mine, others) = (tally.rate ?? 0, other.tally.rate ?? 0)
    return change == .shrink ? mine < others : mine > others
  }
}

extension Habit {
  /// Whether there is less or more of it, as of what one does.
  ///
  /// A low number and a late evening are met with rest, and what is to stay small has no growth.
  fileprivate var canChange: Bool {
    if isFormer { return false }
    return switch (question.kind, aim.target) {
    case (.yesNo, .done), (.outcome, .done), (.count, .atLeast), (.number, .atLeast): true
    default: false
    }
  }
}

extension Review.Change {
  /// - Parameters:
  ///   - tally: What became of the last days.
  ///   - aim: What was meant; where that is so many days, there is no more of it before all are
  ///     done.
  fileprivate init(_ tally: Tally, of aim: Aim) {
    let share = tally.done * Review.rhythm
    if share < tally.counted * Review.shrinkBelow {
      self = .shrink
    } else if aim.meansDays ? tally.done == tally.counted : share >= tally.counted * Review.growFrom
    {
      self = .grow
    } else {
      self = .keep
    }
  }

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
