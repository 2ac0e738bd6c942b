import Text

/// A length of time as a person writes it: `90s`, `15m`, `4h`, `1h 30min`, `2d`, `4w`.
public enum TimeSpan {
  /// Reads a span.
  ///
  /// - Parameter text: Numbers with the units s, m, min, h, d, w or their words; spaces are
  ///   allowed.
  /// - Returns: Seconds, from 1 to ten years; nil for anything else.
  public static func seconds(_ text: String) -> Int64? {
    parts(text).map { Int64($0.days) * 86_400 + $0.seconds }
  }

  /// Reads a span, what is said in days and weeks apart from what is said in hours and less: days
  /// are civil ones to a person, of whatever length, and hours are hours.
  ///
  /// - Parameter text: As `seconds` takes it.
  /// - Returns: Days and seconds, together from a second to ten years; nil for anything else.
  public static func parts(_ text: String) -> (days: Int, seconds: Int64)? {
    var rest = text.narrowDigits.filter { $0 != " " }[...]
    var total: (days: Int64, seconds: Int64) = (0, 0)
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard digits.count <= 6, let number = Int64(digits), let scale = scale(of: unit) else {
        return nil
      }
      if scale >= 86_400 {
        total.days += number * scale / 86_400
      } else {
        total.seconds += number * scale
      }
    }
    guard (1...longest).contains(total.days * 86_400 + total.seconds) else { return nil }
    return (Int(total.days), total.seconds)
  }

  /// A span in its largest units: `1h 30min`; `0s` where it has no length.
  public static func words(_ seconds: Int64) -> String {
    let parts = [
      (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"),
      (seconds % 60, "s"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
    return words.isEmpty ? "0s" : words.joined(separator: " ")
  }

  /// Ten years: what is longer was not meant, and sums of it stay far from overflowing.
  private static let longest: Int64 = 3653 * 86_400

  private static func scale(of unit: Substring) -> Int64? {
    switch unit.lowercased() {
    case "s", "sec", "second", "seconds": 1
    case "m", "min", "minute", "minutes": 60
    case "h", "hour", "hours": 3600
    case "d", "day", "days": 86_400
    case "w", "week", "weeks": 7 * 86_400
    default: nil
    }
  }
}
