/// What a person means to do about a question, and how often.
///
/// It is written down with each answer, so that another aim never judges again what was judged.
public struct Aim: Equatable, Sendable {
  public enum Target: Equatable, Sendable {
    /// A yes; an offer of help, whatever became of it.
    case done
    /// A no is what is meant.
    case notDone
    /// A time of day at the latest.
    case by(CivilTime)
    case atLeast(Int)
    case atMost(Int)
    /// The person has set none: answers are kept, and nothing is judged.
    case unset
  }

  public var target: Target
  public var frequency: Frequency

  public init(_ target: Target, _ frequency: Frequency = .daily) {
    self.target = target
    self.frequency = frequency
  }

  /// Whether every day is one to do it on.
  public var isDaily: Bool { frequency.times == frequency.days }

  /// What its strength counts.
  public var goal: Strength.Goal {
    switch target {
    case .atLeast(let number): .atLeast(number)
    case .atMost(let number): .atMost(number)
    case .done, .notDone, .by, .unset: .times
    }
  }
}

extension Aim: CustomStringConvertible {
  /// As it is written down: `by 23:00 1/1`, `done 3/7`.
  public var description: String {
    let what =
      switch target {
      case .done: "done"
      case .notDone: "not-done"
      case .by(let time): "by \(time)"
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
    let number = words.count == 2 ? Int(words[1]) : nil
    switch (words.first, words.count, number) {
    case ("done", 1, _): target = .done
    case ("not-done", 1, _): target = .notDone
    case ("unset", 1, _): target = .unset
    case ("at-least", 2, let number?): target = .atLeast(number)
    case ("at-most", 2, let number?): target = .atMost(number)
    case ("by", 2, _):
      guard let time = CivilTime(String(words[1])) else { return nil }
      target = .by(time)
    default: return nil
    }
    self.frequency = frequency
  }
}

/// A question asked on a schedule, with what the person means to do about it.
public struct Habit: Equatable, Sendable {
  public var question: Question
  public var aim: Aim

  public init(_ question: Question, _ aim: Aim) {
    self.question = question
    self.aim = aim
  }

  public static let sleep = "sleep"
  public static let getUp = "get-up"
  public static let energy = "energy"
}

extension Teaching {
  /// The questions whose answers have a strength, with what the person means to do about each.
  ///
  /// A question about the tip of the day is another one every day, and words have no good or bad.
  public func habits(lightsOut: CivilTime?, getUp: CivilTime?) -> [Habit] {
    questions.compactMap { question in
      guard question.about != .tip, question.better != .neither, question.kind != .text else {
        return nil
      }
      let time = question.id == Habit.sleep ? lightsOut : question.id == Habit.getUp ? getUp : nil
      return Habit(question, Aim(question.target(time: time)))
    }
  }
}

extension Question {
  /// What a good answer is, with the person's own time where that is what makes it good.
  func target(time: CivilTime?) -> Aim.Target {
    switch kind {
    case .outcome: .done
    case .yesNo: better == .less ? .notDone : .done
    case .timeOfDay: time.map(Aim.Target.by) ?? .unset
    // The documents give no number for these, and none is made up.
    case .scale, .count, .text: .unset
    }
  }
}
