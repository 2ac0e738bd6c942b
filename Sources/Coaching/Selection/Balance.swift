/// How much the person gives, and how they fare meanwhile: the last week beside the three before.
///
/// A rise or a fall is one that Welch's interval of the difference, at 95 %, has on one side of
/// nothing. It says that things go together, never that one is because of the other; what is too
/// little to tell stays silent. All numbers here are the program's choice.
public struct Balance: Equatable, Sendable {
  /// How many civil days the last week has: each weekday once, so that a weekend is no rise.
  public static let recentDays = 7
  /// How many lie before it: three of each weekday, and no longer ago than the person's usual is
  /// still their usual.
  public static let beforeDays = 21
  /// How many numbers of the last week there have to be: of more than half of its days.
  static let leastRecent = 4
  /// How many of the weeks before: of about half of theirs, the interval being wide enough then.
  static let leastBefore = 10

  /// Numbers of the last week, and of the three before.
  public struct Weeks: Equatable, Sendable {
    public var recent: [Double]
    public var before: [Double]

    public init(recent: [Double] = [], before: [Double] = []) {
      self.recent = recent
      self.before = before
    }

    /// Whether the last week lies above those before by more than chance would often do.
    public var hasRisen: Bool { change == 1 }

    /// Whether it lies below them.
    public var hasFallen: Bool { change == -1 }

    /// 1 for a rise, -1 for a fall, 0 where neither is clear.
    private var change: Int {
      guard recent.count >= Balance.leastRecent, before.count >= Balance.leastBefore else {
        return 0
      }
      // Without a number that differs from another of its group, every difference is clear.
      let interval =
        WelchTest(recent, before)?.interval
        ?? (recent[0] - before[0])...(recent[0] - before[0])
      return interval.lowerBound > 0 ? 1 : interval.upperBound < 0 ? -1 : 0
    }

    var recentMean: Double { recent.reduce(0, +) / Double(max(1, recent.count)) }
  }

  /// Minutes from the person's own lights-out to that of an evening.
  public var lateness = Weeks()
  public var energy = Weeks()
  /// Offers made and extras given on each day of which that is known.
  public var given = Weeks()

  public init(lateness: Weeks = Weeks(), energy: Weeks = Weeks(), given: Weeks = Weeks()) {
    self.lateness = lateness
    self.energy = energy
    self.given = given
  }

  /// Whether the person gives more than before, and the light goes out later than they want and
  /// later than before, or their energy is less.
  public var isOverGiving: Bool {
    given.hasRisen
      && (lateness.hasRisen && lateness.recentMean > 0 || energy.hasFallen)
  }
}

extension Coach {
  /// When something was said, and in which zone.
  public struct Said: Equatable, Sendable {
    public var at: Instant
    /// The name of the zone.
    public var zone: String

    public init(at: Instant, zone: String) {
      self.at = at
      self.zone = zone
    }

    public init(_ fact: Fact) { self.init(at: fact.instant, zone: fact.zone) }
  }

  /// What was answered or given on a day before those that are folded.
  public struct Past: Equatable, Sendable {
    public var day: CivilDate
    /// Nil where it is an extra.
    public var question: String?
    public var answer: Answer
    /// When it was said; nil of an extra.
    public var said: Said?

    public init(day: CivilDate, question: String?, answer: Answer, said: Said? = nil) {
      self.day = day
      self.question = question
      self.answer = answer
      self.said = said
    }
  }

  /// The balance of the four weeks before a civil day.
  func balance(before day: CivilDate, for context: PlanningContext) -> Balance {
    var balance = Balance()
    let first = day.adding(days: -Balance.recentDays - Balance.beforeDays)
    var given: [(day: CivilDate, count: Double)] = []
    func add(_ day: CivilDate, _ count: Double) {
      if let place = given.lastIndex(where: { $0.day == day }) {
        given[place].count += count
      } else {
        given.append((day, count))
      }
    }
    for past in standing(from: first, before: day) {
      switch past.answer {
      case _ where past.question == nil: add(past.day, 1)
      case .timeOfDay(let time) where past.question == Habit.sleep:
        guard let late = context.profile.lateness(of: time, on: past.day) else { continue }
        balance.lateness.add(late.minutes, of: past.day, before: day)
      case .scale(let points) where past.question == Habit.energy:
        balance.energy.add(Double(points), of: past.day, before: day)
      case .outcome(let outcome): add(past.day, outcome == .couldNot ? 0 : 1)
      case .noOccasion where context.teaching.question(past.question ?? "")?.kind == .outcome:
        add(past.day, 0)
      default: break
      }
    }
    for (given, count) in given { balance.given.add(count, of: given, before: day) }
    return balance
  }

  /// The answers that stand and the extras of some days, in the order in which they were given.
  private func standing(from first: CivilDate, before day: CivilDate) -> [Past] {
    let days = first..<day
    var said = past.filter { days.contains($0.day) }
    for given in answers where days.contains(given.day) {
      said.append(
        Past(day: given.day, question: given.answered.question, answer: given.answered.answer)
      )
    }
    var last: [Past] = []
    for said in said {
      // Answered twice, the later answer stands.
      last.removeAll { $0.day == said.day && $0.question == said.question && said.question != nil }
      last.append(said)
    }
    let extras = extras.filter { days.contains($0.day) && !$0.extra.isDropped }
    return last + extras.map { Past(day: $0.day, question: nil, answer: .noOccasion) }
  }
}

extension Balance.Weeks {
  /// Takes the number of a day among those of the last week, or of the weeks before it.
  fileprivate mutating func add(_ number: Double, of day: CivilDate, before end: CivilDate) {
    let isRecent = day >= end.adding(days: -Balance.recentDays)
    if isRecent { recent.append(number) } else { before.append(number) }
  }
}
