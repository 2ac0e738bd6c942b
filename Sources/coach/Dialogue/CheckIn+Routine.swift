import Application
import Coaching
import Machine

/// Routines: some habits answered together, each of them alone too.
extension CheckIn {
  /// Asks what is open of a routine, one by one; a note stands beside the first answer.
  func askTogether(_ routine: Routine, day: CivilDate?, note: String?) throws(CommandError) {
    Output.say(routine.title)
    let questions =
      day == nil
      ? try workspace.questionsToAsk(of: routine) : workspace.questions(of: routine)
    try askEach(of: questions, day: day, note: note)
  }

  /// Records the answers to a routine, all or none.
  func record(
    _ routine: Routine,
    _ typed: [String],
    day: CivilDate?,
    note: String?
  ) throws(CommandError) {
    let recorded = try workspace.record(typed, to: routine, on: day, note: note)
    for line in recorded.said(in: workspace) { Output.say(line) }
  }
}
