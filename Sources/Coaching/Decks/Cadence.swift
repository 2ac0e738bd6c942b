/// How often a question is asked, where it is not whenever a slot carries it.
public enum Cadence: Equatable, Sendable {
  /// Once in so many civil days, from 1 to a leap year; counted from when it was last asked or
  /// answered, so that what was missed is asked on the next day.
  case days(Int)
  /// On the civil days that an expression names.
  case on(CalendarExpression)

  static let possibleDays = 1...366

  /// Reads `7d`, `4w`, or the days of a calendar expression: `Sun`, `*-*-01`; nil for anything
  /// else.
  public init?(_ text: String) {
    let (digits, unit) = (text.dropLast(), text.last)
    if let number = Int(digits), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      unit == "d" || unit == "w"
    {
      guard number <= Cadence.possibleDays.upperBound else { return nil }
      let days = unit == "w" ? number * 7 : number
      guard Cadence.possibleDays.contains(days) else { return nil }
      self = .days(days)
    } else {
      guard let expression = try? CalendarExpression(text), expression.zone == nil else {
        return nil
      }
      self = .on(expression)
    }
  }
}

extension Cadence {
  /// Whether it names a civil day; a span of days names none.
  func names(_ day: CivilDate) -> Bool {
    if case .on(let expression) = self { expression.names(day) } else { false }
  }
}

extension Question {
  /// Whether it waits between two askings, so that what lies far back matters.
  public var isSpaced: Bool { if case .days? = every { true } else { false } }
}

extension Teaching {
  /// The questions of which it has to be known when they were last asked, however long ago.
  public var spaced: [String] { questions.filter { $0.isSpaced || $0.check != nil }.map(\.id) }
}

extension Coach {
  /// A question that was asked by a prompt of a civil day.
  public struct Asked: Equatable, Sendable {
    public var question: String
    public var day: CivilDate

    public init(question: String, day: CivilDate) {
      self.question = question
      self.day = day
    }
  }

  /// How many of the last answers to a spaced question are remembered.
  public static let rememberedAnswers = SelfCheck.emptyForm + 1
}

extension Planner {
  /// Whether a prompt of a civil day may ask a question that no prompt has asked on it yet.
  ///
  /// A clock that ran ahead has asked it in days to come: these count as much as the days before.
  func isDue(_ question: Question, on day: CivilDate) -> Bool {
    switch question.every {
    case nil: return true
    case .on(let expression):
      return expression.names(day) || isStaying(question, expression, on: day)
    case .days(let span):
      let isNear = { (other: CivilDate) in abs(day.days(until: other)) < span }
      if coach.asked.contains(where: { $0.question == question.id && isNear($0.day) }) {
        return false
      }
      if coach.prompts.contains(where: {
        $0.prompted.asks(question.id) && isNear($0.prompted.id.day)
      }) {
        return false
      }
      let back = question.answerDay(askedOn: day).days(until: day)
      return !coach.answers.contains {
        $0.answered.question == question.id && isNear($0.day.adding(days: back))
      }
    }
  }

  /// Whether a question was to be asked on a day before, and stays because it was not.
  private func isStaying(
    _ question: Question,
    _ expression: CalendarExpression,
    on day: CivilDate
  ) -> Bool {
    guard question.stays > 0, let since = coach.since else { return false }
    let own = (1...question.stays).lazy.map { day.adding(days: -$0) }.first(where: expression.names)
    guard let own, own >= calendar.day(at: since) else { return false }
    return !coach.prompts.contains { $0.prompted.asks(question.id) && $0.prompted.id.day >= own }
      && !coach.answers.contains { $0.answered.question == question.id && $0.day >= own }
  }

  /// Whether a slot has anything to say to this person on a civil day, before its prompt begins.
  func speaks(_ slot: Slot, on day: CivilDate) -> Bool {
    let isSaying = slot.carries.contains { item in
      [Teaching.tipItem, Teaching.promisesItem].contains(item)
        || context.teaching.recalledNotes.contains(item)
        || context.teaching.cue(item).map { coach.isSaid($0, on: day, for: context) } ?? false
    }
    if isSaying || slot.carries.isEmpty { return true }
    return !questions(in: slot.carries, on: day).isEmpty
  }
}

extension PromptContent {
  fileprivate func asks(_ question: String) -> Bool { questions.contains(question) }
}

extension Profile {
  /// Whether a question is asked of this person at all.
  public func hears(_ question: Question) -> Bool {
    let isChosen = questions.contains { $0 == question.id || $0 == question.check }
    if isChosen { return true }
    return !question.isOptional
      && (question.roles.isEmpty || question.roles.contains { roles.contains($0) })
  }
}
