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

  /// Another aim, and the day on which the coach first saw it.
  public struct Change: Equatable, Sendable {
    public var sequence: Int64
    public var day: CivilDate
    public var aim: Aim

    public init(sequence: Int64, day: CivilDate, aim: Aim) {
      self.sequence = sequence
      self.day = day
      self.aim = aim
    }

    /// Nil where a fact says nothing of what is meant about a question.
    public init?(_ fact: Fact, of question: String) {
      guard case .aimed(let aim, question) = fact.event else { return nil }
      self.init(sequence: fact.sequence, day: fact.day, aim: aim)
    }
  }

  /// By day, and within a day in the order in which they were given: the last one stands.
  public var entries: [Entry]
  /// The civil days of the prompts that asked it, in order.
  public var asked: [CivilDate]
  /// What was meant from a day on, where it was changed between two answers; in any order.
  public var changes: [Change]
  /// The first and the last days of absences that were not taken back.
  public var absences: [ClosedRange<CivilDate>]

  public init(
    entries: [Entry] = [],
    asked: [CivilDate] = [],
    changes: [Change] = [],
    absences: [ClosedRange<CivilDate>] = []
  ) {
    self.entries = entries
    self.asked = asked
    self.changes = changes
    self.absences = absences
  }
}

/// A civil day of a habit, judged.
public struct HabitDay: Equatable, Sendable {
  public var day: CivilDate
  public var state: DayState
  /// What became of all the days that are looked at together and end with this one.
  ///
  /// Done, missed, or not known yet; where each day is judged by itself it is the state.
  public var window: DayState
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
    window = state
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

  /// How many days before a first one it takes to judge it as in the whole of a history: those that
  /// are looked at together, twice, and room for an absence among them.
  public static func reach(of habits: [Habit]) -> Int {
    2 * habits.map(\.aim.frequency.days).reduce(HabitMeasure.Week.days, max) + absenceDays
  }

  /// The program's choice.
  private static let absenceDays = 60

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
    let aims = Aims(history, now: habit.aim, today: today)
    var asked = Cursor(history.asked.map(habit.question.answerDay))
    var judge = Judge(history.entries.first?.aim ?? aims.inForce(on: first))
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
        judge.judge(&judged, silence: !wasAsked ? .unasked : isOpen ? .open : .asked)
      }
      days.append(judged)
    }
  }
}

/// Judges the days of a habit in their order.
private struct Judge {
  /// What a day without an answer is.
  enum Silence {
    /// Nobody asked: of such a day nothing is known.
    case unasked
    /// It was asked, and an answer may still come.
    case open
    case asked
  }

  private var window: GoalWindow
  /// The days in a row of which nothing is known but that nothing was said.
  private var unknownDays = Int(Int16.max)

  init(_ aim: Aim) {
    window = GoalWindow(aim.frequency, goal: aim.goal)
  }

  mutating func judge(_ day: inout HabitDay, silence: Silence) {
    let amount = day.answer.flatMap(day.aim.amount)
    if day.aim.target == .unset || day.answer != nil && amount == nil {
      // There was no occasion, no target, or the answer is of another kind than is asked now.
      let isExcused = day.answer == .noOccasion && day.aim.target != .unset
      return day.stand(isExcused ? .excused : .unknown)
    }
    let isKnown = amount != nil || silence == .asked && !day.aim.staysSmall
    unknownDays = isKnown ? 0 : min(unknownDays + 1, Int(Int16.max))
    window.change(to: day.aim.frequency, goal: day.aim.goal)
    if day.aim.isDaily {
      judgeAlone(&day, amount, silence)
    } else {
      judgeTogether(&day, amount, silence)
    }
  }

  private mutating func judgeAlone(
    _ day: inout HabitDay,
    _ amount: DecimalNumber?,
    _ silence: Silence
  ) {
    guard let amount else {
      // Of what is to stay small, silence says nothing at all.
      guard silence == .asked, !day.aim.staysSmall else { return day.stand(.unknown) }
      window.add(0)
      return day.stand(.missed, bringing: 0)
    }
    window.add(amount)
    day.stand(day.aim.isReached(by: amount) ? .done : .missed, bringing: amount)
  }

  /// A day without an answer adds nothing, asked about or not, and the days together decide.
  ///
  /// So nobody has to say “no” on days without a question. Where nothing was asked or said in all
  /// of them, nothing is known.
  private mutating func judgeTogether(
    _ day: inout HabitDay,
    _ amount: DecimalNumber?,
    _ silence: Silence
  ) {
    let aim = day.aim
    guard unknownDays < aim.frequency.days * (aim.isSum ? 1 : 2) else { return day.stand(.unknown) }
    // What is settled already is settled whatever answer may still come.
    if amount == nil, silence == .open, !isSettled(for: aim) { return day.stand(.unknown) }
    window.add(amount ?? 0)
    let verdict: DayState = window.isReached.map { $0 ? .done : .missed } ?? .unknown
    // What is meant three times a week is not missed on a Monday.
    let own: DayState = (amount ?? 0) > 0 ? .done : .notDue
    day.stand(aim.isSum ? verdict : own, bringing: amount ?? 0)
    day.window = verdict
  }

  /// Whether the days together are enough, or too much, with nothing on the next one.
  private func isSettled(for aim: Aim) -> Bool {
    var ahead = window
    ahead.add(0)
    return ahead.isReached == !aim.staysSmall
  }
}

extension Aim {
  /// Whether less of it is meant.
  fileprivate var staysSmall: Bool { if case .atMost = target { true } else { false } }
}

extension HabitDay {
  /// The number that was answered; nil where it was none.
  public var number: DecimalNumber? {
    if case .number(let number)? = answer { number } else { nil }
  }

  /// The time of day that was answered; nil where it was none.
  public var time: CivilTime? {
    if case .timeOfDay(let time)? = answer { time } else { nil }
  }

  /// The stretches that were answered; nil where it was none.
  public var stretches: [Stretch]? { answer?.stretches }

  fileprivate mutating func stand(_ state: DayState, bringing amount: DecimalNumber? = nil) {
    self.state = state
    window = state
    if let amount { brought = .done(amount) }
  }
}

extension [HabitDay] {
  /// A civil day among days without gaps; nil where it is none of them.
  func day(_ day: CivilDate) -> HabitDay? {
    guard let first = first?.day else { return nil }
    let place = first.days(until: day)
    return indices.contains(place) ? self[place] : nil
  }
}

extension [HabitHistory.Entry] {
  /// They mostly come in it: a life long, most answers are given on their day.
  fileprivate var inOrderOfWriting: Self {
    let isSorted = zip(self, dropFirst()).allSatisfy { $0.sequence <= $1.sequence }
    return isSorted ? self : sorted { $0.sequence < $1.sequence }
  }
}

/// What was meant on each day: what was written down with the answers and between them, and from
/// today on what is configured.
private struct Aims {
  private var steps: [(day: CivilDate, aim: Aim)] = []
  private var first: Aim

  init(_ history: HabitHistory, now: Aim, today: CivilDate) {
    first = now
    var last: CivilDate?
    var changes = history.changes.sorted { $0.sequence < $1.sequence }[...]
    for entry in history.entries.inOrderOfWriting {
      while let change = changes.first, change.sequence < entry.sequence {
        put(change, &last)
        changes.removeFirst()
      }
      // What is filled in later is judged by itself, and moves nothing around it.
      guard let aim = entry.aim, last.map({ $0 < entry.day }) ?? true else { continue }
      last = entry.day
      if steps.last?.aim != aim { steps.append((entry.day, aim)) }
    }
    for change in changes { put(change, &last) }
    if let last { steps.append((max(last.adding(days: 1), today), now)) }
    first = steps.first?.aim ?? now
  }

  /// What a clock wrote that ran back changes nothing before what is known.
  private mutating func put(_ change: HabitHistory.Change, _ last: inout CivilDate?) {
    guard let known = last, known <= change.day else { return }
    last = change.day
    if steps.last?.aim != change.aim { steps.append((change.day, change.aim)) }
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
