import Application
import ArgumentParser
import Coaching
import Machine
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
      throw ValidationError.said("use-restore")
    }
  }

  func run() throws {
    let paths = Paths()
    let restoration = try LedgerRestoration(of: file.map(Environment.absolute), paths)
    let phrases = Spoken.phrases
    Output.show(restoration.page(of: file, over: paths.ledger, phrases))
    if !yes, restoration.replaces != .nothing, try !Consent.isGiven() {
      return Output.say(phrases("restore-none"))
    }
    let zone = SystemZone.read().zone
    let kept = try restoration.carryOut(at: zone.civil(at: SystemClock.now))
    Output.show(restoration.donePage(isFresh: fresh, kept: kept, phrases))
    if DaemonLock.holder(of: paths.lock) == nil {
      let command = "systemctl --user start coach"
      Output.say(phrases("setup-not-running", ("command", command)))
    }
  }
}
