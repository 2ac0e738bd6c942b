/// Dates as people write them.
extension MomentParser {
  mutating func takeDate() -> Bool {
    if let month = meaning(in: .month).flatMap({ Int($0) }) { return takeDay(of: month) }
    guard let first = number() else { return false }
    if let month = monthBehind(), (1...31).contains(first.value) {
      return set(month, first.value, yearAt: month.end)
    }
    if means(.date, "year", at: 1) { return takeYear(first.value) }
    if means(.date, "month", at: 1), let day = number(at: 2) {
      let end = means(.date, "day", at: 3) ? 4 : 3
      return set(first.value, day.value, length: end)
    }
    if means(.date, "day", at: 1), first.digits <= 2, said.span == nil, meaning(in: .date) == nil {
      // “the 5th” alone is too little; 五日後 is a span.
      return false
    }
    return takeStrokes(first)
  }

  /// “5 December”, “5th of Dec”: the month behind its day, and where that ends.
  private func monthBehind() -> (value: Int, end: Int)? {
    var offset = 1
    if means(.date, "day", at: offset) { offset += 1 }
    while means(.joining, "filler", at: offset) { offset += 1 }
    guard let month = meaning(in: .month, at: offset).flatMap({ Int($0) }) else { return nil }
    return (month, offset + 1)
  }

  private mutating func set(_ month: (value: Int, end: Int), _ day: Int, yearAt: Int) -> Bool {
    var offset = yearAt
    if mark(",", at: offset), number(at: offset + 1)?.digits == 4 { offset += 1 }
    if let year = number(at: offset), year.digits == 4, !mark(":", at: offset + 1) {
      return set(month.value, day, year: year.value, length: offset + 1)
    }
    return set(month.value, day, length: yearAt)
  }

  /// “December 5”, 十二月5日.
  private mutating func takeDay(of month: Int) -> Bool {
    guard let day = number(at: 1), day.digits <= 2, !mark(":", at: 2) else { return false }
    let end = means(.date, "day", at: 2) ? 3 : 2
    return set((month, end), day.value, yearAt: end)
  }

  /// 2026年12月5日.
  private mutating func takeYear(_ year: Int) -> Bool {
    if let month = meaning(in: .month, at: 2).flatMap({ Int($0) }), let day = number(at: 3) {
      return set(month, day.value, year: year, length: means(.date, "day", at: 4) ? 5 : 4)
    }
    guard let month = number(at: 2), means(.date, "month", at: 3), let day = number(at: 4) else {
      return false
    }
    return set(month.value, day.value, year: year, length: means(.date, "day", at: 5) ? 6 : 5)
  }

  /// 2026-12-05, 2026/12/5, 12/5, 5.12., 5/12/2026.
  private mutating func takeStrokes(_ first: (value: Int, digits: Int)) -> Bool {
    guard first.digits > 0, let mark = ["-", "/", "."].first(where: { mark($0, at: 1) }),
      let second = number(at: 2), second.digits > 0, second.digits <= 2
    else { return false }
    if self.mark(mark, at: 3), let third = number(at: 4), third.digits > 0 {
      if first.digits == 4 { return set(second.value, third.value, year: first.value, length: 5) }
      guard third.digits == 4 else { return false }
      // With stops the day comes first, whatever the language does with strokes.
      if mark == ".", set(second.value, first.value, year: third.value, length: 5) { return true }
      return setEither(first.value, second.value, year: third.value, length: 5)
    }
    // 23.40 is a time; a date of two numbers has a stroke, or a stop behind both.
    let isStopped = mark == "." && self.mark(".", at: 3) && number(at: 4) == nil
    guard mark == "/" || isStopped, first.digits <= 2 else { return false }
    if isStopped { return set(second.value, first.value, length: 4) }
    return setEither(first.value, second.value, year: nil, length: 3)
  }

  /// Two numbers of which one is the month.
  private mutating func setEither(_ first: Int, _ second: Int, year: Int?, length: Int) -> Bool {
    if dates == .monthDay || second > 12 { return set(first, second, year: year, length: length) }
    if dates == .dayMonth || first > 12 { return set(second, first, year: year, length: length) }
    isUnsure = first != second
    return set(first, second, year: year, length: length)
  }

  private mutating func set(_ month: Int, _ day: Int, year: Int? = nil, length: Int) -> Bool {
    // A leap year has all the days that there are.
    guard CivilDate(year: year ?? 2024, month: month, day: day) != nil else { return false }
    said.day = .monthDay(month: month, day: day)
    if let date = year.flatMap({ CivilDate(year: $0, month: month, day: day) }) {
      said.day = .date(date)
    }
    place += length
    return true
  }
}
