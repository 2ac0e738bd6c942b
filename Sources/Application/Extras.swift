package import Coaching

/// Something that a person did beyond the basics, as they say it.
package struct SaidExtra {
  /// In a few words.
  package var text: String
  /// How many minutes it took, 0 to 1440.
  package var minutes: Int?
  /// What it cost, such as 5 or “5.50 EUR”.
  package var cost: String?
  /// Whether it was welcome; nil where that is not known yet.
  package var landed: Bool?
  package var isDropped: Bool
  /// The day on which it was; nil for today.
  package var day: CivilDate?

  package init(
    _ text: String,
    minutes: Int? = nil,
    cost: String? = nil,
    landed: Bool? = nil,
    isDropped: Bool = false
  ) {
    self.text = text
    self.minutes = minutes
    self.cost = cost
    self.landed = landed
    self.isDropped = isDropped
  }
}

/// The extras of seven days, and what is used of their budget.
package struct ExtraWeek {
  package var use: ExtraUse
  /// From which day on something is left again.
  package var again: CivilDate?
  /// Each with whether it was welcome, where that is known.
  package var extras: [(given: Coach.GivenExtra, isWelcome: Bool?)]

  /// Why none is suggested; nil while something is left.
  package func reason(_ phrases: Phrases) -> String? {
    guard use.isUsedUp, use.count > 0 else { return nil }
    return again.map { phrases("extras-used-up", ("day", phrases.date($0, seenOn: $0))) }
      ?? phrases("extras-never")
  }
}

extension Workspace {
  /// Notes an extra.
  ///
  /// - Returns: The extra as it was written down.
  /// - Throws: When it has no words or too many, or its cost is no amount of the budget's currency.
  package func note(_ said: SaidExtra) throws(CommandError) -> Extra {
    let extra = Extra(
      text: try said.text.kept(as: Saying("text-extra")),
      minutes: said.minutes,
      cost: try said.cost.map { text throws(CommandError) in try money(text) },
      landed: said.landed,
      isDropped: said.isDropped
    )
    guard !extra.text.isEmpty else {
      throw CommandError(.data, "extra-empty")
    }
    try record(.extra(extra), on: said.day ?? today)
    return extra
  }

  /// The amount that was typed, in the currency of the budget where none was.
  private func money(_ text: String) throws(CommandError) -> Money {
    let budget = context.profile.extraMoney
    var read = Money(text.kept.narrowDigits)
    if read == nil { read = try spoken(text) }
    guard var money = read else {
      throw CommandError(.data, "money-none", ("typed", text.printable))
    }
    if money.currency.isEmpty { money.currency = budget?.currency ?? "" }
    if let budget, money.currency != budget.currency {
      let currency = ("currency", money.currency.printable)
      throw CommandError(.data, "money-other", ("budget", budget.currency), currency)
    }
    return money
  }

  /// The amount in the words of a language: 50元, “5,50 EUR”.
  private func spoken(_ text: String) throws(CommandError) -> Money? {
    guard let amount = try lexicon.amount(text) else { return nil }
    return Money("\(amount.number) \(amount.currency)".trimmed)
  }

  /// Says of the last extra whether it was welcome: the answer to the question that looks back on
  /// it.
  package func sayLastExtra(isWelcome: Bool) throws(CommandError) -> RecordedAnswer {
    guard try coach().extras.contains(where: { !$0.extra.isDropped }) else {
      throw CommandError(.data, "extra-none")
    }
    let question = try question(named: Extra.lookBack)
    return try record(GivenAnswer(isWelcome ? "yes" : "no"), to: question)
  }

  /// The extras of the week through today.
  package func extraWeek(_ coach: Coach) -> ExtraWeek {
    let budget = context.profile.extraBudget
    let recent = coach.extras.filter { today.adding(days: -6) <= $0.day }
    return ExtraWeek(
      use: coach.extraUse(through: today, of: budget),
      again: coach.extrasAgain(after: today, of: budget),
      extras: recent.map { ($0, coach.landing(of: $0)?.isWelcome) }
    )
  }
}
