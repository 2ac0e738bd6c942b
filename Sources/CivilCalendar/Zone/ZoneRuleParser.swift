extension ZoneRule {
  /// Why a rule was refused.
  struct Refusal: Error, Equatable {
    /// Where, as an index into the bytes that were given.
    let byteOffset: Int
    let message: String
  }

  /// Reads a POSIX TZ rule; a slice keeps its indices, so that a refusal can name its place.
  init(posix: ArraySlice<UInt8>) throws(Refusal) {
    var parser = ZoneRuleParser(bytes: posix)
    self = try parser.rule()
  }
}

/// `std offset [dst [offset] [, start [/time] , end [/time]]]`.
private struct ZoneRuleParser {
  let bytes: ArraySlice<UInt8>
  var position: Int

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func rule() throws(ZoneRule.Refusal) -> ZoneRule {
    try abbreviation()
    // POSIX counts westward, we count eastward.
    let standard = -(try time(hours: 24))
    guard position < bytes.endIndex else { return ZoneRule(standard: standard, summer: nil) }
    try abbreviation()
    var offset = standard + 3600
    if let next, next != UInt8(ascii: ",") { offset = -(try time(hours: 24)) }
    guard position < bytes.endIndex else {
      // POSIX leaves the days to us; glibc and tzcode take those of the United States.
      let twoOClock = 7200
      let start = ZoneRule.Day.weekday(month: 3, week: 2, weekday: 0)
      let end = ZoneRule.Day.weekday(month: 11, week: 1, weekday: 0)
      return ZoneRule(
        standard: standard,
        summer: ZoneRule.Summer(
          offset: offset,
          start: ZoneRule.Change(day: start, second: twoOClock),
          end: ZoneRule.Change(day: end, second: twoOClock)
        )
      )
    }
    let start = try change()
    let end = try change()
    guard position == bytes.endIndex else { throw refusal("its rule goes on where it should end") }
    return ZoneRule(
      standard: standard,
      summer: ZoneRule.Summer(offset: offset, start: start, end: end)
    )
  }

  private var next: UInt8? {
    position < bytes.endIndex ? bytes[position] : nil
  }

  /// Passes over three or more letters, or `<` letters, digits and signs `>`.
  private mutating func abbreviation() throws(ZoneRule.Refusal) {
    let quoted = take(UInt8(ascii: "<"))
    let start = position
    while let byte = next, isLetter(byte) || quoted && isDigitOrSign(byte) { position += 1 }
    guard position - start >= 3, !quoted || take(UInt8(ascii: ">")) else {
      throw refusal("its rule needs an abbreviation of three or more letters")
    }
  }

  private mutating func change() throws(ZoneRule.Refusal) -> ZoneRule.Change {
    guard take(UInt8(ascii: ",")) else { throw refusal("its rule needs a comma and a day") }
    let day = try day()
    let second = take(UInt8(ascii: "/")) ? try time(hours: 167) : 7200
    return ZoneRule.Change(day: day, second: second)
  }

  private mutating func day() throws(ZoneRule.Refusal) -> ZoneRule.Day {
    if take(UInt8(ascii: "J")) { return .withoutLeapDay(try number(1...365)) }
    guard take(UInt8(ascii: "M")) else { return .withLeapDay(try number(0...365)) }
    let month = try number(1...12)
    guard take(UInt8(ascii: ".")) else { throw refusal("its rule needs a dot after the month") }
    let week = try number(1...5)
    guard take(UInt8(ascii: ".")) else { throw refusal("its rule needs a dot after the week") }
    return .weekday(month: month, week: week, weekday: try number(0...6))
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  private mutating func time(hours: Int) throws(ZoneRule.Refusal) -> Int {
    let negative = take(UInt8(ascii: "-"))
    if !negative { _ = take(UInt8(ascii: "+")) }
    var seconds = try number(0...hours) * 3600
    if take(UInt8(ascii: ":")) {
      seconds += try number(0...59) * 60
      if take(UInt8(ascii: ":")) { seconds += try number(0...59) }
    }
    return negative ? -seconds : seconds
  }

  private mutating func number(_ range: ClosedRange<Int>) throws(ZoneRule.Refusal) -> Int {
    let start = position
    var value = 0
    while let byte = next, isDigit(byte), value <= range.upperBound {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      position += 1
    }
    guard position > start, range.contains(value) else {
      position = start
      throw refusal("its rule needs a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func isDigitOrSign(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private func refusal(_ message: String) -> ZoneRule.Refusal {
    ZoneRule.Refusal(byteOffset: position, message: message)
  }
}
