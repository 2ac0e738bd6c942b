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
      return [Checkup("backups", .well, "none are made, as [backup] in coach.toml says")]
    }
    let ledger = Ledger.extent(of: premises.paths.ledger)
    if let ledger, ledger.factCount > 0 { return [look(at: backups, ledger, premises.today)] }
    let isEmpty = FileStamp(at: premises.paths.ledger)?.size ?? 0 == 0
    if let newest = backups.names.first, ledger != nil || isEmpty {
      let says = "the newest, of \(newest.day), has \(newest.factCount.facts), and the ledger none"
      let remedy = "coach restore \(backups.path(of: newest))"
      return [Checkup("backups", .amiss, says, remedy: remedy)]
    }
    return [Checkup("backups", .well, "there is nothing to copy yet, or nothing that can be")]
  }

  private static func look(
    at backups: DailyBackups,
    _ ledger: LedgerExtent,
    _ today: CivilDate
  ) -> Checkup {
    let (name, directory) = ("backups", backups.directory)
    let remedy = "journalctl --user -u coach says why; “coach backup FILE” makes one now"
    if File.exists(directory), !File.canWrite(in: directory) {
      let says = "\(directory) cannot be written"
      return Checkup(name, .amiss, says, remedy: "chmod 700 \(directory)")
    }
    guard let newest = backups.names.first else {
      let says = "there is none in \(directory) yet; the service makes the first"
      return Checkup(name, .amiss, says, remedy: "systemctl --user start coach, or: \(remedy)")
    }
    let path = backups.path(of: newest)
    if let fault = Ledger.fault(ofBackup: path) {
      let says = "the newest, \(path), is damaged: \(fault)"
      return Checkup(name, .amiss, says, remedy: "Move it away; the service makes another.")
    }
    let isOld = newest.day.days(until: today) > daysUntilOld && !newest.isOf(ledger)
    if isOld {
      let says = "the newest is of \(newest.day), and the ledger has changed since"
      return Checkup(name, .amiss, says, remedy: remedy)
    }
    let count = backups.names.count
    let says = "\(count == 1 ? "one" : "\(count)") in \(directory), the newest of \(newest.day)"
    let facts = newest.factCount.facts
    return Checkup(name, .well, "\(says) with \(facts), each as it was written")
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
