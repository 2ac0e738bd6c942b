/// An amount of money, to a hundredth.
public struct Money: Equatable, Sendable, CustomStringConvertible {
  public var hundredths: Int
  /// Its currency as the person writes it; empty where they write none.
  public var currency: String

  public init(hundredths: Int, currency: String) {
    self.hundredths = hundredths
    self.currency = currency
  }

  /// Reads `20 EUR`, `12.50 €` or `5`; nil for anything else, and for more than a million.
  public init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard (1...2).contains(words.count), let number = words.first else { return nil }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber }
    }
    guard isPlain, parts.count <= 2, parts[0].count <= 6, let whole = Int(parts[0]) else {
      return nil
    }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.count <= 2, let rest = Int((fraction + "00").prefix(2)) else { return nil }
    let currency = words.count == 2 ? words[1] : ""
    guard currency.count <= 8, !currency.contains(where: { $0.isNumber }) else { return nil }
    self.init(hundredths: whole * 100 + rest, currency: currency)
  }

  public var description: String { currency.isEmpty ? number : "\(number) \(currency)" }

  /// The amount alone, `12.50` or `5`.
  public var number: String {
    let rest = hundredths % 100
    let fraction = rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return "\(hundredths / 100)\(fraction)"
  }
}

/// Something that the person did for somebody beyond the basics, or thought better of.
public struct Extra: Equatable, Sendable {
  public var text: String
  public var minutes: Int?
  public var cost: Money?
  /// Whether it was welcome, and in nobody's way; nil while that is open.
  public var landed: Bool?
  /// It was dropped before it was done: that costs nothing.
  public var isDropped: Bool

  public init(
    text: String,
    minutes: Int? = nil,
    cost: Money? = nil,
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

/// How much the person wants to give beyond the basics in seven days.
public struct ExtraBudget: Equatable, Sendable {
  public var count: Int
  /// Nil where no limit is set.
  public var minutes: Int?
  public var money: Money?

  public init(count: Int = 1, minutes: Int? = nil, money: Money? = nil) {
    self.count = count
    self.minutes = minutes
    self.money = money
  }
}

/// What was given beyond the basics in seven days, beside what was to be.
public struct ExtraUse: Equatable, Sendable {
  public var budget: ExtraBudget
  public var count = 0
  public var minutes = 0
  /// In the currency of the budget, or without one.
  public var hundredths = 0

  /// Whether nothing is left of any of them.
  public var isUsedUp: Bool {
    count >= budget.count || budget.minutes.map { minutes >= $0 } == true
      || budget.money.map { hundredths >= $0.hundredths } == true
  }

  fileprivate mutating func add(_ extra: Extra) {
    count += 1
    minutes += extra.minutes ?? 0
    guard let cost = extra.cost else { return }
    let isSame = cost.currency.isEmpty || cost.currency == budget.money?.currency
    if isSame || budget.money == nil { hundredths += cost.hundredths }
  }
}

extension Coach {
  /// An extra that stands.
  public struct GivenExtra: Equatable, Sendable {
    public var fact: Fact
    public var extra: Extra
    public var day: CivilDate { fact.day }
  }

  /// What was given in the seven days through a civil day.
  public func extraUse(through day: CivilDate, of budget: ExtraBudget) -> ExtraUse {
    var use = ExtraUse(budget: budget)
    for given in extras where !given.extra.isDropped {
      if (day.adding(days: -6)...day).contains(given.day) { use.add(given.extra) }
    }
    return use
  }

  /// From which civil day on something is left of a budget that is used up; nil where there always
  /// is, and where it never will be.
  public func extrasAgain(after day: CivilDate, of budget: ExtraBudget) -> CivilDate? {
    guard extraUse(through: day, of: budget).isUsedUp else { return nil }
    return (1...7).map { day.adding(days: $0) }
      .first { !extraUse(through: $0, of: budget).isUsedUp }
  }
}

extension Extra {
  /// The question that asks how the last one was taken.
  public static let lookBack = "extra-landed"
}

extension Coach {
  /// How an extra was taken, and on which civil day the person said so.
  public struct Landing: Equatable, Sendable {
    public var isWelcome: Bool
    public var day: CivilDate
  }

  /// How an extra was taken; nil while that is open, and for one that was dropped.
  ///
  /// An answer is about the last one before it, and corrects what was said with it.
  public func landing(of given: GivenExtra) -> Landing? {
    if given.extra.isDropped { return nil }
    let next = extras.first { !$0.extra.isDropped && $0.fact.sequence > given.fact.sequence }
    let answers = answers.filter { answer in
      answer.answered.question == Extra.lookBack && answer.fact.sequence > given.fact.sequence
        && next.map { answer.fact.sequence < $0.fact.sequence } ?? true
    }
    if let last = answers.last, case .yesNo(let isWelcome) = last.answered.answer {
      return Landing(isWelcome: isWelcome, day: last.day)
    }
    return given.extra.landed.map { Landing(isWelcome: $0, day: given.day) }
  }

  /// The last extra, where nothing was said with it of how it was taken.
  var lastOpenExtra: GivenExtra? {
    extras.last { !$0.extra.isDropped }.flatMap { $0.extra.landed == nil ? $0 : nil }
  }
}
