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

  mutating func add(_ extra: Extra) {
    count += 1
    minutes += extra.minutes ?? 0
    guard let cost = extra.cost else { return }
    let isSame = cost.currency.isEmpty || cost.currency == budget.money?.currency
    if isSame || budget.money == nil { hundredths += cost.hundredths }
  }
}

extension Extra {
  /// The question that asks how the last one was taken.
  public static let lookBack = "extra-landed"
}
