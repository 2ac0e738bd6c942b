import Coaching

extension Settings {
  /// Which of the daily backups are kept, and where.
  public struct Backup: Equatable, Sendable {
    /// How many days' backups, the newest: 0 to 366.
    public var keepDays = 7
    /// How many weeks' last backups, of those before: 0 to 520.
    public var keepWeeks = 4
    /// An absolute path, or one that begins with “~/”; nil for the usual place.
    public var directory: String?

    public init() {}

    /// Whether none are made.
    public var isOff: Bool { keepDays == 0 && keepWeeks == 0 }
  }

  mutating func readBackup(_ section: TOMLTable) throws(ConfigurationError) {
    try section.allow(["keep-days", "keep-weeks", "directory"])
    backup.keepDays = try Settings.count(section, "keep-days", 366) ?? backup.keepDays
    backup.keepWeeks = try Settings.count(section, "keep-weeks", 520) ?? backup.keepWeeks
    guard let directory = try section.text("directory"), directory != "default" else { return }
    guard directory.hasPrefix("/") || directory.hasPrefix("~/") else {
      let what = "is not “default” or a path that begins with “/” or “~/”"
      throw section.refusal("directory", "“\(directory.printable)” \(what)")
    }
    backup.directory = directory
  }

  private static func count(
    _ section: TOMLTable,
    _ key: String,
    _ most: Int
  ) throws(ConfigurationError) -> Int? {
    guard let number = try section.integer(key) else { return nil }
    guard (0...most).contains(number) else {
      throw section.refusal(key, "“\(key)” is from 0 to \(most), not \(number)")
    }
    return number
  }
}
