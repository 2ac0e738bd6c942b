import CivilCalendar
import TestSupport
import Testing

@Suite("Zone files")
struct ZoneFileTests {
  /// A small file to make as one likes; what is not said is right.
  struct Sample {
    var version: UInt8 = 0x32
    var changes: [(time: Int64, type: UInt8)] = []
    var types: [(offset: Int32, isSummer: UInt8)] = [(0, 0)]
    var leapSeconds = 0
    var footer: String? = "\n\n"

    var bytes: [UInt8] {
      guard version > 0 else { return block(timeSize: 4) }
      return Sample(version: version).block(timeSize: 4) + block(timeSize: 8)
        + Array((footer ?? "").utf8)
    }

    private func block(timeSize: Int) -> [UInt8] {
      var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
      for count in [0, 0, leapSeconds, changes.count, types.count, 4] {
        bytes += Self.big(Int64(count), 4)
      }
      for change in changes { bytes += Self.big(change.time, timeSize) }
      for change in changes { bytes.append(change.type) }
      for type in types { bytes += Self.big(Int64(type.offset), 4) + [type.isSummer, 0] }
      bytes += Array("ABC\0".utf8)
      for index in 0..<leapSeconds {
        bytes += Self.big(Int64(78_796_800 + index * 31_536_000), timeSize)
        bytes += Self.big(Int64(index + 1), 4)
      }
      return bytes
    }

    static func big(_ value: Int64, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> Int64(8 * (size - 1 - $0))) }
    }
  }

  private func zone(_ sample: Sample) throws -> Zone {
    try Zone(name: "Test/Sample", tzif: sample.bytes)
  }

  @Test("versions 1 to 4 are read, each from its own block", arguments: [0, 0x32, 0x33, 0x34])
  func versions(version: UInt8) throws {
    let zone = try zone(
      Sample(version: version, changes: [(-10, 1), (1000, 0)], types: [(60, 0), (3600, 1)])
    )
    #expect(zone.offset(at: Instant(seconds: -11)) == 60)
    #expect(zone.offset(at: Instant(seconds: -10)) == 3600)
    #expect(zone.offset(at: Instant(seconds: 999)) == 3600)
    #expect(zone.offset(at: Instant(seconds: 1000)) == 60)
  }

  @Test("leap seconds are passed over")
  func leapSeconds() throws {
    let zone = try zone(Sample(types: [(3600, 0)], leapSeconds: 27, footer: "\nCET-1\n"))
    #expect(zone.timestamp(Instant(seconds: 1_483_228_800)) == "2017-01-01T01:00:00+01:00")
  }

  @Test("changes close together make readings that come back", arguments: [-3600, 0, 7200])
  func closeTogether(last: Int) throws {
    // Two hours forward at 10000, one hour back 600 s later, then again after another 600 s.
    let changes: [(time: Int64, type: UInt8)] = [(10_000, 1), (10_600, 2), (11_200, 3)]
    let zone = try zone(
      Sample(changes: changes, types: [(0, 0), (7200, 1), (3600, 1), (Int32(last), 0)])
    )
    for clock in Int64(0)..<25_000 {
      let civil = Zone.utc.civil(at: Instant(seconds: clock))
      let shown = [-3600, 0, 3600, 7200].map { Instant(seconds: clock - $0) }
        .filter { zone.civil(at: $0) == civil }.sorted()
      let expected: Zone.Reading? =
        switch shown.count {
        case 0: nil
        case 1: .once(shown[0])
        default: .fold(first: shown[0], second: shown[1])
        }
      let reading = zone.reading(of: civil)
      if case .gap(let after) = reading {
        let isFirst =
          zone.civil(at: after) > civil && zone.civil(at: after.adding(seconds: -1)) < civil
        if expected != nil || !isFirst { Issue.record("\(clock): \(reading)") }
      } else if reading != expected {
        Issue.record("\(clock): \(reading)")
      }
    }
  }

  @Test("a file cut off at any byte is refused", arguments: ["Europe/Berlin", "Asia/Kolkata"])
  func truncated(name: String) throws {
    let bytes = try TestZones.bytes(name)
    for length in 0..<bytes.count {
      #expect(throws: ZoneError.self, "\(length)") {
        try Zone(name: name, tzif: Array(bytes[..<length]))
      }
    }
  }

  @Test("a header with any byte changed to any other is refused or read, and never traps")
  func headers() throws {
    let bytes = try TestZones.bytes("Europe/Berlin")
    let mark = Array("TZif".utf8)
    let headers = bytes.indices.filter { bytes[$0...].starts(with: mark) }
    try #require(headers.count == 2)
    for place in headers.flatMap({ $0..<$0 + 44 }) {
      for value in UInt8.min...UInt8.max where value != bytes[place] {
        var changed = bytes
        changed[place] = value
        let refused = isRefused(changed)
        let isUnused = headers.contains { ($0 + 5..<$0 + 20).contains(place) }
        if isUnused { #expect(!refused, "byte \(place) is reserved") }
        let isMark = headers.contains { ($0..<$0 + 4).contains(place) }
        if isMark { #expect(refused, "byte \(place) is part of the mark") }
      }
    }
  }

  @Test("random bytes and real files with random damage are refused or work, and never trap")
  func random() throws {
    var random = SplitMix64(seed: 20_261_122)
    var read = 0
    let files = try ["Europe/Berlin", "America/Santiago", "Pacific/Apia"].map {
      try TestZones.bytes($0)
    }
    for round in 0..<6000 {
      var bytes = files[round % files.count]
      if round % 4 == 0 {
        bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
          UInt8(truncatingIfNeeded: random.next())
        }
        if round % 8 == 0 { bytes = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 33) + bytes }
      } else {
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8(
            truncatingIfNeeded: random.next()
          )
        }
      }
      if !isRefused(bytes) { read += 1 }
    }
    #expect(read > 100 && read < 5900, "\(read) of 6000 were read")
  }

  /// Whether the file is refused; where it is read, its readings must come back.
  private func isRefused(_ bytes: [UInt8]) -> Bool {
    let zone: Zone
    do {
      zone = try Zone(name: "Test/Damaged", tzif: bytes)
    } catch {
      return true
    }
    for seconds in [
      Int64.min / 1_000_000, -5_000_000_000, 0, 1_743_298_200, 9_000_000_000, 1 << 50,
    ] {
      let instant = Instant(seconds: seconds)
      let civil = zone.civil(at: instant)
      let back = zone.instant(of: civil)
      if zone.civil(at: back) != civil { Issue.record("\(civil) does not come back") }
    }
    return false
  }

  @Test("what is wrong is said with its place and what to do")
  func refusals() throws {
    let second = 44 + 6 + 4
    let table: [(Sample, Int, String)] = [
      (Sample(version: 0x35), 4, "version"),
      (Sample(types: []), second + 44, "0 types"),
      (Sample(changes: [(5, 0), (5, 0)]), second + 52, "not in order"),
      (Sample(changes: [(5, 1)]), second + 52, "type of local time"),
      (Sample(types: [(93_600, 0)]), second + 44, "93600 seconds"),
      (Sample(types: [(-90_000, 0)]), second + 44, "-90000 seconds"),
      (Sample(types: [(.min, 0)]), second + 44, "not possible"),
      (Sample(types: [(0, 2)]), second + 48, "summer time"),
      (Sample(footer: nil), second + 54, "rule for later years"),
      (Sample(footer: "\nCET-1"), second + 54, "cut short"),
      (Sample(footer: "\nCET-1CEST,M3.5.0,M13.5.0\n"), second + 54 + 19, "1 to 12"),
    ]
    for (sample, place, words) in table {
      let error = #expect(throws: ZoneError.self, "\(words)") { try zone(sample) }
      #expect(error?.byteOffset == place && error?.message.contains(words) == true, "\(words)")
    }
    let error = #expect(throws: ZoneError.self) {
      try Zone(name: "a\u{1B}[31mb", tzif: Array("#!/bin/sh".utf8))
    }
    #expect(
      error?.description
        == "time zone 'a\\u{1b}[31mb', byte 0: a header would take 44 bytes, but 9 are left; "
        + "the file is likely cut short or damaged: reinstall tzdata"
    )
  }

  @Test("counts far beyond the file are refused before anything is made room for")
  func hugeCounts() {
    let ones = [UInt8](repeating: 0xFF, count: 24)
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    #expect(throws: ZoneError.self) { try Zone(name: "x", tzif: header + ones) }
    #expect(throws: ZoneError.self) {
      try Zone(name: "x", tzif: Array("TZif".utf8) + [UInt8](repeating: 0, count: 16) + ones)
    }
  }
}
