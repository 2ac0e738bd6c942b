extension Card {
  /// A question of a card, for a place with buttons or with a line to write in.
  public struct Ask: Equatable, Sendable {
    /// The question's name.
    public var question: String
    public var text: String
    /// What an answer looks like.
    public var hint: String
    /// The answers to choose from; none where an answer is to be typed.
    public var choices: [Choice]
    /// What stands for *no occasion*.
    public var none: Choice
    /// The commands that answer it.
    public var commands: [Line]

    public init(
      question: String,
      text: String,
      hint: String,
      choices: [Choice],
      none: Choice,
      commands: [Line]
    ) {
      self.question = question
      self.text = text
      self.hint = hint
      self.choices = choices
      self.none = none
      self.commands = commands
    }
  }

  /// One answer as it is written down, and what its button says.
  public struct Choice: Equatable, Sendable {
    public var answer: String
    public var label: String

    public init(_ answer: String, _ label: String) {
      self.answer = answer
      self.label = label
    }
  }

  /// What the buttons say that every card has.
  public struct Labels: Equatable, Sendable {
    public var answer: String
    public var snooze: String
    public var notNow: String

    public init(answer: String = "", snooze: String = "", notNow: String = "") {
      self.answer = answer
      self.snooze = snooze
      self.notNow = notNow
    }
  }
}

extension Teaching {
  /// A question as it is asked on a day, with its answers.
  func ask(_ question: Question, on day: CivilDate, coach: Coach) -> Card.Ask {
    let asked = asked(question, on: day, coach: coach)
    let lines = lines(asking: question, on: day, coach: coach)
    return Card.Ask(
      question: question.id,
      text: wording(of: question, on: day, coach: coach),
      hint: asked.wording.hint,
      choices: choices(of: asked.kind),
      none: Card.Choice(Answer.noOccasionWord, phrases("button-none")),
      commands: Array(lines.dropFirst())
    )
  }

  private func choices(of kind: AnswerKind) -> [Card.Choice] {
    switch kind {
    case .yesNo:
      [Card.Choice("yes", phrases("button-yes")), Card.Choice("no", phrases("button-no"))]
    case .outcome:
      [
        Card.Choice(Outcome.taken.rawValue, phrases("button-taken")),
        Card.Choice(Outcome.declined.rawValue, phrases("button-declined")),
        Card.Choice(Outcome.couldNot.rawValue, phrases("button-could-not")),
      ]
    case .scale, .timeOfDay, .count, .text: []
    }
  }

  var cardLabels: Card.Labels {
    Card.Labels(
      answer: phrases("button-answer"),
      snooze: phrases("button-snooze"),
      notNow: phrases("button-not-now")
    )
  }
}
