package import Coaching
import Storage

/// The name of a daily backup: it tells of which day it is and what the file holds, so that the
/// service knows what it made itself, and what is new, without a list of its own.
///
/// `ledger-2026-11-29-v6-1234-9f3a1b2c3d4e5f60.sqlite`: the civil day on which it was made, the
/// version of the tables, how many facts, and the checksum of the newest.
package struct BackupName: Equatable, CustomStringConvertible {
  package var day: CivilDate
  package var version: Int64
  package var factCount: Int
  package var checksum: Int64

  init(_ extent: LedgerExtent, on day: CivilDate) {
    self.day = day
    version = extent.version
    factCount = extent.factCount
    checksum = extent.checksum
  }

  /// Reads a file's name; nil for any that no service gave.
  package init?(_ name: String) {
    guard name.hasPrefix("ledger-"), name.hasSuffix(".sqlite") else { return nil }
    let parts = name.dropFirst(7).dropLast(7)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 6, let day = CivilDate(parts[0...2].joined(separator: "-")),
      parts[3].first == "v", let version = Int64(parts[3].dropFirst()),
      let factCount = Int(parts[4]), let checksum = UInt64(parts[5], radix: 16)
    else { return nil }
    self.day = day
    self.version = version
    self.factCount = factCount
    self.checksum = Int64(bitPattern: checksum)
    // However else the numbers could be written.
    if description != name { return nil }
  }

  package var description: String {
    let digits = String(UInt64(bitPattern: checksum), radix: 16)
    let sum = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    return "ledger-\(day)-v\(version)-\(factCount)-\(sum).sqlite"
  }

  /// Whether a backup of this name holds what a ledger does.
  func isOf(_ extent: LedgerExtent) -> Bool {
    version == extent.version && factCount == extent.factCount && checksum == extent.checksum
  }

  /// The Monday with which its week begins.
  fileprivate var week: CivilDate {
    day.adding(days: -(Weekday.allCases.firstIndex(of: day.weekday) ?? 0))
  }
}

extension [BackupName] {
  /// In order, the newest first.
  package var newestFirst: [BackupName] {
    sorted { ($0.day, $0.version, $0.factCount) > ($1.day, $1.version, $1.factCount) }
  }

  /// Those that need not be kept.
  ///
  /// Kept are those of the newest days, and of the weeks before each the last; days and weeks in
  /// which there is one, so that a machine that was off for a month keeps what it had.
  ///
  /// - Parameters:
  ///   - days: How many days.
  ///   - weeks: How many weeks.
  /// - Returns: All others.
  package func surplus(keeping days: Int, weeks: Int) -> [BackupName] {
    var (someDays, someWeeks): ([CivilDate], [CivilDate]) = ([], [])
    return newestFirst.filter { name in
      if someDays.contains(name.day) { return false }
      if someDays.count < days {
        someDays.append(name.day)
        return false
      }
      if someWeeks.contains(name.week) || someWeeks.count == weeks { return true }
      someWeeks.append(name.week)
      return false
    }
  }
}
