import Glibc
import TestSupport
import Testing

@testable import CivilCalendar

/// glibc reads the same files with other code; what the two disagree on is our fault.
@Suite("Zone against glibc", .serialized)
struct ZoneOracleTests {
  /// 1900-01-01 and 2101-01-01, both 00:00 UTC, in seconds since 1970.
  private static let start = -2_208_988_800
  private static let end = 4_133_980_800

  @Test("every installed zone shows what glibc shows, and its changes are the same, 1900 to 2100")
  func everyZone() throws {
    var seen: Set<[UInt8]> = []
    let names = TestZones.names()
    try #require(names.count > 300, "the zones are not installed: install tzdata")
    var changes = 0
    for name in names {
      let bytes = try TestZones.bytes(name)
      guard seen.insert(bytes).inserted else { continue }
      unsafe setenv("TZ", ":\(name)", 1)
      tzset()
      let zone = try Zone(name: name, tzif: bytes)
      changes += compare(zone)
      // Two changes within those days can hide each other; the file names them all.
      for change in try TZifFile.table(name: name, bytes: bytes).changes {
        guard change > Self.start else { continue }
        for shift in [-1, 0] { check(zone, at: Int(change) + shift) }
      }
    }
    unsafe unsetenv("TZ")
    tzset()
    // Not to be green by comparing nothing.
    #expect(seen.count > 250 && changes > 30_000, "\(seen.count) zones, \(changes) changes")
  }

  /// Compares every 30th day, and each change glibc makes between them; says how many there were.
  private func compare(_ zone: Zone) -> Int {
    var changes = 0
    var before = glibcOffset(at: Self.start)
    for second in stride(from: Self.start, to: Self.end, by: 30 * 86_400) {
      check(zone, at: second)
      let offset = glibcOffset(at: second)
      if offset != before {
        changes += 1
        compareAround(change(after: second - 30 * 86_400, through: second), in: zone)
      }
      before = offset
    }
    return changes
  }

  private func change(after before: Int, through after: Int) -> Int {
    var (low, high) = (before, after)
    let offset = glibcOffset(at: low)
    while high - low > 1 {
      let middle = (low + high) / 2
      if glibcOffset(at: middle) == offset { low = middle } else { high = middle }
    }
    return high
  }

  private func compareAround(_ change: Int, in zone: Zone) {
    for shift in [-3600, -1, 0, 1, 3599, 3600] { check(zone, at: change + shift) }
    let before = glibcOffset(at: change - 1)
    let after = glibcOffset(at: change)
    let offsets = Set([-93_600, -1, 0, 93_600].map { glibcOffset(at: change + $0) })
    for offset in [before, after, (before + after) / 2] {
      for shift in [-1, 0, 1] {
        let clock = change + offset + shift
        let shown = offsets.filter { glibcOffset(at: clock - $0) == $0 }.map { clock - $0 }.sorted()
        checkReading(zone, clock: clock, shown: shown, change: change)
      }
    }
  }

  private func checkReading(_ zone: Zone, clock: Int, shown: [Int], change: Int) {
    let civil = Zone.utc.civil(at: Instant(seconds: Int64(clock)))
    let instants = shown.map { Instant(seconds: Int64($0)) }
    let expected: Zone.Reading =
      switch instants.count {
      case 0: .gap(Instant(seconds: Int64(change)))
      case 1: .once(instants[0])
      default: .fold(first: instants[0], second: instants[1])
      }
    let reading = zone.reading(of: civil)
    if reading != expected {
      Issue.record("\(zone.name) \(civil): \(reading), glibc \(expected)")
    }
  }

  private func check(_ zone: Zone, at second: Int) {
    let instant = Instant(seconds: Int64(second))
    let civil = zone.civil(at: instant)
    let date = civil.date
    let shown = [
      zone.offset(at: instant), date.year, date.month, date.day, date.weekday.rawValue % 7,
      civil.time.hour, civil.time.minute, civil.time.second,
    ]
    let expected = glibc(at: second)
    if shown != expected { Issue.record("\(zone.name) at \(second): \(shown), glibc \(expected)") }
  }

  private func glibcOffset(at second: Int) -> Int {
    var time = time_t(second)
    var parts = unsafe tm()
    unsafe localtime_r(&time, &parts)
    return unsafe parts.tm_gmtoff
  }

  /// Offset, year, month, day, weekday from Sunday as 0, hour, minute, second.
  private func glibc(at second: Int) -> [Int] {
    var time = time_t(second)
    var parts = unsafe tm()
    unsafe localtime_r(&time, &parts)
    let date = unsafe [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_wday]
    let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec]
    return unsafe [parts.tm_gmtoff] + (date + clock).map { Int($0) }
  }
}
