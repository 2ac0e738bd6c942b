import Coaching
import Glibc

/// What `Ledger.examine` says of one side of a ledger.
public struct LedgerFinding: Equatable, Sendable {
  /// What was looked at: `ledger`, `ledger files`, `ledger pages`, `ledger permissions`.
  public var name: String
  public var isWell: Bool
  /// What was seen, as a sentence.
  public var says: String
  /// What to do; nil where nothing is to be done, or where `says` tells.
  public var remedy: String?
}

extension Ledger {
  /// Looks at all of a ledger.
  ///
  /// That is: each fact and its checksum, each page and its sum, what SQLite itself says of it,
  /// what lies beside it, and who may read it. Nothing is changed, but that a write which was cut
  /// short is taken back, as every reader does.
  ///
  /// - Parameter path: The file.
  /// - Returns: What was found, each once.
  public static func examine(_ path: String) -> [LedgerFinding] {
    do {
      guard let status = try FileIdentity.status(path), status.st_size > 0 else {
        try Neighbours(path).checkEmpty()
        return [finding("ledger", "there is none yet; the first answer makes it")]
      }
      return try look(path, status)
    } catch {
      return [LedgerFinding(name: "ledger", isWell: false, says: error.description)]
    }
  }

  private static func finding(_ name: String, _ says: String) -> LedgerFinding {
    LedgerFinding(name: name, isWell: true, says: says)
  }

  private static func look(_ path: String, _ status: stat) throws(LedgerError) -> [LedgerFinding] {
    guard status.st_mode & S_IFMT == S_IFREG else { throw LedgerError(path: path, .notAFile) }
    let (findings, isReadOnly) = try findings(path)
    return [
      facts(findings, path), pages(findings),
      finding("ledger files", "nothing lies beside it that does not belong"),
      permissions(status, isReadOnly, path),
    ]
  }

  /// What was found past the sums of the pages, and whether the file can only be read.
  private static func findings(_ path: String) throws(LedgerError) -> (Findings, Bool) {
    var database = try Database(path: path, busyMilliseconds: 5000)
    database.keepLog()
    let head = try Head(of: database)
    try head?.check(path)
    try Neighbours(path).check(head)
    if database.isReadOnly, Neighbours(path).hasHotJournal || Neighbours(path).hasLog {
      database = try ReadableCopy.open(path)
      database.isStrict = false
    } else if Neighbours(path).hasHotJournal {
      // Whoever reads first takes back what was cut short; only what is sealed may be.
      database.isStrict = head?.isSealed ?? true
      do {
        try database.rows("SELECT count(*) FROM sqlite_schema") { _ in }
      } catch  where error.reason == .corrupt {
        throw Neighbours.foreignJournal(path)
      } catch  where error.reason == .unsealed {
        // It is looked at below.
      }
      database.isStrict = false
    }
    let isSealed = head?.isSealed == true
    let findings = try database.transaction(for: .reading) { () throws(LedgerError) in
      var findings = try Examination.findings(of: database)
      if isSealed { findings.wrongPages = try database.countWrongPages() }
      return findings
    }
    return (findings, database.isReadOnly)
  }

  private static func facts(_ findings: Findings, _ path: String) -> LedgerFinding {
    if !findings.isWhole {
      let error = LedgerError(path: path, .corrupt, detail: findings.words)
      return LedgerFinding(name: "ledger", isWell: false, says: error.description)
    }
    if findings.isChained {
      return finding("ledger", "\(path), \(findings.factCount.facts), each as it was written")
    }
    return LedgerFinding(
      name: "ledger",
      isWell: false,
      says: "it has no checksums yet, as an earlier version made it",
      remedy: "Close what has it open, an older coach or a database browser, and write something."
    )
  }

  private static func pages(_ findings: Findings) -> LedgerFinding {
    let count = findings.wrongPages
    if count == 0 { return finding("ledger pages", "each has the sum that it should") }
    let what = count == 1 ? "one page has" : "\(count) pages have"
    return LedgerFinding(
      name: "ledger pages",
      isWell: false,
      says: "\(what) another sum than they should: the disk changed them, or another program did",
      remedy: findings.isWhole
        ? "No fact is changed; the next command seals them anew. If you opened it with no other "
          + "program, look for errors of the disk with “journalctl -k”." : nil
    )
  }

  private static func permissions(
    _ status: stat,
    _ isReadOnly: Bool,
    _ path: String
  ) -> LedgerFinding {
    let name = "ledger permissions"
    if isReadOnly {
      return LedgerFinding(
        name: name,
        isWell: false,
        says: "it can be read but not written",
        remedy: "Allow writing with “chmod u+w”, or mount its disk for writing."
      )
    }
    if status.st_mode & 0o077 != 0 {
      return LedgerFinding(
        name: name,
        isWell: false,
        says: "others may read it",
        remedy: "chmod 600 \(path), which the next command does by itself"
      )
    }
    return finding(name, "it is the person's alone")
  }
}
