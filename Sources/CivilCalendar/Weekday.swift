/// A day of the week, numbered as in ISO 8601: Monday is 1 and Sunday is 7.
public enum Weekday: Int, CaseIterable, Comparable, Hashable, Sendable {
  case monday = 1
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// Reads `Mon` or `Monday` in any case, the only two spellings systemd.time(7) has.
  public init?(name: String) {
    let wanted = name.lowercased()
    for day in Self.allCases
    where wanted == day.fullName.lowercased() || wanted == day.shortName.lowercased() {
      self = day
      return
    }
    return nil
  }

  /// The three letters of systemd.time(7): `Mon`.
  public var shortName: String {
    String(fullName.prefix(3))
  }

  /// The English name: `Monday`.
  public var fullName: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  public static func < (earlier: Weekday, later: Weekday) -> Bool {
    earlier.rawValue < later.rawValue
  }

  /// The day a misspelt name most likely means; nil where no day is near.
  ///
  /// Near is at most two letters to insert, drop or replace, and fewer than the word has.
  static func nearest(to word: String) -> Weekday? {
    let letters = Array(word.lowercased().prefix(12))
    var best: (day: Weekday, distance: Int)?
    for day in allCases {
      let short = distance(letters, Array(day.shortName.lowercased()))
      let full = distance(letters, Array(day.fullName.lowercased()))
      let distance = min(short, full)
      if distance < best?.distance ?? 3 { best = (day, distance) }
    }
    guard let best, best.distance < min(letters.count, 3) else { return nil }
    return best.day
  }

  /// Levenshtein's distance: letters to insert, drop or replace.
  private static func distance(_ source: [Character], _ target: [Character]) -> Int {
    var row = Array(0...target.count)
    for (line, letter) in source.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in target.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[target.count]
  }
}
