import Coaching
import Configuration
import Glibc
import TestSupport

@testable import coach

extension FuzzTarget {
  /// Texts that a person, a deck or a program writes.
  static let ofText = [
    FuzzTarget(
      name: "configuration",
      corpus: { [read("config/coach.toml")] + sections(of: read("config/coach.toml")) },
      take: { input in
        let settings = try Settings(text(input), file: "coach.toml", zones: TestZones.known)
        let context = PlanningContext(
          schedule: settings.schedule,
          teaching: Teaching(),
          zone: .utc,
          profile: settings.person
        )
        _ = context.advice(at: Instant(seconds: 1_800_000_000))
      },
      longest: 16_384
    ),
    FuzzTarget(
      name: "decks",
      corpus: { try decks().flatMap(sections) },
      take: { input in
        let place = try Place("decks", input)
        defer { place.remove() }
        _ = try OwnDeck.read(place.path, phrases: Phrases())
      },
      longest: 16_384
    ),
    FuzzTarget(
      name: "calendar",
      corpus: { expressions.map { Array($0.utf8) } },
      take: { input in
        let expression = try CalendarExpression(text(input), zone: TestZones.known)
        for seconds: Int64 in [-62_000_000_000, 0, 1_800_000_000, 250_000_000_000] {
          _ = expression.next(after: Instant(seconds: seconds), in: .utc)
        }
        _ = try CalendarExpression(expression.description)
      },
      longest: 512
    ),
    FuzzTarget(
      name: "program",
      corpus: {
        [
          #"{"answer": {"help": "taken"}}"#, #"{"answer": {"sleep": "23:40", "energy": "7"}}"#,
          "{}",
        ]
        .map { Array($0.utf8) }
      },
      take: { input in _ = try CommandChannel.answers(in: input) },
      longest: 8192
    ),
  ]

  private static let expressions = [
    "07:30", "Mon..Fri 17:30", "*-*-* 00:00:00", "2026-11-29 08:00", "Sat,Sun *:0/15", "*:0/7",
    "*-02-29 12:00", "*-*~01 23:59:59.5", "Mon *-*-1..7 10:00 Europe/Berlin", "weekly", "daily",
    "*-1,4,7,10-01", "2000..2099/4-*-*", "*:*:0/10",
  ]

  /// The texts of all shipped decks that hold tips, with their wording, as a person's own have it.
  private static func decks() throws -> [[UInt8]] {
    let place = "\(root)/config/decks"
    let files = FuzzTrace.names(in: place).flatMap { deck in
      ["deck.toml", "en.toml", "zh-Hant.toml"].map { "config/decks/\(deck)/\($0)" }
    }
    let own = #"""
      [[tip]]
      id = "water-the-plants"
      title = "The plants"
      action = "Water the plants."
      why = "Nobody else passes them."
      kind = "regular"

      [[principle]]
      id = "listen-first"
      text = "Listen to the end before you answer."
      """#
    return [Array(own.utf8)] + files.map(read).filter { !$0.isEmpty }
  }

  /// The parts of a file that blank lines divide: a change of a small one goes further.
  private static func sections(of file: [UInt8]) -> [[UInt8]] {
    let text = String(decoding: file, as: UTF8.self)
    var parts = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { parts.append("") } else { parts[parts.count - 1] += "\(line)\n" }
    }
    return parts.filter { !$0.isEmpty }.map { Array($0.utf8) }
  }

  static let root = String(#filePath.dropLast("/Tests/FuzzTests/FuzzTarget+Text.swift".count))

  private static func read(_ path: String) -> [UInt8] {
    TestSupport.bytes(ofFile: "\(root)/\(path)")
  }

  static func text(_ input: [UInt8]) -> String { String(decoding: input, as: UTF8.self) }
}

/// A file of a test's own.
struct Place {
  let path: String

  init(_ name: String, _ bytes: [UInt8]) throws {
    path = "/tmp/coach-fuzz-\(name)-\(getpid()).file"
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  func remove() {
    for end in ["", "-journal", "-wal", "-shm"] { unsafe unlink(path + end) }
  }
}
