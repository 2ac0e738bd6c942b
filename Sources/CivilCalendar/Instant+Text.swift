extension Instant {
  /// Reads a time of RFC 3339: `2025-03-28T07:30:00Z`, `2025-03-28t07:30:00.25+01:00`.
  ///
  /// Nil for anything else. Digits beyond the microsecond are cut off; a leap second is none.
  public init?(rfc3339 text: String) {
    guard let mark = text.firstIndex(where: { $0 == "T" || $0 == "t" }),
      let date = CivilDate(String(text[..<mark]))
    else { return nil }
    let clock = text[text.index(after: mark)...]
    let digits = clock.prefix(8)
    guard digits.utf8.count == 8, let time = CivilTime(String(digits)) else { return nil }
    var rest = clock.dropFirst(8)
    var microseconds = 0
    if rest.first == "." {
      let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard !fraction.isEmpty, let value = Int((fraction + "00000").prefix(6)) else { return nil }
      microseconds = value
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard let offset = Self.offset(String(rest)) else { return nil }
    let seconds = CivilDateTime(date: date, time: time).clockSeconds - offset
    self.init(microseconds: Int64(seconds * 1_000_000 + microseconds))
  }

  /// Seconds east of UTC of `Z` or `+01:00`.
  private static func offset(_ text: String) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, "+-".contains(sign), text.utf8.count == 6,
      let time = CivilTime(String(text.dropFirst()))
    else { return nil }
    return sign == "-" ? -time.secondOfDay : time.secondOfDay
  }
}
