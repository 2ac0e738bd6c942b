import Application
import Coaching
import Glibc
import Machine

/// Asks whether something is to be done that a person may not have meant.
enum Consent {
  /// Whether a person at a terminal wants habits to stand in their configuration; where nobody is
  /// there, nobody does.
  static func isGivenToHabits() -> Bool {
    guard isatty(0) == 1 else { return false }
    Output.ask("Add these habits to coach.toml? [y/N] ")
    return Typed.meaning(readLine() ?? "", in: .yesNo) == "yes"
  }

  /// Whether a person at a terminal says that the ledger is to be replaced.
  static func isGiven() throws(CommandError) -> Bool {
    guard isatty(0) == 1 else {
      let what = "nothing was replaced: there is nobody to ask"
      throw CommandError(.usage, "\(what); say --yes if that is what you want")
    }
    Output.ask("Replace it, and keep what is there under another name? [y/N] ")
    return Typed.meaning(readLine() ?? "", in: .yesNo) == "yes"
  }
}
