import Coaching

/// How spans and moments are written in the configuration.
enum Words {
  /// Reads a span of time: `90s`, `30min`, `4h`, `1h 30min`.
  ///
  /// - Parameter text: The span as written.
  /// - Returns: Seconds, from 1 second to 24 hours; nil for anything else.
  static func seconds(_ text: String) -> Int64? {
    var rest = text.filter { $0 != " " }[...]
    var total: Int64 = 0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard digits.count <= 6, let number = Int64(digits), let scale = scale(of: unit) else {
        return nil
      }
      total += number * scale
    }
    return (1...86_400).contains(total) ? total : nil
  }

  private static func scale(of unit: Substring) -> Int64? {
    switch unit {
    case "s", "sec": 1
    case "m", "min": 60
    case "h", "hour", "hours": 3600
    default: nil
    }
  }

  /// A span as the configuration writes it.
  static func span(_ seconds: Int64) -> String {
    let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")]
    return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined(separator: " ")
  }

  /// Reads the person's own time with a distance: `lights-out`, `lights-out - 30min`.
  ///
  /// - Parameter text: The moment as written.
  /// - Returns: The moment; nil when the text does not start with an own time or goes on otherwise.
  static func own(_ text: String) -> Settings.Moment? {
    guard let own = Settings.OwnTime.allCases.first(where: { text.hasPrefix($0.rawValue) }) else {
      return nil
    }
    let rest = text.dropFirst(own.rawValue.count).trimmed
    if rest.isEmpty { return .own(own, minutes: 0) }
    guard let sign = rest.first, sign == "-" || sign == "+",
      let seconds = seconds(rest.dropFirst().trimmed), seconds % 60 == 0
    else { return nil }
    return .own(own, minutes: Int(seconds / 60) * (sign == "-" ? -1 : 1))
  }
}
