import Coaching

/// What the numbers of a habit of the person's own are.
extension Settings {
  /// How long a unit can be, in characters; it stands behind each number.
  private static let unitLength = 12

  /// Reads what a habit counts, and what a day can have of it.
  static func numberForm(
    _ section: TOMLTable,
    of kind: AnswerKind
  ) throws(ConfigurationError) -> NumberForm {
    var form = NumberForm()
    for key in ["unit", "min", "max"] where kind != .number && section.has(key) {
      throw section.refusal(key, "“\(key)” belongs to a habit with answer = \"number\"")
    }
    if kind != .number, kind != .count, section.has("several") {
      let message = "“several” belongs to a habit with answer = \"number\" or \"count\""
      throw section.refusal("several", message)
    }
    form.unit = try unit(section)
    form.several = try section.one("several") ?? .replace
    let least = try number("min", section) ?? form.range.lowerBound
    let most = try number("max", section) ?? form.range.upperBound
    guard least < most else {
      throw section.refusal("max", "“max” is to be more than “min”, which is \(least)")
    }
    form.range = least...most
    return form
  }

  private static func unit(_ section: TOMLTable) throws(ConfigurationError) -> String? {
    guard let text = try section.text("unit") else { return nil }
    let unit = text.trimmed
    if unit.isEmpty { throw section.refusal("unit", "“unit” is empty; say one, such as “km”") }
    let isShort = unit.count <= unitLength && unit == unit.printable
    let first = unit.unicodeScalars.first.map { !"0123456789+-=.,".unicodeScalars.contains($0) }
    guard isShort, first == true, !unit.contains(where: \.isNewline) else {
      let message = "“\(unit.printable)” is no unit: up to \(unitLength) characters, such as “km”"
      throw section.refusal("unit", "\(message), and no figure or sign at its beginning")
    }
    return unit
  }

  private static func number(
    _ key: String,
    _ section: TOMLTable
  ) throws(ConfigurationError) -> DecimalNumber? {
    guard let text = try section.number(key) else { return nil }
    guard let number = DecimalNumber(typed: text), Answer.numbers.contains(number) else {
      let most = Answer.numbers.upperBound
      let places = "with \(DecimalNumber.places) places at most"
      throw section.refusal(key, "“\(key)” is a number such as 42.5, at most \(most), \(places)")
    }
    return number
  }

  /// Reads a target, which may say the unit too: “at least 10 km”.
  static func target(
    _ section: TOMLTable,
    in unit: String?
  ) throws(ConfigurationError) -> Aim.Target? {
    let examples = SettingSyntax.targets
    return try section.read("target", examples) { text in
      if let unit, text.lowercased().hasSuffix(unit.lowercased()) {
        let bare = String(text.dropLast(unit.count)).trimmed
        if let target = Aim.Target(configured: bare) { return target }
      }
      return Aim.Target(configured: text)
    }
  }
}
