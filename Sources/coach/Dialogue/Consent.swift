import Application
import Coaching
import Glibc
import Machine

/// Asks whether the ledger is to be replaced.
enum Consent {
  /// Whether a person at a terminal says so.
  static func isGiven() throws(CommandError) -> Bool {
    guard isatty(0) == 1 else {
      let what = "nothing was replaced: there is nobody to ask"
      throw CommandError(.usage, "\(what); say --yes if that is what you want")
    }
    Output.ask("Replace it, and keep what is there under another name? [y/N] ")
    return Typed.meaning(readLine() ?? "", in: .yesNo) == "yes"
  }
}
