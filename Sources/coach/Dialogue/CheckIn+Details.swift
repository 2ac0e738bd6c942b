import Application
import Coaching
import Glibc
import Machine

/// What may stand beside an answer is asked for after it.
extension CheckIn {
  /// Asks a person at a terminal whom an offer was for; an empty line passes it over.
  ///
  /// Elsewhere the next line may be the answer to the next question.
  ///
  /// - Returns: False at the end of input.
  func askAside(
    _ question: Question,
    _ typed: String,
    day: CivilDate?
  ) throws(CommandError) -> Bool {
    guard question.also == .circle, input.isTerminal,
      case .outcome(let outcome)? = try workspace.understood(typed, as: question)?.answer,
      outcome != .couldNot
    else { return true }
    let titles = workspace.context.profile.circleNames.map(workspace.phrases.circle)
    let list = titles.joined(separator: workspace.phrases("list-comma"))
    Output.say(workspace.phrases("ask-circle", ("list", list)))
    while true {
      Output.ask("  \(phrases.labelled(phrases("hint-circle"), ""))")
      guard let line = input.line() else {
        Output.blank()
        return false
      }
      if line.trimmed.isEmpty { return true }
      do {
        let named = CheckIn(workspace: workspace, circles: [line.trimmed])
        try named.record(question, typed, day: day, note: nil)
        return true
      } catch  where error.kind == .data {
        Output.complain(error)
      }
    }
  }

  /// Asks a person at a terminal about a time that is far from their usual; elsewhere it is refused
  /// once.
  func isMeant(_ given: inout GivenAnswer, _ question: Question) throws(CommandError) -> Bool {
    guard isatty(0) == 1, isatty(1) == 1,
      let doubt = try workspace.doubt(about: given, to: question)
    else { return true }
    Output.ask("\(phrases("yes-or-no", ("question", doubt)).printable) ")
    guard let line = readLine() else {
      Output.blank()
      return false
    }
    given.isSure = try workspace.isYes(line) || line.trimmed == given.typed.trimmed
    return given.isSure
  }
}
