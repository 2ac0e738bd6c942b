import CivilCalendar

/// What a clock showed, as other programs write it.
enum ClockText {
  /// A day and a time, and how far the clock was from UTC where that is said.
  struct Moment: Equatable {
    var civil: CivilDateTime
    /// Seconds east of UTC; nil where nothing is said.
    var offset: Int?

    /// The instant, where the clock's distance from UTC is known.
    var instant: Instant? { offset.map { civil.instant(east: $0) } }
  }

  /// Reads `2020-11-23T07:00:05.250+01:00`, also with a space, without seconds, with `+0100`,
  /// ` +0100` or `Z`, or without an offset.
  static func moment(_ text: String) -> Moment? {
    let bytes = Array(text.trimmedText.utf8)
    guard bytes.count >= 16, let date = CivilDate(String(decoding: bytes[..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
    else { return nil }
    var clock = String(decoding: bytes[11...], as: UTF8.self)
    var offset: Int?
    if clock.hasSuffix("Z") {
      offset = 0
      clock.removeLast()
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let found = seconds(String(clock[sign...])) else { return nil }
      offset = found
      clock = String(clock[..<sign])
    }
    let plain = String(clock.trimmedText.prefix { $0 != "." })
    guard let time = CivilTime(plain), plain.utf8.count == 5 || plain.utf8.count == 8 else {
      return nil
    }
    return Moment(civil: CivilDateTime(date: date, time: time), offset: offset)
  }

  /// Seconds east of UTC of `+01:00`, `+0100`, `-05_00`.
  static func seconds(_ text: String) -> Int? {
    let digits = text.dropFirst().filter { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst().filter { !($0.isASCII && $0.isNumber) }
    guard let sign = text.first, digits.utf8.count == 4, rest.allSatisfy({ ":_".contains($0) }),
      let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours <= 18,
      minutes < 60
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return sign == "-" ? -seconds : sign == "+" ? seconds : nil
  }

  /// Reads `20250610T220000Z`, the basic form.
  static func basic(_ text: String) -> Instant? {
    let bytes = Array(text.utf8)
    guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z"),
      let date = basicDate(String(decoding: bytes[..<8], as: UTF8.self))
    else { return nil }
    let part = { (start: Int) in Int(String(decoding: bytes[start..<start + 2], as: UTF8.self)) }
    guard let hour = part(9), let minute = part(11), let second = part(13),
      let time = CivilTime(hour: hour, minute: minute, second: second)
    else { return nil }
    return CivilDateTime(date: date, time: time).instant(east: 0)
  }

  /// Reads `20250610`.
  static func basicDate(_ text: String) -> CivilDate? {
    guard text.utf8.count == 8, text.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(text)
    else { return nil }
    return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// A time of twelve hours, `11:12PM` or `9:10 pm`, or of 24.
  static func time(_ text: String) -> CivilTime? {
    let lower = text.lowercased().trimmedText
    let isLate = lower.hasSuffix("pm")
    let isTwelve = isLate || lower.hasSuffix("am")
    let digits = (isTwelve ? String(lower.dropLast(2)) : lower).trimmedText.split(separator: ":")
    guard digits.count >= 2, let hour = Int(digits[0]), let minute = Int(digits[1]) else {
      return nil
    }
    if !isTwelve { return CivilTime(hour: hour, minute: minute) }
    guard (1...12).contains(hour) else { return nil }
    return CivilTime(hour: hour % 12 + (isLate ? 12 : 0), minute: minute)
  }
}

extension Instant {
  /// The instant that some milliseconds since 1970 name; nil where nothing can be then.
  init?(milliseconds: Int64) {
    // The years 0 to 9999, as civil dates reach.
    let range: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_000
    guard range.contains(milliseconds) else { return nil }
    self.init(microseconds: milliseconds * 1000)
  }
}
