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
    let ask = ("question", Spoken.phrases("import-ask-habits"))
    Output.ask("\(Spoken.phrases("usually-no", ask)) ")
    return Typed.meaning(readLine() ?? "", in: .yesNo) == "yes"
  }

  /// Whether a person at a terminal says that the ledger is to be replaced.
  static func isGiven() throws(CommandError) -> Bool {
    guard isatty(0) == 1 else {
      throw CommandError(.usage, "consent-nobody")
    }
    let ask = ("question", Spoken.phrases("restore-ask"))
    Output.ask("\(Spoken.phrases("usually-no", ask)) ")
    return Typed.meaning(readLine() ?? "", in: .yesNo) == "yes"
  }
}
