import Application
import ArgumentParser
import Coaching
import Machine
import Pages

struct Questions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions",
    abstract: "List what can be answered, and what each answer looks like.",
    discussion: """
      What waits for an answer stands first, then the habits, and what is retired last. Answer \
      with: coach check QUESTION ANSWER.

      JSON, a list: question, title, ask, kind (yes-no, scale, time-of-day, count, number, text, \
      outcome, stretches or self-check), takes, answers [{answer, word}] (absent where there are \
      too many), habit, open, retired, about, backfillDays; of a number unit, min, max and \
      several (replace or add); of a self-check questions, a list of the same.
      """
  )

  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace()
    let list = workspace.questionList(try workspace.coach())
    let phrases = workspace.phrases
    if json { return try Output.json(QuestionView.all(list, phrases)) }
    Output.read(list.page(phrases))
  }
}
