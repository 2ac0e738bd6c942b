import Application
import ArgumentParser
import Coaching
import Glibc
import Pages

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of the ledger, or begin a new one; nothing is deleted.",
    discussion: """
      The backup is looked at first, fact by fact, and stays as it is; one of an earlier version \
      is brought to this one. What it would replace is said, and then it asks. What was there is \
      kept beside it as ledger-replaced-DAY-TIME.sqlite. The service, if it runs, goes on with \
      the new one by itself.
      """
  )

  @Argument(help: "The backup.", completion: .file()) var file: String?
  @Flag(help: "Begin a new ledger, with nothing in it.") var fresh = false
  @Flag(help: "Do not ask.") var yes = false

  func validate() throws {
    guard fresh == (file == nil) else {
      throw ValidationError("Say the FILE to put back, or --fresh for a new ledger.")
    }
  }

  func run() throws {
    let paths = Paths()
    let restoration = try LedgerRestoration(of: file.map(Environment.absolute), paths)
    try tell(restoration, paths)
    if !yes, restoration.replaces != .nothing, try !Restore.isWanted() {
      return Output.wrapped("Nothing was replaced.")
    }
    let zone = SystemZone.read().zone
    let kept = try restoration.carryOut(at: zone.civil(at: SystemClock.now))
    let now = fresh ? "A new ledger begins" : "Put back \(restoration.brings.words)"
    let before = kept.map { " What was there is kept as \($0)." } ?? ""
    Output.wrapped("\(now).\(before)")
    if DaemonLock.holder(of: paths.lock) == nil {
      Output.wrapped("The service is not running; start it with: systemctl --user start coach")
    }
  }

  private func tell(_ restoration: LedgerRestoration, _ paths: Paths) throws(CommandError) {
    let what = file ?? "A new ledger"
    switch restoration.replaces {
    case .nothing: break
    case .ledger(let extent, let losses):
      Output.wrapped("The ledger \(paths.ledger) has \(extent.words).")
      if let file { Output.wrapped("\(file) has \(restoration.brings.words).") }
      if losses.isEmpty {
        Output.wrapped("Nothing is lost: all that the ledger has is there.")
      } else {
        let count = losses.reduce(0) { $0 + $1.factCount }
        let facts = count == 1 ? "1 fact" : "\(count) facts"
        Output.wrapped("\(what) does not have \(facts) of it: \(Restore.words(losses)).")
      }
    case .damaged(let error):
      Output.wrapped(error)
      if let file { Output.wrapped("\(file) has \(restoration.brings.words).") }
    }
  }

  /// The days, the newest first, as many as one reads.
  private static func words(_ losses: [LedgerRestoration.Loss]) -> String {
    let some = losses.reversed().prefix(14).map { "\($0.factCount) of \($0.day)" }
    let rest = losses.count - some.count
    return some.joined(separator: ", ") + (rest > 0 ? ", and of \(rest) days before" : "")
  }

  private static func isWanted() throws(CommandError) -> Bool {
    guard isatty(0) == 1 else {
      let what = "nothing was replaced: there is nobody to ask"
      throw CommandError(.usage, "\(what); say --yes if that is what you want")
    }
    Output.write("Replace it, and keep what is there under another name? [y/N] ", to: 1)
    return ["y", "yes"].contains(readLine()?.trimmed.lowercased() ?? "")
  }
}
