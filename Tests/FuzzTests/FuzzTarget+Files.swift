import Coaching
import Configuration
import Glibc
import TestSupport

@testable import Storage

extension FuzzTarget {
  /// Files of a form of their own.
  static let ofFiles = [
    FuzzTarget(
      name: "tzif",
      corpus: {
        try ["Europe/Berlin", "Asia/Tehran", "America/New_York", "Africa/Casablanca", "UTC"]
          .map(TestZones.bytes)
      },
      take: { input in
        let zone = try Zone(name: "a", tzif: input)
        for seconds: Int64 in [-9_000_000_000, -1, 1_800_000_000, 9_000_000_000] {
          let instant = Instant(seconds: seconds)
          _ = zone.instant(of: zone.civil(at: instant))
          _ = zone.change(after: instant, through: instant.adding(seconds: 400 * 86_400))
        }
      },
      longest: 8192,
      isLinear: false
    ),
    FuzzTarget(
      name: "ledger",
      corpus: { [ledger.bytes] },
      take: { input in
        let place = try Place("ledger", input)
        defer { place.remove() }
        _ = Ledger.examine(place.path)
        _ = Ledger.fault(ofBackup: place.path)
        let read = try everything(Ledger(path: place.path))
        // An error says that it is damaged; what is read is what was written, or a beginning of it.
        guard read == ledger.read || input.isEmpty else {
          throw FuzzWrong(what: "is read as another ledger in silence")
        }
      },
      longest: 1 << 20,
      isLinear: false
    ),
    FuzzTarget(
      name: "rows",
      corpus: { rows.map { Array($0.utf8) } },
      take: { input in
        let place = try Place("rows", [])
        defer { place.remove() }
        let ledger = try Ledger(path: place.path)
        for row in input.split(separator: 10).prefix(12) { try put(row, in: ledger) }
        _ = try everything(ledger)
      },
      isLinear: false
    ),
  ]

  /// A small ledger, and what is read of it.
  private static let ledger: (bytes: [UInt8], read: [String]) = {
    guard let place = try? Place("model", []), let ledger = try? Ledger(path: place.path) else {
      preconditionFailure("There is no room in /tmp.")
    }
    defer { place.remove() }
    for row in rows { try? put(Array(row.utf8)[...], in: ledger) }
    let read = (try? everything(ledger)) ?? []
    return (TestSupport.bytes(ofFile: place.path), read)
  }()

  private static let day = CivilDate(dayNumber: 20_779)

  private static func everything(_ ledger: Ledger) throws -> [String] {
    let questions = ["sleep", "energy", "help", "tip"]
    let coach = try ledger.coach(around: day, tips: ["a"], spaced: questions, notes: ["thanks"])
    let context = PlanningContext(schedule: Settings().schedule, teaching: Teaching(), zone: .utc)
    let noon = Instant(seconds: Int64(day.dayNumber) * 86_400 + 43_200)
    _ = coach.plan(at: noon, for: context)
    return [
      "\(try ledger.facts(from: day.adding(days: -900), through: day.adding(days: 900)))",
      "\(coach)", "\(try ledger.histories(of: questions, through: day))",
      "\(try ledger.entries(of: .promise))", "\(try ledger.openEntries(of: .note))",
      "\(try ledger.lastDone(limit: 9))",
    ]
  }

  /// A kind, a subject, a day and a payload.
  private static let rows = [
    #"told|tip/a|2026-11-22|{"v":1}"#,
    #"prompted|a/2026-11-22|2026-11-22|{"v":1,"due":1795329000000000,"until":1795343400000000}"#,
    #"answered|question/energy|2026-11-22|{"v":1,"type":"scale","answer":"8","from":"command"}"#,
    #"answered|question/sleep|2026-11-21|{"v":1,"type":"time","answer":"23:40","from":"bus"}"#,
    #"answered|question/help|2026-11-20|{"v":1,"type":"outcome","answer":"taken","from":"x"}"#,
    #"entered|promise/1|2026-11-22|{"v":1,"kind":"promise","text":"a","due":1795329000000000}"#,
    #"entered|promise/2|2026-11-25|{"v":1,"kind":"promise","text":"a","reserve":900,"timing":1}"#,
    #"entered|note/1|2026-11-22|{"v":1,"kind":"thanks","text":"a","parts":["a=b"]}"#,
    #"edited|note/1|2026-11-22|{"v":1,"kind":"thanks","text":"b"}"#,
    #"closed|promise/1|2026-11-22|{"v":1,"how":"kept"}"#,
    #"extra|extra|2026-11-22|{"v":1,"text":"a","minutes":5,"cost":"12.50 EUR"}"#,
    #"hesitated|tip/a|2026-11-22|{"v":1,"obstacle":1,"fear":7}"#,
    #"away|away|2026-11-25|{"v":1,"from":"2026-11-23","through":"2026-11-25"}"#,
    #"paused|pause|2026-11-23|{"v":1,"until":1795343400000000}"#,
    #"snoozed|a/2026-11-22|2026-11-22|{"v":1,"until":1795343400000000}"#,
    #"stepped|programme|2026-11-22|{"v":1,"step":2}"#,
    #"passed|b/2026-11-22|2026-11-22|{"v":1,"why":"quiet"}"#,
    #"unseen|night|2026-11-22|{"v":1,"from":"23:10","until":"07:00"}"#,
    #"undone|x|2026-11-22|{"v":1}"#,
    #"rated|rating/a|2026-11-22|{"v":1,"rating":"useful"}"#,
  ]

  /// Puts a row into a ledger as another program of this version might.
  private static func put(_ row: ArraySlice<UInt8>, in ledger: Ledger) throws {
    let parts = row.split(separator: 124, maxSplits: 3, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self).filter { $0 != "\0" } }
    guard parts.count == 4 else { return }
    let database = ledger.database
    let head = try database.rows(Query.head) { ($0.integer(0), $0.integer(1)) }.first ?? (0, 0)
    var chain = Chain(after: head.1)
    let fact = StoredFact(
      sequence: head.0 + 1,
      id: "id-\(head.0 + 1)",
      instant: 1_795_329_000_000_000,
      zone: "UTC",
      day: parts[2],
      kind: parts[0],
      subject: parts[1],
      payload: parts[3]
    )
    let checksum = Value.integer(chain.add(fact))
    let texts = [fact.zone, parts[2], parts[0], parts[1], parts[3]].map(Value.text)
    try database.transaction(for: .writing) { () throws(LedgerError) in
      let columns = [.integer(fact.sequence), .text(fact.id), .integer(fact.instant)] + texts
      try database.rows(Query.insert, columns + [checksum]) { _ in }
      try database.rows(Query.putHead, [.integer(fact.sequence), checksum]) { _ in }
    }
  }
}
