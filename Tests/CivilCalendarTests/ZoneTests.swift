import CivilCalendar
import TestSupport
import Testing

@Suite("Zone")
struct ZoneTests {
  @Test(
    "a clock time is shown once, never or twice",
    arguments: [
      ("Europe/Berlin", "2025-03-30T01:59:59", "once 2025-03-30T01:59:59+01:00"),
      ("Europe/Berlin", "2025-03-30T02:00:00", "gap 2025-03-30T03:00:00+02:00"),
      ("Europe/Berlin", "2025-03-30T02:30:00", "gap 2025-03-30T03:00:00+02:00"),
      ("Europe/Berlin", "2025-03-30T03:00:00", "once 2025-03-30T03:00:00+02:00"),
      ("Europe/Berlin", "2025-10-26T01:59:59", "once 2025-10-26T01:59:59+02:00"),
      (
        "Europe/Berlin", "2025-10-26T02:00:00",
        "2025-10-26T02:00:00+02:00 2025-10-26T02:00:00+01:00"
      ),
      (
        "Europe/Berlin", "2025-10-26T02:30:00",
        "2025-10-26T02:30:00+02:00 2025-10-26T02:30:00+01:00"
      ),
      ("Europe/Berlin", "2025-10-26T03:00:00", "once 2025-10-26T03:00:00+01:00"),
      ("Europe/Berlin", "2099-03-29T02:30:00", "gap 2099-03-29T03:00:00+02:00"),
      ("America/Santiago", "2025-09-07T00:30:00", "gap 2025-09-07T01:00:00-03:00"),
      (
        "America/Santiago", "2025-04-05T23:30:00",
        "2025-04-05T23:30:00-03:00 2025-04-05T23:30:00-04:00"
      ),
      ("Australia/Lord_Howe", "2025-10-05T02:15:00", "gap 2025-10-05T02:30:00+11:00"),
      (
        "Australia/Lord_Howe", "2025-04-06T01:45:00",
        "2025-04-06T01:45:00+11:00 2025-04-06T01:45:00+10:30"
      ),
      ("Australia/Lord_Howe", "2025-04-06T01:15:00", "once 2025-04-06T01:15:00+11:00"),
      ("Pacific/Apia", "2011-12-29T23:59:59", "once 2011-12-29T23:59:59-10:00"),
      ("Pacific/Apia", "2011-12-30T00:00:00", "gap 2011-12-31T00:00:00+14:00"),
      ("Pacific/Apia", "2011-12-30T12:00:00", "gap 2011-12-31T00:00:00+14:00"),
      ("Pacific/Apia", "2011-12-31T00:00:00", "once 2011-12-31T00:00:00+14:00"),
      ("Europe/Dublin", "2040-03-25T01:30:00", "gap 2040-03-25T02:00:00+01:00"),
      (
        "Europe/Dublin", "2040-10-28T01:30:00",
        "2040-10-28T01:30:00+01:00 2040-10-28T01:30:00+00:00"
      ),
      ("Antarctica/Troll", "2025-03-30T02:59:59", "gap 2025-03-30T03:00:00+02:00"),
      (
        "Antarctica/Troll", "2025-10-26T01:30:00",
        "2025-10-26T01:30:00+02:00 2025-10-26T01:30:00+00:00"
      ),
      ("America/Nuuk", "2050-03-26T23:30:00", "gap 2050-03-27T00:00:00-01:00"),
      (
        "Africa/Cairo", "2050-10-27T23:30:00", "2050-10-27T23:30:00+03:00 2050-10-27T23:30:00+02:00"
      ),
      ("UTC", "2025-03-30T02:30:00", "once 2025-03-30T02:30:00+00:00"),
    ]
  )
  func readings(name: String, text: String, expected: String) throws {
    let zone = try TestZones.zone(name)
    let civil = try civil(text)
    let shown =
      switch zone.reading(of: civil) {
      case .once(let instant): "once \(zone.timestamp(instant))"
      case .gap(let instant): "gap \(zone.timestamp(instant))"
      case .fold(let first, let second): "\(zone.timestamp(first)) \(zone.timestamp(second))"
      }
    #expect(shown == expected)
    let first = zone.timestamp(zone.instant(of: civil))
    #expect(
      expected.contains(first) && !expected.hasSuffix(" \(first)") || !expected.hasPrefix("2")
    )
  }

  @Test("a date is had unless the calendar leapt over it, not because its midnight is missing")
  func dates() throws {
    let days = [
      ("Pacific/Apia", "2011-12-30", false), ("Pacific/Apia", "2011-12-29", true),
      ("Pacific/Apia", "2011-12-31", true), ("Pacific/Kwajalein", "1993-08-21", false),
      ("America/Santiago", "2025-09-07", true), ("Europe/Berlin", "2025-03-30", true),
    ]
    for (name, date, had) in days {
      #expect(try TestZones.zone(name).has(#require(CivilDate(date))) == had, "\(name) \(date)")
    }
  }

  @Test("a timestamp names the instant even where the offset has seconds")
  func timestamps() throws {
    let berlin = try TestZones.zone("Europe/Berlin")
    // 1880: local mean time, +00:53:28.
    #expect(berlin.offset(at: Instant(seconds: -2_840_140_800)) == 3208)
    #expect(berlin.timestamp(Instant(seconds: -2_840_140_800)) == "1880-01-01T00:53:00+00:53")
    let newYork = try TestZones.zone("America/New_York")
    #expect(newYork.offset(at: Instant(seconds: -2_840_140_800)) == -17_762)
    #expect(newYork.timestamp(Instant(seconds: -2_840_140_800)) == "1879-12-31T19:04:00-04:56")
    #expect(Zone.utc.timestamp(Instant(microseconds: -1)) == "1969-12-31T23:59:59+00:00")
    let kathmandu = try TestZones.zone("Asia/Kathmandu")
    #expect(kathmandu.timestamp(Instant(seconds: 0)) == "1970-01-01T05:30:00+05:30")
  }

  @Test("an exact timestamp has the microseconds that there are")
  func exactTimestamps() throws {
    let berlin = try TestZones.zone("Europe/Berlin")
    #expect(berlin.exactTimestamp(Instant(seconds: 0)) == "1970-01-01T01:00:00+01:00")
    #expect(
      berlin.exactTimestamp(Instant(microseconds: 1_000_250), between: " ")
        == "1970-01-01 01:00:01.000250+01:00"
    )
    let before = Instant(microseconds: -1)
    #expect(Zone.utc.exactTimestamp(before) == "1969-12-31T23:59:59.999999+00:00")
  }

  @Test("the ends of time are the ends of the calendar")
  func ends() throws {
    for zone in [Zone.utc, try TestZones.zone("Europe/Berlin")] {
      #expect(zone.civil(at: .distantPast).description == "0000-01-01T00:00:00")
      #expect(zone.civil(at: .distantFuture).description == "9999-12-31T23:59:59")
      let last = zone.instant(of: zone.civil(at: .distantFuture))
      #expect(zone.civil(at: last) == zone.civil(at: .distantFuture))
    }
  }

  @Test("a POSIX string is a zone by itself")
  func posix() throws {
    let strings: [(text: String, instant: Int64, offset: Int)] = [
      ("CET-1CEST,M3.5.0,M10.5.0/3", 1_767_225_600, 3600),
      ("CET-1CEST,M3.5.0,M10.5.0/3", 1_783_000_000, 7200), ("<+03>-3", 0, 10_800),
      ("UTC0", 0, 0), ("<-0330>3:30", 0, -12_600), ("NZST-12NZDT,M9.5.0,M4.1.0/3", 0, 46_800),
    ]
    for (text, instant, offset) in strings {
      let zone = try #require(Zone(posix: text), "\(text)")
      #expect(zone.offset(at: Instant(seconds: instant)) == offset, "\(text)")
      #expect(zone.name == text)
    }
    for text in ["", "Europe/Berlin", "UTC", "CET", "<+03>", "CET-1CEST,M3", "CET-99"] {
      #expect(Zone(posix: text) == nil, "\(text)")
    }
  }
}
