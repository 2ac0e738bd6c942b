/// What the ledger holds of one question, through a civil day.
public struct HabitHistory: Equatable, Sendable {
  /// An answer that was not taken back.
  public struct Entry: Equatable, Sendable {
    public var sequence: Int64
    public var day: CivilDate
    public var answer: Answer
    /// What the person meant when they gave it; nil where an older version wrote it.
    public var aim: Aim?

    public init(sequence: Int64, day: CivilDate, answer: Answer, aim: Aim? = nil) {
      self.sequence = sequence
      self.day = day
      self.answer = answer
      self.aim = aim
    }
  }

  /// By day, and within a day in the order in which they were given: the last one stands.
  public var entries: [Entry]
  /// The civil days of the prompts that asked it, in order.
  public var asked: [CivilDate]
  /// The days on which anything was asked, in order: the machine ran, and the coach with it.
  public var used: [CivilDate]
  /// The first and the last days of absences that were not taken back.
  public var absences: [ClosedRange<CivilDate>]

  public init(
    entries: [Entry] = [],
    asked: [CivilDate] = [],
    used: [CivilDate] = [],
    absences: [ClosedRange<CivilDate>] = []
  ) {
    self.entries = entries
    self.asked = asked
    self.used = used
    self.absences = absences
  }
}

/// A civil day of a habit, judged.
public struct HabitDay: Equatable, Sendable {
  public var day: CivilDate
  public var state: DayState
  /// What the strength is fed with.
  public var brought: HabitStrength.Day
  /// What was meant on it.
  public var aim: Aim
  public var answer: Answer?

  public init(
    day: CivilDate,
    state: DayState,
    brought: HabitStrength.Day,
    aim: Aim,
    answer: Answer? = nil
  ) {
    self.day = day
    self.state = state
    self.brought = brought
    self.aim = aim
    self.answer = answer
  }
}

/// The days of a habit, judged one by one, each by what was meant when it was answered.
public struct HabitDays: Equatable, Sendable {
  public let habit: Habit
  /// From the first answer through the last day that was asked about; without gaps.
  public private(set) var days: [HabitDay] = []

  /// For so many civil days an answer may still come; in Lally's study it was as many.
  public static let openDays = 3

  /// - Parameters:
  ///   - habit: The habit, with what is meant today.
  ///   - history: What the ledger holds of it.
  ///   - last: The last day; the days just before it may be unknown yet.
  ///   - today: The day from which on what is meant today may hold.
  public init(
    _ habit: Habit,
    _ history: HabitHistory,
    through last: CivilDate,
    today: CivilDate
  ) {
    self.habit = habit
    guard let first = history.entries.first?.day, first <= last else { return }
    days.reserveCapacity(first.days(until: last) + 1)
    let aims = Aims(history.entries, now: habit.aim, today: today)
    // What is meant some times in some days can be done on a day that does not ask for it.
    let isAnyDay = habit.aim.meansDays && !history.used.isEmpty
    let asking = isAnyDay || history.asked.isEmpty ? history.used : history.asked
    var asked = Cursor(asking.map(habit.question.answerDay))
    var next = 0
    let away = history.absences
    for number in first.dayNumber...last.dayNumber {
      let day = CivilDate(dayNumber: number)
      var entry: HabitHistory.Entry?
      // The last answer of a day stands.
      while next < history.entries.count, history.entries[next].day == day {
        entry = history.entries[next]
        next += 1
      }
      let wasAsked = asked.contains(day)
      let aim = entry?.aim ?? aims.inForce(on: day)
      var judged = HabitDay(day: day, state: .excused, brought: .skipped, aim: aim)
      judged.answer = entry?.answer
      if !away.contains(where: { $0.contains(day) }) {
        let isOpen = day.days(until: last) <= HabitDays.openDays
        let silence: DayState = isOpen ? .unknown : wasAsked ? .missed : .excused
        judged.judge(otherwise: silence)
      }
      days.append(judged)
    }
  }
}

extension HabitDay {
  /// Judges the day by its answer; without one, it is what silence makes of it.
  fileprivate mutating func judge(otherwise silence: DayState) {
    if aim.target == .unset {
      state = .unknown
      return
    }
    let amount = answer.flatMap(aim.amount)
    if answer == nil {
      state = silence
    } else if let amount {
      state = aim.isReached(by: amount) ? .done : .missed
    } else {
      // There was no occasion, or the answer is of another kind than the question has now.
      state = answer == .noOccasion ? .excused : .unknown
    }
    // Of what is to stay small, silence says nothing at all.
    if case .atMost = aim.target, answer == nil, state == .missed { state = .unknown }
    if state.counts { brought = .done(amount ?? 0) }
    // What is meant three times a week is not missed on a Monday.
    if state == .missed, !aim.isDaily { state = .notDue }
  }
}

extension [HabitHistory.Entry] {
  /// They mostly come in it: a life long, most answers are given on their day.
  fileprivate var inOrderOfWriting: Self {
    let isSorted = zip(self, dropFirst()).allSatisfy { $0.sequence <= $1.sequence }
    return isSorted ? self : sorted { $0.sequence < $1.sequence }
  }
}

/// What was meant on each day: what was written down with the answers, and from today on what is
/// configured.
private struct Aims {
  private var steps: [(day: CivilDate, aim: Aim)] = []
  private let first: Aim

  init(_ entries: [HabitHistory.Entry], now: Aim, today: CivilDate) {
    var last: CivilDate?
    for entry in entries.inOrderOfWriting {
      // What is filled in later is judged by itself, and moves nothing around it.
      guard let aim = entry.aim, last.map({ $0 < entry.day }) ?? true else { continue }
      last = entry.day
      if steps.last?.aim != aim { steps.append((entry.day, aim)) }
    }
    if let last { steps.append((max(last.adding(days: 1), today), now)) }
    first = steps.first?.aim ?? now
  }

  func inForce(on day: CivilDate) -> Aim {
    steps.last { $0.day <= day }?.aim ?? first
  }
}

/// Goes through days in order once.
private struct Cursor {
  private let days: [CivilDate]
  private var next = 0

  init(_ days: [CivilDate]) { self.days = days }

  /// Whether the day is among them; days are to be asked for in order.
  mutating func contains(_ day: CivilDate) -> Bool {
    while next < days.count, days[next] < day { next += 1 }
    return next < days.count && days[next] == day
  }
}
