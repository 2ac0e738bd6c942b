import TestSupport
import Testing

@testable import CivilCalendar

/// Every installed zone's bytes, in each version of the format and damaged in every way.
@Suite("Zone files, all that are installed")
struct ZoneFuzzTests {
  private static func files() throws -> [(name: String, bytes: [UInt8])] {
    var seen: Set<[UInt8]> = []
    let names = TestZones.names()
    try #require(names.count > 300, "the zones are not installed: install tzdata")
    return try names.map { ($0, try TestZones.bytes($0)) }.filter { seen.insert($0.1).inserted }
  }

  /// Where the second header begins.
  private static func second(of bytes: [UInt8]) -> Int? {
    bytes.indices.dropFirst().first { bytes[$0...].starts(with: "TZif".utf8) }
  }

  @Test("versions 3 and 4 of a file are read as version 2 is, and its first block as version 1")
  func versions() throws {
    var compared = 0
    for (name, bytes) in try Self.files() {
      let zone = try Zone(name: name, tzif: bytes)
      let second = try #require(Self.second(of: bytes))
      for version in ["3", "4"] {
        var other = bytes
        for place in [4, second + 4] { other[place] = version.utf8.first ?? 0 }
        #expect(try Zone(name: name, tzif: other) == zone, "\(name), version \(version)")
      }
      var first = Array(bytes[..<second])
      first[4] = 0
      // A file made for new readers only has an empty first block: no type of local time.
      guard let old = try? Zone(name: name, tzif: first) else { continue }
      for seconds in stride(from: -2_000_000_000, to: 2_000_000_000, by: 5_000_000) {
        compared += 1
        if old.offset(at: Instant(seconds: Int64(seconds))) != zone.span(at: seconds).offset {
          Issue.record("\(name) at \(seconds)")
        }
      }
    }
    #expect(compared > 100_000, "\(compared); is tzdata built without its first blocks here?")
  }

  @Test("damage of every zone's file by a seed is refused or read, and never a trap or a hang")
  func damaged() throws {
    var random = TestSupport.SplitMix64(seed: 32)
    var (read, refused) = (0, 0)
    let expressions = try ["02:30", "*:0/7", "Mon *-02-29 *:30", "*-*~01 00:00:00.5"].map {
      try CalendarExpression($0)
    }
    for (name, bytes) in try Self.files() {
      for _ in 0..<16 {
        let damaged = Self.damaged(bytes, &random)
        guard let zone = try? Zone(name: name, tzif: damaged) else {
          refused += 1
          continue
        }
        read += 1
        use(zone, expressions, &random)
      }
    }
    #expect(read > 1000 && refused > 1000, "\(read) read, \(refused) refused")
  }

  /// Bytes that are changed, put in, taken out, repeated or cut off.
  private static func damaged(
    _ bytes: [UInt8],
    _ random: inout TestSupport.SplitMix64
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0...random.below(2) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      let end = min(bytes.count, place + 1 + random.below(16))
      let byte = UInt8(truncatingIfNeeded: random.next())
      switch random.below(24) {
      case 0: bytes.insert(byte, at: place)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.removeSubrange(random.pick([place, bytes.count - 1])...)
      case 4...8: bytes[place] = random.pick([0, 0x7F, 0x80, 0xFF])
      case 9...16: bytes[place] ^= 1 << UInt8(random.below(8))
      default: bytes[place] = byte
      }
    }
    return bytes
  }

  /// Everything a zone is asked; what it answers must hang together.
  private func use(
    _ zone: Zone,
    _ expressions: [CalendarExpression],
    _ random: inout TestSupport.SplitMix64
  ) {
    let seconds = [0, 1_743_298_200, 4_000_000_000, random.below(8_000_000_000) - 4_000_000_000]
    for second in seconds {
      let instant = Instant(seconds: Int64(second))
      let span = zone.span(at: second)
      #expect(span.start <= second && second < span.end)
      let civil = zone.civil(at: instant)
      if zone.civil(at: zone.instant(of: civil)) != civil { Issue.record("\(zone.name) \(civil)") }
      for expression in expressions {
        if let next = expression.next(after: instant, in: zone), next <= instant {
          Issue.record("\(zone.name) \(expression) \(instant)")
        }
      }
      _ = zone.change(after: instant, through: Instant(seconds: 10_000_000_000))
    }
  }

  @Test("a rule in any form gives spans that meet, and that hold each of their seconds")
  func rules() throws {
    var random = TestSupport.SplitMix64(seed: 7)
    for _ in 0..<400 {
      let text = Self.rule(&random)
      let rule = try ZoneRule(posix: Array(text.utf8)[...])
      var second = random.below(4_000_000_000)
      for _ in 0..<12 {
        let span = rule.span(at: second)
        // A span holds all its seconds, and the next begins where it ends.
        for inside in [span.start, second, span.end - 1] where inside > .min && inside < .max {
          if rule.span(at: inside) != span { Issue.record("\(text) at \(inside)") }
        }
        guard span.end < .max else { break }
        if rule.span(at: span.end).start != span.end { Issue.record("\(text) at \(span.end)") }
        second = span.end
      }
    }
  }

  private static func rule(_ random: inout TestSupport.SplitMix64) -> String {
    var changes = ""
    for _ in 0..<2 {
      let weekday = "M\(1 + random.below(12)).\(1 + random.below(5)).\(random.below(7))"
      let days = ["J\(1 + random.below(365))", "\(random.below(366))", weekday, weekday]
      changes += ",\(random.pick(days))/\(random.below(335) - 167)"
    }
    return "AAA\(random.below(24) - 12)BBB\(random.below(24) - 12)\(changes)"
  }
}
