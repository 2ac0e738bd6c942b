import Testing

@testable import Storage

/// A ledger as an earlier version made it.
enum EarlierLedger {
  static let id = "0b0e7a34-3f0b-4c56-9a3a-00000000000"

  /// What the first version wrote, by its own script and in its own words.
  static let facts = [
    ["told", "tip/smile", #"{"v":1}"#, "2026-11-22"],
    [
      "prompted", "morning/2026-11-22",
      #"{"v":1,"due":1795329000000000,"until":1795343400000000,"questions":["sleep"]}"#,
      "2026-11-22",
    ],
    [
      "answered", "question/energy", #"{"v":1,"type":"scale","answer":"3","from":"command"}"#,
      "2026-11-21",
    ],
    [
      "answered", "question/energy", #"{"v":1,"type":"scale","answer":"8","from":"command"}"#,
      "2026-11-22",
    ],
    ["undone", "\(id)4", #"{"v":1}"#, "2026-11-22"],
    ["promised", "promise/1", #"{"v":1,"deep":[1]}"#, "2026-11-22"],
  ]

  /// Makes a ledger of an earlier version.
  static func make(_ path: String, version: Int = 1) throws {
    try write([], to: path)
    let database = try Database(path: path, busyMilliseconds: 0)
    for script in Schema.migrations.prefix(version) { try database.execute(script) }
    try database.execute(
      "PRAGMA application_id = \(Schema.application); PRAGMA user_version = \(version)"
    )
    try database.execute("PRAGMA journal_mode = WAL")
    for (index, fact) in Self.facts.enumerated() {
      try database.rows(
        """
        INSERT INTO facts (id, instant, zone, day, kind, subject, payload)
        VALUES (?1, 1795329000000000, 'Europe/Berlin', ?2, ?3, ?4, ?5)
        """,
        [.text("\(Self.id)\(index + 1)"), .text(fact[3])] + fact.prefix(3).map(Value.text)
      ) { _ in }
    }
  }

  static func rows(_ database: Database) throws -> [[String]] {
    try database.rows("SELECT * FROM facts ORDER BY sequence") { row in
      (0..<8).map { row.text($0) }
    }
  }
}
