/// The date of a calendar expression: `*-*-1..7`, `*-02~01`.
struct CalendarDateLists: Equatable, Sendable {
  var year = CalendarList.every(.year)
  var month = CalendarList.every(.month)
  /// In days of the month, or in days from its end.
  var day = CalendarList.every(.day)

  /// The days it names in a month of 28 to 31 days, as bits 1...31.
  func days(inMonthOf length: Int) -> UInt64 {
    let bits = day.bits(from: 1, through: length) << 1
    guard case .dayFromEnd = day.field, !day.parts.isEmpty else { return bits }
    return day.parts.reduce(0) { bits, part in
      // From the end, a range runs from its far end on, and a repetition forward from its start.
      let forward = CalendarPart(
        start: length + 1 - (part.stop ?? part.start),
        stop: part.stop.map { _ in length + 1 - part.start },
        step: part.step
      )
      return bits | CalendarList(.day, [forward]).bits(from: 1, through: length) << 1
    }
  }

  /// As `systemd-analyze calendar` writes it: `*-*-01..07`.
  var description: String {
    let isFromEnd = if case .dayFromEnd = day.field { !day.parts.isEmpty } else { false }
    return "\(year.description)-\(month.description)\(isFromEnd ? "~" : "-")\(day.description)"
  }
}

/// The time of a calendar expression: `07:30`, `*:0/15`.
struct CalendarTimeLists: Equatable, Sendable {
  var hour = CalendarList.exactly(.hour, 0)
  var minute = CalendarList.exactly(.minute, 0)
  /// In microseconds.
  var second = CalendarList.exactly(.second, 0)

  /// Whether the hours are a wildcard, or one repetition over the whole day from midnight on.
  ///
  /// Then it runs evenly in real time; hours that are named each stand for a time of the day.
  var isEven: Bool {
    guard hour.parts.count <= 1 else { return false }
    guard let part = hour.parts.first else { return true }
    return part.start == 0 && part.step > 0 && (part.stop.map { $0 + part.step > 23 } ?? true)
  }

  /// As `systemd-analyze calendar` writes it: `*:00/15:00`.
  var description: String {
    "\(hour.description):\(minute.description):\(second.description)"
  }
}

/// The years of a calendar expression: 230 bits, or every year, before 1970 too.
struct CalendarYears: Equatable, Sendable {
  private let isEvery: Bool
  private let words: SIMD4<UInt64>

  init(_ list: CalendarList) {
    isEvery = list.parts.isEmpty
    var words = SIMD4<UInt64>()
    for part in list.parts {
      for year in part.values(through: Self.last) {
        let bit = year - CalendarField.years.lowerBound
        words[bit / 64] |= 1 << UInt64(bit % 64)
      }
    }
    self.words = words
  }

  private static let last = CalendarField.years.upperBound

  func contains(_ year: Int) -> Bool {
    guard year <= Self.last else { return false }
    guard !isEvery else { return true }
    let bit = year - CalendarField.years.lowerBound
    return bit >= 0 && words[bit / 64] & 1 << UInt64(bit % 64) != 0
  }

  /// The first of the years that is not before one; nil after the last.
  func next(from year: Int) -> Int? {
    guard year <= Self.last else { return nil }
    guard !isEvery else { return year }
    let bit = max(0, year - CalendarField.years.lowerBound)
    var mask = UInt64.max << UInt64(bit % 64)
    for word in bit / 64..<4 {
      let later = words[word] & mask
      if later != 0 {
        return CalendarField.years.lowerBound + word * 64 + later.trailingZeroBitCount
      }
      mask = .max
    }
    return nil
  }
}
