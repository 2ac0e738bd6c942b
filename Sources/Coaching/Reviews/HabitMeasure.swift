/// What the judged days of a habit add up to.
public struct HabitMeasure: Equatable, Sendable {
  /// A week, from the weekday on which the person's begins.
  public struct Week: Equatable, Sendable {
    /// Its first day.
    public var first: CivilDate
    public var tally = Tally(over: Week.days)

    public static let days = 7

    /// The Monday that lies in it.
    public var monday: CivilDate {
      first.adding(days: (8 - first.weekday.rawValue) % 7)
    }
  }

  /// A day with what it did to the strength.
  public struct Step: Equatable, Sendable {
    public var day: HabitDay
    public var before: Double
    public var retention: Double
    /// How far the goal was reached; nil where the day was skipped.
    public var share: Double?
    public var after: Double
  }

  public let habit: Habit
  public private(set) var days: [HabitDay] = []
  public private(set) var comeback = Comeback()
  public private(set) var run = Run()
  /// Those that have a judged day, in order.
  public private(set) var weeks: [Week] = []
  /// The days of each state, in the order of `DayState.allCases`.
  public private(set) var counts = DayState.allCases.map { (state: $0, days: 0) }
  /// For how many days in a row, through the last, the strength has been enough to stand.
  public private(set) var standing = 0
  private var running: HabitStrength
  public let weekStarts: Weekday

  /// From which strength on a habit stands, from 0 to 1.
  public static let standsFrom = 0.8

  /// Nothing yet; days are fed by `add`.
  public init(_ habit: Habit, weekStarts: Weekday = .monday) {
    self.habit = habit
    self.weekStarts = weekStarts
    running = HabitStrength(habit.aim.frequency, goal: habit.aim.goal)
  }

  public init(_ judged: HabitDays, weekStarts: Weekday = .monday) {
    self.init(judged.habit, weekStarts: weekStarts)
    if let first = judged.days.first { begin(with: first.aim) }
    for day in judged.days { fold(day) }
    days = judged.days
  }

  /// Feeds the next day; to feed them one by one or all at once are the same sums.
  @discardableResult
  public mutating func add(_ day: HabitDay) -> Step {
    if days.isEmpty { begin(with: day.aim) }
    defer { days.append(day) }
    return fold(day)
  }

  /// Begins with what was meant on the first day, whatever is meant today.
  private mutating func begin(with aim: Aim) {
    running = HabitStrength(aim.frequency, goal: aim.goal)
  }

  @discardableResult
  private mutating func fold(_ day: HabitDay) -> Step {
    running.change(to: day.aim.frequency, goal: day.aim.goal)
    let before = running.score
    running.add(day.brought)
    standing = running.score >= HabitMeasure.standsFrom ? standing + 1 : 0
    // What is looked at over some days has no single one on which one comes back.
    if !day.isOfSum {
      comeback.add(day.state)
      run.add(day.state)
    }
    count(day)
    return Step(
      day: day,
      before: before,
      retention: running.retention,
      share: day.brought == .skipped ? nil : running.share,
      after: running.score
    )
  }

  private mutating func count(_ day: HabitDay) {
    for index in counts.indices where counts[index].state == day.state { counts[index].days += 1 }
    guard day.part(in: Week.days) != nil else { return }
    let first = day.day.firstOfWeek(from: weekStarts)
    if weeks.last?.first != first { weeks.append(Week(first: first)) }
    weeks[weeks.count - 1].tally.add(day)
  }

  /// How strong the habit is; nil before a day brought anything.
  public var strength: HabitStrength? {
    days.contains { $0.brought != .skipped } ? running : nil
  }

  /// The last calendar weeks through a day, the oldest first; those in which nothing counted have
  /// an empty tally, and those before the first answer are left out.
  public func lastWeeks(_ count: Int, through last: CivilDate) -> [Week] {
    guard let begin = days.first?.day else { return [] }
    let current = last.firstOfWeek(from: weekStarts)
    return (1 - count...0).map { Week(first: current.adding(days: $0 * Week.days)) }
      .filter { $0.first.adding(days: Week.days) > begin }
      .map { empty in weeks.last { $0.first == empty.first } ?? empty }
  }

  /// Whether a week tells anything through a day: one that is not over does not by days alone on
  /// which nothing was due yet, as of what is meant five times in seven days on the first of them.
  public func tells(_ week: Week, through last: CivilDate) -> Bool {
    let end = week.first.adding(days: Week.days - 1)
    if week.tally.counted == 0 || week.tally.done > 0 || end <= last {
      return week.tally.counted > 0
    }
    return days.contains { day in
      (week.first...last).contains(day.day) && (day.state == .missed || day.window == .missed)
    }
  }

  /// The last day that counted; nil before there is one.
  public var lastCounted: CivilDate? {
    days.last { $0.part(in: Week.days) != nil }?.day
  }

  /// The days just now for which an answer may still come.
  public var openCount: Int {
    days.suffix(HabitDays.openDays + 1).count { $0.state == .unknown && $0.answer == nil }
  }

  public func days(_ state: DayState) -> Int {
    counts.first { $0.state == state }?.days ?? 0
  }

  /// Why there is no strength; nil where there is.
  public var lack: MissingReason? {
    if strength != nil { return nil }
    return habit.aim.target == .unset ? .target : .days(1)
  }

  public static func == (left: HabitMeasure, right: HabitMeasure) -> Bool {
    left.habit == right.habit && left.days == right.days && left.running == right.running
      && left.comeback == right.comeback && left.run == right.run && left.weeks == right.weeks
      && left.standing == right.standing && left.weekStarts == right.weekStarts
  }
}

extension HabitDay {
  /// Whether it stands for the days before it too.
  var isOfSum: Bool { aim.isSum && !aim.isDaily }
}

/// What is missing for a figure: it stays unknown, and says so.
public enum MissingReason: Equatable, Sendable {
  /// So many more days that count.
  case days(Int)
  /// So many more nights.
  case nights(Int)
  /// The person's own target.
  case target
}

/// A figure, or what is missing for it.
public enum Figure<Value: Equatable & Sendable>: Equatable, Sendable {
  case known(Value)
  case missing(MissingReason)

  public var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  public var lack: MissingReason? {
    if case .missing(let lack) = self { lack } else { nil }
  }
}
