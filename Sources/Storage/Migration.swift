/// Brings an open ledger to this version, and says how it is to be written.
struct Migration {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func version() throws(LedgerError) -> Int64 {
    let version = try database.rows("PRAGMA user_version") { $0.integer(0) }.first ?? 0
    if version > Schema.version {
      throw LedgerError(path: database.path, .newer(version: version))
    }
    return version
  }

  /// Makes a connection ready for use.
  ///
  /// - Parameter isNew: Whether the file has no byte yet.
  /// - Throws: When it cannot be brought to this version.
  func prepare(isNew: Bool) throws(LedgerError) {
    try database.execute(
      """
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA cache_size = \(Database.cache);
      """
    )
    if isNew {
      try database.execute("PRAGMA page_size = 4096")
      try database.reserve()
    }
    if try hasLog(), try !leaveLog() {
      // An earlier version has it open: as long as it does, all goes on as it knew it.
      try migrate(to: Schema.chained - 1)
      database.isChained = false
      return
    }
    // Each commit syncs the journal's end as well: one whose removal were lost with the power
    // would take back what was acknowledged.
    try database.execute("PRAGMA journal_mode = TRUNCATE")
    if try version() < Schema.version {
      try migrate(to: isNew ? Schema.version : Schema.chained)
      if try version() < Schema.version { try seal() }
    }
  }

  /// Writes the version as it is: a commit that changes nothing, but is synced as any other.
  func touch() throws(LedgerError) {
    try database.transaction(for: .writing) { () throws(LedgerError) in
      try database.execute("PRAGMA user_version = \(try version())")
    }
  }

  private func hasLog() throws(LedgerError) -> Bool {
    try database.rows("PRAGMA journal_mode") { $0.text(0) } == ["wal"]
  }

  /// Moves the log of an earlier version into the file, for good; false where somebody has it open.
  ///
  /// A log of another time would spoil the file, so both are looked at as one before.
  private func leaveLog() throws(LedgerError) -> Bool {
    database.keepLog()
    if try version() > 0 {
      let faults = try database.rows("PRAGMA integrity_check(1)") { $0.text(0) }
      let gaps = try database.rows("SELECT count(*) < ifnull(max(sequence), 0) FROM facts") {
        $0.integer(0)
      }
      guard faults == ["ok"], gaps == [0] else {
        let what = "it and its -wal file do not belong together, or one is damaged (\(faults[0]))"
        throw LedgerError(path: database.path, .corrupt, detail: what)
      }
    }
    // What another program wrote into a log is in no sealed page.
    if database.isStrict { throw LedgerError(path: database.path, .unsealed, detail: "a log") }
    do {
      try database.execute("PRAGMA journal_mode = TRUNCATE")
      return try !hasLog()
    } catch  where error.reason == .busy {
      return false
    }
  }

  /// Brings a ledger to a version, all or nothing.
  func migrate(to target: Int64) throws(LedgerError) {
    try database.transaction(for: .writing) { () throws(LedgerError) in
      // Asked again: somebody else may have brought it there while this one waited.
      let version = try version()
      if version >= target { return }
      for script in Schema.migrations.prefix(Int(target)).dropFirst(Int(version)) {
        try database.execute(script)
      }
      if target >= Schema.chained { try chain() }
      try database.execute(
        """
        PRAGMA application_id = \(Schema.application);
        PRAGMA user_version = \(target);
        """
      )
    }
  }

  /// Gives every fact its checksum.
  private func chain() throws(LedgerError) {
    try database.execute(Schema.allowsChange)
    var chain = Chain()
    var last: Int64 = 0
    while true {
      let some = try database.rows(Query.ofSequences, [.integer(last)], StoredFact.init)
      guard let end = some.last else { break }
      for fact in some {
        let checksum = Value.integer(chain.add(fact))
        try database.rows(Query.putChecksum, [.integer(fact.sequence), checksum]) { _ in }
      }
      last = end.sequence
    }
    try database.rows(Query.putHead, [.integer(last), .integer(chain.last)]) { _ in }
    try database.execute(Schema.forbidsChange)
  }

  /// Makes room in each page for its sum, and puts the sums there.
  ///
  /// Cut short anywhere, it is done again from the start: until the version says so, no sum is
  /// believed. A full disk, or somebody who reads all the time, leaves it for the next opening.
  private func seal() throws(LedgerError) {
    do {
      if try Head(of: database)?.reserves == false {
        // To say the size of a page forgets the room.
        try database.execute("PRAGMA page_size = 4096")
        try database.reserve()
        try database.execute("VACUUM")
      }
      try database.transaction(for: .alone) { () throws(LedgerError) in try database.seal() }
      // What this connection keeps in memory has no sums: another one makes it known.
      let sealed = try Database(path: database.path, busyMilliseconds: 5000)
      sealed.isStrict = true
      try sealed.execute("PRAGMA synchronous = FULL; PRAGMA journal_mode = TRUNCATE")
      try sealed.transaction(for: .writing) { () throws(LedgerError) in
        try sealed.execute("PRAGMA user_version = \(Schema.version)")
      }
      database.isStrict = true
    } catch  where [.full, .busy].contains(error.reason) {
      database.isStrict = false
    }
  }
}
