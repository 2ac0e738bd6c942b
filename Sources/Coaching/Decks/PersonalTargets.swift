/// What the person set out to do, beside what a question means by itself.
public struct PersonalTargets: Equatable, Sendable {
  /// An aim of the person's own about a question.
  public struct Entry: Equatable, Sendable {
    public var question: String
    public var aim: Aim

    public init(question: String, aim: Aim) {
      self.question = question
      self.aim = aim
    }
  }

  /// Evening by evening.
  public var lightsOut: WeeklyTimes?
  public var getUp: WeeklyTimes?
  /// How much later is still on time, in minutes.
  public var toleranceMinutes: Int
  public var entries: [Entry]

  public init(
    lightsOut: WeeklyTimes? = nil,
    getUp: WeeklyTimes? = nil,
    toleranceMinutes: Int = Lateness.onTimeMinutes,
    entries: [Entry] = []
  ) {
    self.lightsOut = lightsOut
    self.getUp = getUp
    self.toleranceMinutes = toleranceMinutes
    self.entries = entries
  }

  /// What is meant about a question on a day of the week.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - weekday: The day of the week; nil for any that has a time of its own.
  /// - Returns: The aim.
  public func aim(of question: Question, on weekday: Weekday? = nil) -> Aim {
    if let own = entries.first(where: { $0.question == question.id }) { return own.aim }
    let times =
      question.id == Habit.sleep ? lightsOut : question.id == Habit.getUp ? getUp : nil
    guard question.kind == .timeOfDay, let times,
      let time = weekday.map(times.time) ?? times.usual
    else { return Aim(question.usualTarget) }
    return Aim(.by(time, tolerance: toleranceMinutes))
  }
}

extension Question {
  /// Whether its answers have a strength.
  ///
  /// A question about the tip of the day is another one every day, words have no good or bad, and
  /// what a self-check places on a line is no act.
  public var isHabit: Bool {
    check == nil && about != .tip && better != .neither && kind != .text && kind != .stretches
  }

  /// What a good answer is where the person has not said.
  fileprivate var usualTarget: Aim.Target {
    switch kind {
    case .outcome: .done
    case .yesNo: better == .less ? .notDone : .done
    // The documents give no number for these, and none is made up.
    case .timeOfDay, .scale, .count, .number, .text, .stretches: .unset
    }
  }
}

extension Teaching {
  /// The questions whose answers have a strength, with what the person means to do about each.
  public func habits(_ own: PersonalTargets) -> [Habit] {
    questions.filter(\.isHabit).map { Habit($0, own.aim(of: $0)) }
  }
}
