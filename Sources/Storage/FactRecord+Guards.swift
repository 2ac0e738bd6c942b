import Coaching

/// Extras, and the steps of the programme.
extension FactRecord {
  static let extras = "extra"
  static let programme = "programme"

  init(_ extra: Extra) {
    self.init(.extra, Self.extras)
    add("text", .text(extra.text))
    if let minutes = extra.minutes { add("minutes", .integer(Int64(minutes))) }
    if let cost = extra.cost { add("cost", .text(cost.description)) }
    if let landed = extra.landed { add("landed", .integer(landed ? 1 : 0)) }
    if extra.isDropped { add("dropped", .integer(1)) }
  }

  /// Nil where this version cannot tell.
  var extra: Extra? {
    guard subject == Self.extras, let text = text("text"), isIn(Self.minutes, "minutes") else {
      return nil
    }
    return Extra(
      text: text,
      minutes: number("minutes"),
      cost: self.text("cost").flatMap { Money($0) },
      landed: number("landed").map { $0 != 0 },
      isDropped: number("dropped") == 1
    )
  }

  var step: Int? {
    guard subject == Self.programme, let step = number("step"), Programme.steps.contains(step)
    else { return nil }
    return step
  }

  private func number(_ key: String) -> Int? {
    guard case .integer(let number)? = value(key) else { return nil }
    return Int(exactly: number)
  }
}
