/// What a person means to do about a question, and how often.
///
/// It is written down with each answer, so that another aim never judges again what was judged.
public struct Aim: Equatable, Sendable {
  public enum Target: Equatable, Sendable {
    /// A yes; an offer of help, whatever became of it.
    case done
    /// A no is what is meant.
    case notDone
    /// A time of day at the latest; so many minutes later is still on time.
    case by(CivilTime, tolerance: Int = Lateness.onTimeMinutes)
    case atLeast(DecimalNumber)
    case atMost(DecimalNumber)
    /// The person has set none: answers are kept, and nothing is judged.
    case unset
  }

  public var target: Target
  public var frequency: Frequency

  public init(_ target: Target, _ frequency: Frequency = .daily) {
    self.target = target
    self.frequency = frequency
  }

  /// Whether each day is judged by itself.
  public var isDaily: Bool { isSum ? frequency.days == 1 : frequency.isEveryDay }

  /// Whether it is a number that the answers of its days add up to.
  public var isSum: Bool { goal != .times }

  /// What its strength counts.
  public var goal: HabitStrength.Goal {
    switch target {
    case .atLeast(let number): .atLeast(number)
    case .atMost(let number): .atMost(number)
    case .done, .notDone, .by, .unset: .times
    }
  }
}

extension Aim {
  /// What an answer brings towards the target; nil where it says nothing about it.
  func amount(of answer: Answer) -> DecimalNumber? {
    switch (target, answer) {
    case (.done, .yesNo(let isYes)): isYes ? 1 : 0
    case (.notDone, .yesNo(let isYes)): isYes ? 0 : 1
    // The habit is the offer, one's own act, and not what others make of it.
    case (.done, .outcome): 1
    case (.by(let target, let tolerance), .timeOfDay(let time)):
      Lateness(of: time, after: target).isOnTime(within: tolerance) ? 1 : 0
    case (.atLeast, _), (.atMost, _): answer.number
    default: nil
    }
  }

  /// Whether what one day brought makes it a day that was done, where each is judged by itself.
  func isReached(by amount: DecimalNumber) -> Bool {
    switch target {
    case .atLeast(let number): amount >= number
    case .atMost(let number): amount <= number
    case .done, .notDone, .by, .unset: amount > 0
    }
  }

  /// Whether it means so many days in so many; a number to reach in some days says nothing of how
  /// many of them.
  var meansDays: Bool { !isDaily && !isSum && target != .unset }

  /// Whether another aim makes as much of a day on which nothing was said.
  package func judgesSilence(like other: Aim) -> Bool {
    frequency == other.frequency && goal == other.goal
      && (target == .unset) == (other.target == .unset)
  }
}

extension Aim: CustomStringConvertible {
  /// As it is written down: `by 23:00 1/1`, `by 23:00 +15 1/1`, `done 3/7`.
  public var description: String {
    let what =
      switch target {
      case .done: "done"
      case .notDone: "not-done"
      case .by(let time, Lateness.onTimeMinutes): "by \(time)"
      case .by(let time, let tolerance): "by \(time) +\(tolerance)"
      case .atLeast(let number): "at-least \(number)"
      case .atMost(let number): "at-most \(number)"
      case .unset: "unset"
      }
    return "\(what) \(frequency)"
  }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ text: String) {
    var words = text.split(separator: " ")
    guard let frequency = words.popLast().flatMap({ Frequency(String($0)) }) else { return nil }
    let number = words.count == 2 ? DecimalNumber(String(words[1])) : nil
    switch (words.first, words.count, number) {
    case ("done", 1, _): target = .done
    case ("not-done", 1, _): target = .notDone
    case ("unset", 1, _): target = .unset
    case ("at-least", 2, let number?): target = .atLeast(number)
    case ("at-most", 2, let number?): target = .atMost(number)
    case ("by", 2...3, _):
      guard let time = CivilTime(String(words[1])) else { return nil }
      guard let late = words.count == 3 ? Int(words[2]) : Lateness.onTimeMinutes else { return nil }
      target = .by(time, tolerance: late)
    default: return nil
    }
    self.frequency = frequency
  }
}

/// A question asked on a schedule, with what the person means to do about it.
public struct Habit: Equatable, Sendable {
  public var question: Question
  public var aim: Aim
  /// Whether it was asked once, and is not any more.
  public var isFormer = false

  public init(_ question: Question, _ aim: Aim) {
    self.question = question
    self.aim = aim
  }

  public static let sleep = "sleep"
  public static let getUp = "get-up"
  public static let energy = "energy"
}
