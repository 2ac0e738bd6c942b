import Coaching

/// How spans and moments are written in the configuration.
enum SettingSyntax {
  /// Reads a span of time: `90s`, `30min`, `4h`, `1h 30min`.
  ///
  /// - Parameter text: The span as written.
  /// - Returns: Seconds, from 1 second to 24 hours; nil for anything else.
  static func seconds(_ text: String) -> Int64? {
    TimeSpan.seconds(text).flatMap { $0 <= 86_400 ? $0 : nil }
  }

  /// Reads the person's own time with a distance: `lights-out`, `lights-out - 30min`.
  ///
  /// - Parameter text: The moment as written.
  /// - Returns: The moment; nil when the text does not start with an own time or goes on otherwise.
  static func own(_ text: String) -> Settings.SettingTime? {
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

  static let targets = "“at least 3”, “at most 2”, “by 22:45”, “done”, “not done” or “unset”"

  /// What `Cadence` reads, for a refusal.
  static let cadence =
    "a span of days or weeks such as “7d” or “4w”, 366 days at most, or days such as “Sun”"

  /// What to say of a name that there is not: the nearest there is, else all, or those to list.
  static func offer(
    _ name: String,
    among known: [String],
    listing listed: [String]? = nil
  ) -> String {
    nearest(to: name, among: known).map { "did you mean “\($0)”?" }
      ?? "known: \((listed ?? known).joined(separator: ", "))"
  }

  /// Whether a text can name a slot, a tip, a question or a cue: of a–z, 0–9 and “-”.
  static func isName(_ text: String) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return text.utf8.allSatisfy { letters ~= $0 || digits ~= $0 || $0 == UInt8(ascii: "-") }
  }
}
