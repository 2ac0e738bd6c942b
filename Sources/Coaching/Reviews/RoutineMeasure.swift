/// What became of a routine on some days: one figure beside those of its habits.
public struct RoutineMeasure: Equatable, Sendable {
  /// A calendar week.
  public struct Week: Equatable, Sendable {
    public var first: CivilDate
    /// The days on which all of it was done that counted.
    public var whole = 0
    /// The days on which any of it counted.
    public var days = 0
  }

  public let routine: Routine
  /// Those that have a day which counted, in order.
  public private(set) var weeks: [Week] = []
  /// How often one of its habits was done, of how often one counted.
  public private(set) var done = 0
  public private(set) var parts = 0

  /// - Parameters:
  ///   - routine: The routine.
  ///   - measures: The habits, those of the routine among them.
  ///   - first: The first day that is looked at.
  ///   - last: The last day.
  public init(
    _ routine: Routine,
    _ measures: [HabitMeasure],
    from first: CivilDate,
    through last: CivilDate
  ) {
    self.routine = routine
    let own = measures.filter { routine.questions.contains($0.habit.question.id) }
    guard first <= last, let starts = own.first?.weekStarts else { return }
    for number in first.dayNumber...last.dayNumber {
      let day = CivilDate(dayNumber: number)
      add(own.compactMap { $0.days.day(day)?.part(in: 1)?.isDone }, on: day, starts)
    }
  }

  /// Adds a day of which each habit that counted was done or not.
  private mutating func add(_ isDone: [Bool], on day: CivilDate, _ starts: Weekday) {
    if isDone.isEmpty { return }
    let first = day.firstOfWeek(from: starts)
    if weeks.last?.first != first { weeks.append(Week(first: first)) }
    weeks[weeks.count - 1].days += 1
    if isDone.allSatisfy(\.self) { weeks[weeks.count - 1].whole += 1 }
    done += isDone.count(where: \.self)
    parts += isDone.count
  }

  /// How much of it was done, from 0 to 1; nil where nothing counted.
  public var share: Double? { parts == 0 ? nil : Double(done) / Double(parts) }

  /// The days on which all of it was done, and those on which any of it counted.
  public var whole: Int { weeks.reduce(0) { $0 + $1.whole } }
  public var days: Int { weeks.reduce(0) { $0 + $1.days } }
}
