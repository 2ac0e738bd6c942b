/// A time of day as a clock on the wall shows it, from 00:00:00 to 23:59:59.
public struct CivilTime: Comparable, Hashable, CustomStringConvertible, Sendable {
  // Three bytes: a long history holds some hundred thousand.
  private let shortHour: Int8
  private let shortMinute: Int8
  private let shortSecond: Int8

  /// 0...23.
  public var hour: Int { Int(shortHour) }
  /// 0...59.
  public var minute: Int { Int(shortMinute) }
  /// 0...59.
  public var second: Int { Int(shortSecond) }

  /// Seconds in a civil day, which is not always how long it lasts.
  public static let secondsInDay = 86_400

  /// The time with these numbers; nil where no clock shows it, so for 24:00 too.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    self.init(numbers: (hour, minute, second))
  }

  /// They must be in range.
  private init(numbers: (hour: Int, minute: Int, second: Int)) {
    shortHour = Int8(numbers.hour)
    shortMinute = Int8(numbers.minute)
    shortSecond = Int8(numbers.second)
  }

  /// Reads `H:MM`, `HH:MM` or `HH:MM:SS`; nil for anything else.
  ///
  /// Full-width digits and colons count as their ASCII forms: `23：40` is what a Japanese
  /// keyboard types.
  public init?(_ text: String) {
    var numbers: [Int] = [0]
    var digits: [Int] = [0]
    for scalar in text.unicodeScalars {
      switch Self.narrow(scalar) {
      case let digit? where (0x30...0x39).contains(digit):
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(digit) - 0x30
        digits[digits.count - 1] += 1
        guard digits[digits.count - 1] <= 2 else { return nil }
      case 0x3A?:
        numbers.append(0)
        digits.append(0)
      default: return nil
      }
      guard digits.count <= 3 else { return nil }
    }
    guard digits == [1, 2] || digits == [2, 2] || digits == [2, 2, 2] else { return nil }
    self.init(
      hour: numbers[0],
      minute: numbers[1],
      second: numbers.count == 3 ? numbers[2] : 0
    )
  }

  /// The time this many seconds after midnight, taken modulo 86,400.
  public init(secondOfDay: Int) {
    let remainder = secondOfDay % Self.secondsInDay
    let inDay = remainder < 0 ? remainder + Self.secondsInDay : remainder
    self.init(numbers: (inDay / 3600, inDay / 60 % 60, inDay % 60))
  }

  /// Seconds since midnight by the clock, 0...86,399.
  public var secondOfDay: Int {
    hour * 3600 + minute * 60 + second
  }

  /// The time this many seconds later by the clock; it wraps at midnight.
  public func adding(seconds: Int) -> CivilTime {
    CivilTime(secondOfDay: secondOfDay + seconds % Self.secondsInDay)
  }

  /// What the same figures mean on a clock of twelve hours in the other half of the day.
  public var halfADayOn: CivilTime { adding(seconds: Self.secondsInDay / 2) }

  /// `07:30`, or `07:30:15` where the seconds are not zero.
  public var description: String {
    second == 0 ? shortDescription : "\(shortDescription):\(second.padded(to: 2))"
  }

  /// `07:30`, never with seconds: nobody waits for one.
  public var shortDescription: String { "\(hour.padded(to: 2)):\(minute.padded(to: 2))" }

  /// `07:30:00`, always with seconds.
  var fullDescription: String {
    "\(hour.padded(to: 2)):\(minute.padded(to: 2)):\(second.padded(to: 2))"
  }

  public static func < (earlier: CivilTime, later: CivilTime) -> Bool {
    earlier.secondOfDay < later.secondOfDay
  }

  /// The ASCII code of a digit or colon, whether narrow or full-width; nil for anything else.
  private static func narrow(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x30...0x3A: scalar.value
    case 0xFF10...0xFF1A: scalar.value - 0xFEE0
    default: nil
    }
  }
}
