/// Lengths of time as people say them.
extension MomentParser {
  mutating func takeSpan() -> Bool {
    guard said.span == nil else { return false }
    let start = place
    var span = SpanPhrase()
    var isFirst = true
    while place < tokens.count {
      let before = place
      if !isFirst { while means(.joining, "and") || mark(",") { place += 1 } }
      guard take(into: &span, isFirst: isFirst) else {
        place = before
        break
      }
      isFirst = false
    }
    guard !isFirst, span.total != nil else {
      place = start
      return false
    }
    said.span = span
    return true
  }

  /// One number with its unit.
  private mutating func take(into span: inout SpanPhrase, isFirst: Bool) -> Bool {
    let start = place
    guard var hundredths = takeHundredths() else { return false }
    if means(.quantity, "plus-half") {
      place += 1
      hundredths += 50
    }
    // “three quarters of an hour”, 一刻鐘: a quarter is one of an hour where nothing else is said.
    let isQuarter = start + 1 == place && (hundredths == 25 || hundredths == 75)
    guard let unit = meaning(in: .unit) ?? (isQuarter ? "hour" : nil) else {
      place = start
      return false
    }
    if meaning(in: .unit) != nil { place += 1 }
    for key in ["half", "plus-half"] where means(.quantity, key) && hundredths % 100 == 0 {
      // 一小時半, “an hour and a half”; but not 三天半夜.
      place += 1
      hundredths += 50
      break
    }
    return span.add(hundredths, unit)
  }

  /// How many, in hundredths: 2, 1.5, “half an”, 一個半 without its unit.
  private mutating func takeHundredths() -> Int? {
    for (key, hundredths) in [("one", 100), ("half", 50), ("quarter", 25), ("three-quarters", 75)]
    where means(.quantity, key) {
      place += 1
      // “half an hour” may be written in two words that are each known.
      if means(.quantity, "one"), hundredths < 100 { place += 1 }
      return hundredths
    }
    guard let whole = number() else { return nil }
    if mark(".", at: 1) || mark(",", at: 1), let rest = number(at: 2), (1...2) ~= rest.digits,
      peek(2)?.isApart == false
    {
      place += 3
      return whole.value * 100 + (rest.digits == 1 ? rest.value * 10 : rest.value)
    }
    place += 1
    return whole.value * 100
  }
}

extension SpanPhrase {
  /// Adds so many hundredths of a unit; false where that is no whole number of days or seconds.
  fileprivate mutating func add(_ hundredths: Int, _ unit: String) -> Bool {
    let seconds: Int64? =
      switch unit {
      case "second": 1
      case "minute": 60
      case "hour": 3600
      default: nil
      }
    if let seconds {
      self.seconds += Int64(hundredths) * seconds / 100
      return Int64(hundredths) * seconds % 100 == 0
    }
    switch unit {
    case "month" where hundredths % 100 == 0: months += hundredths / 100
    case "year" where hundredths % 100 == 0: months += hundredths / 100 * 12
    case "week" where hundredths * 7 % 100 == 0: days += hundredths * 7 / 100
    case "day" where hundredths % 100 == 0: days += hundredths / 100
    case "day" where hundredths % 50 == 0:
      days += hundredths / 100
      self.seconds += 43_200
    default: return false
    }
    return true
  }
}
