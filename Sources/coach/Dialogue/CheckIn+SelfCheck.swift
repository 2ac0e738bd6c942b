import Application
import Channels
import Coaching
import Machine

/// Self-checks: some questions answered together, or one by one.
extension CheckIn {
  /// Asks all of a self-check, one by one; a note stands beside the first answer.
  func askAlone(_ check: SelfCheck, day: CivilDate?, note: String?) throws(CommandError) {
    Output.say(check.ask)
    try askEach(of: workspace.teaching.questions(of: check.id), day: day, note: note)
  }

  /// Asks some questions, one by one, until the input ends; a note stands beside the first answer.
  func askEach(
    of questions: [Question],
    day: CivilDate?,
    note: String?
  ) throws(CommandError) {
    var askings: [Asking] = []
    for question in questions where askings.last != .ended {
      let first = askings.contains(.answered) ? nil : note
      askings.append(try ask(question, day: day, note: first))
    }
    try finish(askings)
  }

  /// Records the answers to a self-check, all or none.
  func record(
    _ check: SelfCheck,
    _ typed: [String],
    day: CivilDate?,
    note: String?
  ) throws(CommandError) {
    let recorded = try workspace.record(typed, to: check, on: day, note: note)
    for line in recorded.said(in: workspace) { Output.say(line) }
    try offerChange(of: check.id)
  }

  /// Says once that a self-check has become an empty form, and what can be done.
  func offerChange(of check: String) throws(CommandError) {
    guard try workspace.isEmptyForm(check) else { return }
    Output.say(
      phrases(
        "same-again",
        ("count", String(SelfCheck.emptyForm)),
        ("command", SuggestedCommand.retire(name: check).spelled)
      )
    )
  }
}
