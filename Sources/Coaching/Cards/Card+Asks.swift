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
    /// Of an answer that is to be typed, those that are most likely for this person, the likeliest
    /// first; none where nothing is known of it.
    public var likely: [Choice] = []
    /// The numbers that an answer can be, where it is one of a few.
    public var range: ClosedRange<Int>?
    /// What stands for *no occasion*; nil where there always is one.
    public var none: Choice?
    /// The commands that answer it.
    public var commands: [Line]

    public init(
      question: String,
      text: String,
      hint: String,
      choices: [Choice],
      none: Choice?,
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

  /// What the buttons say that are no answers, and how a command stands within a text.
  public struct Labels: Equatable, Sendable {
    public var answer: String
    public var more: String
    public var other: String
    public var snooze: String
    public var notNow: String
    public var kept: String
    public var released: String
    public var open: String
    /// The frame of a command that other lines follow, since some servers join all lines.
    public var within: String

    public init(
      answer: String = "",
      more: String = "",
      other: String = "",
      snooze: String = "",
      notNow: String = "",
      kept: String = "",
      released: String = "",
      open: String = "",
      within: String = "{command}"
    ) {
      self.answer = answer
      self.more = more
      self.other = other
      self.snooze = snooze
      self.notNow = notNow
      self.kept = kept
      self.released = released
      self.open = open
      self.within = within
    }
  }
}

extension Teaching {
  /// A question as it is asked on a day, with its answers.
  func ask(
    _ question: Question,
    on day: CivilDate,
    coach: Coach,
    profile: Profile
  ) -> Card.Ask {
    let asked = asked(question, on: day, coach: coach)
    let lines = lines(asking: question, on: day, coach: coach)
    let none = Card.Choice(Answer.noOccasionWord, noneLabel(of: question))
    var ask = Card.Ask(
      question: question.id,
      text: wording(of: question, on: day, coach: coach),
      hint: asked.wording.hint,
      choices: choices(of: asked),
      // There is always one to put out the light.
      none: asked.kind == .timeOfDay ? nil : none,
      commands: Array(lines.dropFirst())
    )
    ask.likely = likelyAnswers(to: asked, askedOn: day, coach: coach, profile: profile)
    ask.range = asked.kind == .scale ? Answer.scale : nil
    return ask
  }

  /// The self-checks among some questions, each as one that is answered where there is room for
  /// all of its sliders.
  func forms(asking open: [Question]) -> [Card.Ask] {
    var checks: [SelfCheck] = []
    for check in open.compactMap({ $0.check.flatMap(check) }) where !checks.contains(check) {
      checks.append(check)
    }
    return checks.map { check in
      Card.Ask(
        question: check.id,
        text: check.ask,
        hint: open.first { $0.check == check.id }?.wording.hint ?? "",
        choices: [],
        none: nil,
        commands: [.command(phrases("answer-with"), .answer(name: check.id, answers: []))]
      )
    }
  }

  /// What the button says that stands for *no occasion*.
  private func noneLabel(of question: Question) -> String {
    switch question.about {
    case .arc, .slot: phrases("button-later")
    case .plan: phrases("button-leave")
    case .day, .eveningBefore, .tip, .tipBefore, .post, .hesitation, .extra, .arcBack:
      phrases("button-none")
    }
  }

  private func choices(of question: Question) -> [Card.Choice] {
    switch question.kind {
    // Whoever is offered something is not asked whether it was so.
    case .yesNo where question.about.isOffer:
      [
        Card.Choice("yes", phrases("button-please")),
        Card.Choice("no", phrases("button-no-thanks")),
      ]
    case .yesNo:
      [Card.Choice("yes", phrases("button-yes")), Card.Choice("no", phrases("button-no"))]
    case .outcome:
      [
        Card.Choice(Outcome.taken.rawValue, phrases("button-taken")),
        Card.Choice(Outcome.declined.rawValue, phrases("button-declined")),
        Card.Choice(Outcome.couldNot.rawValue, phrases("button-could-not")),
      ]
    case .scale, .timeOfDay, .count, .number, .text, .stretches: []
    }
  }

  var cardLabels: Card.Labels {
    Card.Labels(
      answer: phrases("button-answer"),
      more: phrases("button-more"),
      other: phrases("button-other"),
      snooze: phrases("button-snooze"),
      notNow: phrases("button-not-now"),
      kept: phrases("button-kept"),
      released: phrases("button-released"),
      open: phrases("button-open"),
      within: phrases("command-within")
    )
  }
}
