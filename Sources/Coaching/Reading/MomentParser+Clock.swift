/// Times of day as people write and say them.
extension MomentParser {
  mutating func takeClock() -> Bool {
    guard said.clock == nil else { return false }
    let start = (place, part)
    if takeNamed() || takeSpokenPast() || takeFigures() { return true }
    (place, part) = start
    (figures, said.clock) = (nil, nil)
    return false
  }

  /// Noon and midnight.
  private mutating func takeNamed() -> Bool {
    for (key, hour) in [("noon", 12), ("midnight", 0)] where means(.clock, key) {
      // 中午12點 and 半夜12點 have their time behind them.
      if isTimeAhead(of: 1) { return false }
      // With a day it is the midnight at its end.
      let time = CivilTime(secondOfDay: hour * 3600)
      said.clock = ClockPhrase(time, isNextDate: hour == 0)
      place += 1
      return true
    }
    return false
  }

  private func isTimeAhead(of offset: Int) -> Bool {
    number(at: offset) != nil && meaning(in: .unit, at: offset + 1) == nil
  }

  /// “half past eleven”, “a quarter to twelve”, “ten past 11”, 差五分十二點.
  private mutating func takeSpokenPast() -> Bool {
    let key = meaning(in: .clock)
    if let minutes = minutesNamed(key), let hour = number(at: 1)?.value ?? midnight(at: 1) {
      place += 2
      if means(.clock, "hour") { place += 1 }
      return set(hour, minutesOn: minutes)
    }
    if key == "short", let minutes = number(at: 1), means(.clock, "minute", at: 2),
      let hour = number(at: 3), means(.clock, "hour", at: 4)
    {
      place += 5
      return set(hour.value, minutesOn: -minutes.value)
    }
    guard let minutes = number(), (1...59).contains(minutes.value) else { return false }
    let offset = means(.clock, "minute", at: 1) ? 2 : 1
    let isPast = means(.clock, "past", at: offset)
    guard isPast || means(.clock, "to", at: offset), let hour = number(at: offset + 1),
      meaning(in: .unit, at: offset + 2) == nil
    else { return false }
    place += offset + 2
    if means(.clock, "hour") { place += 1 }
    return set(hour.value, minutesOn: isPast ? minutes.value : -minutes.value)
  }

  private func minutesNamed(_ key: String?) -> Int? {
    switch key {
    case "half-past": 30
    case "quarter-past": 15
    case "quarter-to": -15
    default: nil
    }
  }

  private func midnight(at offset: Int) -> Int? {
    means(.clock, "midnight", at: offset) ? 0 : nil
  }

  /// Some minutes on from an hour, or before it.
  private mutating func set(_ hour: Int, minutesOn minutes: Int) -> Bool {
    guard (0...24).contains(hour) else { return false }
    if minutes >= 0 { return set(hour, minutes, isSpoken: true) }
    let before = hour == 0 ? 23 : hour == 1 ? 12 : hour - 1
    return set(before, 60 + minutes, isSpoken: true)
  }

  /// 23:40, 23.40, 11:40 pm, 11點40分, 十一點半, “eleven forty”, 11pm.
  private mutating func takeFigures() -> Bool {
    guard let hour = number() else { return false }
    if means(.clock, "hour", at: 1) {
      place += 2
      return set(hour.value, minutesBehindHour(), isSpoken: true)
    }
    for separator: Unicode.Scalar in [":", "."] where mark(separator, at: 1) {
      guard let minute = number(at: 2), minute.digits == 2, hour.digits > 0, hour.digits <= 2
      else { return false }
      place += 3
      guard mark(":"), let second = number(at: 1), second.digits == 2 else {
        return set(hour.value, minute.value, isSpoken: false)
      }
      place += 2
      return set(hour.value, minute.value, second: second.value, isSpoken: false)
    }
    if hour.digits >= 3 {
      // 1130pm; without a part of the day so many digits are a time where they stand alone.
      place += 1
      let isSure = part != nil || partBehind() != nil
      return isSure && set(hour.value / 100, hour.value % 100, isSpoken: false)
    }
    return takeBare(hour)
  }

  /// An hour without a mark: with its part of the day, or in words with its minutes.
  private mutating func takeBare(_ hour: (value: Int, digits: Int)) -> Bool {
    if let minute = number(at: 1), hour.digits == 0, minute.digits == 0,
      (10...59).contains(minute.value), meaning(in: .unit, at: 2) == nil
    {
      place += 2
      return set(hour.value, minute.value, isSpoken: true)
    }
    guard meaning(in: .unit, at: 1) == nil || meaning(in: .part, at: 1) != nil else { return false }
    place += 1
    let isNamed = part != nil || partBehind() != nil || means(.clock, "midnight")
    guard isNamed || means(.clock, "at", at: -2) else { return false }
    return set(hour.value, 0, isSpoken: true)
  }

  /// The minutes behind an hour and its mark.
  private mutating func minutesBehindHour() -> Int {
    if means(.clock, "past") { place += 1 }
    for (key, minutes) in [("half", 30), ("quarter", 15), ("three-quarters", 45)]
    where means(.quantity, key) {
      place += 1
      return minutes
    }
    guard let minute = number() else { return 0 }
    if means(.clock, "quarter", at: 1) {
      place += 2
      return minute.value * 15
    }
    // 三點 2小時 are two things.
    if !means(.clock, "minute", at: 1), meaning(in: .unit, at: 1) != nil { return 0 }
    place += means(.clock, "minute", at: 1) ? 2 : 1
    return minute.value
  }

  /// The part of the day that stands behind a time.
  private func partBehind() -> (part: DayPart, length: Int)? {
    var offset = 0
    while mark(",", at: offset) || means(.joining, "filler", at: offset) { offset += 1 }
    return meaning(in: .part, at: offset).flatMap(DayPart.init).map { ($0, offset + 1) }
  }

  private mutating func set(
    _ hour: Int,
    _ minute: Int,
    second: Int = 0,
    isSpoken: Bool
  ) -> Bool {
    if means(.clock, "sharp") { place += 1 }
    if part == nil, let behind = partBehind() {
      part = behind.part
      place += behind.length
    } else if part == nil, hour == 12, means(.clock, "midnight") {
      part = .night
      place += 1
    }
    figures = (hour, minute, second, isSpoken)
    return setClock()
  }
}
