/// One item of a list in a calendar expression: `5`, `1..5`, `0/15` or `1..30/7`.
struct CalendarPart: Equatable, Sendable {
  /// The first value, in units of its field.
  var start: Int
  /// The last value; nil for a single value, and for a repetition to the field's end.
  var stop: Int?
  /// How far one value is from the next; 0 for a single value.
  var step: Int

  /// As systemd normalizes it: a range ends at its last value, and one value is no range.
  var normalized: CalendarPart {
    guard var stop else { return self }
    if stop > start, step > 0 { stop -= (stop - start) % step }
    return stop == start
      ? CalendarPart(start: start, stop: nil, step: 0)
      : CalendarPart(start: start, stop: stop, step: step)
  }

  /// The earliest of its values that is not before one; nil where there is none up to the limit.
  func next(from value: Int, limit: Int) -> Int? {
    guard value > start else { return start }
    guard step > 0 else { return nil }
    let found = start + (value - start + step - 1) / step * step
    return found <= stop ?? limit ? found : nil
  }

  /// All of its values up to a limit.
  func values(through limit: Int) -> StrideThrough<Int> {
    let last = min(limit, stop ?? (step > 0 ? limit : start))
    return stride(from: start, through: last, by: max(step, 1))
  }

  /// Whether some of its values, in microseconds, are no whole seconds.
  var hasFraction: Bool {
    start % 1_000_000 != 0 || step % 1_000_000 != 0
  }

  /// As `systemd-analyze calendar` writes it.
  func description(in field: CalendarField) -> String {
    let unit = field.unit
    var text = Self.number(start, unit: unit, width: field.width)
    if let stop { text += ".." + Self.number(stop, unit: unit, width: field.width) }
    // Every second or day of a range goes without saying.
    if step > 0, stop == nil || step != unit {
      text += "/" + Self.number(step, unit: unit, width: 1)
    }
    return text
  }

  private static func number(_ value: Int, unit: Int, width: Int) -> String {
    let (whole, fraction) = value.quotientAndRemainder(dividingBy: unit)
    return whole.padded(to: width) + (fraction == 0 ? "" : ".\(fraction.padded(to: 6))")
  }
}

extension CalendarPart: Comparable {
  static func < (one: CalendarPart, other: CalendarPart) -> Bool {
    (one.start, one.stop ?? -1, one.step) < (other.start, other.stop ?? -1, other.step)
  }
}

/// The items of one field in order, without doubles; none where any value will do (`*`).
struct CalendarList: Equatable, Sendable {
  let field: CalendarField
  let parts: [CalendarPart]

  /// Any value.
  static func every(_ field: CalendarField) -> CalendarList {
    CalendarList(field: field, parts: [])
  }

  /// Certain values, each in units of the field.
  static func exactly(_ field: CalendarField, _ values: Int...) -> CalendarList {
    CalendarList(field, values.map { CalendarPart(start: $0, stop: nil, step: 0) })
  }

  /// Every whole second; systemd keeps it as a repetition, and so do we.
  static let everySecond = CalendarList(.second, [everySecondPart])

  private static let everySecondPart = CalendarPart(start: 0, stop: nil, step: 1_000_000)

  init(_ field: CalendarField, _ parts: [CalendarPart]) {
    var parts = parts
    if case .second = field, parts.contains(Self.everySecondPart) {
      // systemd prints `0/1,30` as `*`, which it is.
      parts.removeAll { !$0.hasFraction && $0 != Self.everySecondPart }
    }
    var unique: [CalendarPart] = []
    for part in parts.sorted() where part != unique.last { unique.append(part) }
    self.init(field: field, parts: unique)
  }

  private init(field: CalendarField, parts: [CalendarPart]) {
    self.field = field
    self.parts = parts
  }

  /// The values as bits, for a field of at most 64; bit 0 stands for the origin.
  func bits(from origin: Int = 0, through last: Int) -> UInt64 {
    let every = [CalendarPart(start: origin, stop: nil, step: 1)]
    return (parts.isEmpty ? every : parts).reduce(0) { bits, part in
      part.values(through: last).reduce(bits) { $0 | 1 << UInt64($1 - origin) }
    }
  }

  /// As `systemd-analyze calendar` writes it.
  var description: String {
    if parts.isEmpty || self == .everySecond { return "*" }
    return parts.map { $0.description(in: field) }.joined(separator: ",")
  }
}
