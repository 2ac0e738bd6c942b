/// What the person's own answers say about an obstacle, once there are enough of them.
public struct Evidence: Equatable, Sendable {
  /// What was done or feared so many times.
  public var count: Int
  /// How often it went well: the offer was welcome, the ridicule did not come.
  public var good: Int

  public init(count: Int = 0, good: Int = 0) {
    self.count = count
    self.good = good
  }

  /// From how many on it says something; the program's choice.
  public static let enough = 10

  /// How many more are needed before it says something.
  public var missing: Int { max(0, Evidence.enough - count) }

  /// Whether there is enough of it and less than half went well.
  public var isUnfavourable: Bool { missing == 0 && good * 2 < count }

  /// Offers made and welcomed.
  public static func offers(_ histories: [HabitHistory]) -> Evidence {
    var evidence = Evidence()
    for answer in histories.flatMap(\.standing).map(\.answer) {
      switch answer {
      case .outcome(.taken):
        evidence.count += 1
        evidence.good += 1
      case .outcome(.declined): evidence.count += 1
      default: break
      }
    }
    return evidence
  }

  /// Ridicule feared, and how often it stayed away.
  public static func ridicule(_ history: HabitHistory) -> Evidence {
    var evidence = Evidence()
    for case .yesNo(let came) in history.standing.map(\.answer) {
      evidence.count += 1
      if !came { evidence.good += 1 }
    }
    return evidence
  }

  /// From how many reports of ridicule on, within how many days, there is support and no advice;
  /// the program's choice.
  static let repeatedReports = 3
  static let reportDays = 90

  /// Whether the person reported ridicule again and again.
  public static func isRepeated(_ ridicule: HabitHistory, on day: CivilDate) -> Bool {
    let first = day.adding(days: -reportDays)
    return ridicule.standing.count { $0.day > first && $0.answer == .yesNo(true) }
      >= repeatedReports
  }
}

extension HabitHistory {
  /// The answers that stand: of each day the last.
  fileprivate var standing: [Entry] {
    entries.indices.filter { place in
      place + 1 == entries.count || entries[place + 1].day != entries[place].day
    }.map { entries[$0] }
  }
}
