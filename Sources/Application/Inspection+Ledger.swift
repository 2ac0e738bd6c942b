import Coaching
import Configuration
import Files
import Storage

extension Inspection {
  /// Each fact and page of the ledger, and what lies beside it.
  static let ledger = Inspection { premises in
    let good = premises.newestGoodBackup
    return Ledger.examine(premises.paths.ledger).map { finding in
      let advice = good.map { "coach restore \($0)" }
      let isBare = !finding.isWell && finding.remedy == nil
      let verdict: Checkup.Verdict = finding.isWell ? .well : .amiss
      let remedy = isBare ? advice : finding.remedy
      return Checkup(finding.name, verdict, finding.says, remedy: remedy)
    }
  }

  /// Whether there are backups, how old the newest is, and whether it is whole.
  static let backups = Inspection { premises in
    guard let backups = DailyBackups(premises.paths, premises.settings.backup) else {
      return [Checkup("backups", .well, Saying("see-no-backups"))]
    }
    let ledger = Ledger.extent(of: premises.paths.ledger)
    if let ledger, ledger.factCount > 0 { return [look(at: backups, ledger, premises.today)] }
    let isEmpty = FileStamp(at: premises.paths.ledger)?.size ?? 0 == 0
    if let newest = backups.names.first, ledger != nil || isEmpty {
      let day = ("day", Saying.day(newest.day, seenOn: premises.today))
      let says = Saying("see-ledger-gone", day, ("facts", Saying(facts: newest.factCount)))
      let remedy = "coach restore \(backups.path(of: newest))"
      return [Checkup("backups", .amiss, says, remedy: remedy)]
    }
    return [Checkup("backups", .well, Saying("see-nothing-to-copy"))]
  }

  private static func look(
    at backups: DailyBackups,
    _ ledger: LedgerExtent,
    _ today: CivilDate
  ) -> Checkup {
    let (name, directory) = ("backups", backups.directory)
    let remedy = Saying("mend-backup")
    if File.exists(directory), !File.canWrite(in: directory) {
      let says = Saying("see-directory-closed", ("path", directory))
      return Checkup(name, .amiss, says, remedy: "chmod 700 \(directory)")
    }
    guard let newest = backups.names.first else {
      let says = Saying("see-first-backup", ("path", directory))
      let first = Saying("mend-first-backup", ("remedy", remedy))
      return Checkup(name, .amiss, says, remedy: first)
    }
    let path = backups.path(of: newest)
    if let fault = Ledger.fault(ofBackup: path) {
      let says = Saying("see-bad-backup", ("path", path), ("fault", fault))
      return Checkup(name, .amiss, says, remedy: Saying("mend-bad-backup"))
    }
    let day = ("day", Saying.day(newest.day, seenOn: today))
    let isOld = newest.day.days(until: today) > daysUntilOld && !newest.isOf(ledger)
    if isOld {
      let says = Saying("see-old-backup", day)
      return Checkup(name, .amiss, says, remedy: remedy)
    }
    let count = backups.names.count
    let facts = ("facts", Saying(facts: newest.factCount))
    let place = ("path", directory)
    let says =
      count == 1
      ? Saying("see-one-backup", place, day, facts)
      : Saying("see-backups", ("count", count), place, day, facts)
    return Checkup(name, .well, says)
  }

  /// A machine that is off over a weekend has made none, and nothing is wrong.
  private static let daysUntilOld = 3
}

extension Premises {
  /// The newest daily backup that is whole.
  fileprivate var newestGoodBackup: String? {
    guard let backups = DailyBackups(paths, settings.backup) else { return nil }
    return backups.names.map { backups.path(of: $0) }.first { Ledger.fault(ofBackup: $0) == nil }
  }
}
