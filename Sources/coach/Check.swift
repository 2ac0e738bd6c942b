import ArgumentParser
import Coaching

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Record a check-in; without a question, ask what is open, one by one.",
    discussion: """
      EXAMPLES
        coach check                      asks what is open
        coach check sleep 23:40          when you put out the light
        coach check help declined        taken, declined, could-not or none
        coach check energy 7 --day yesterday --note "after the long meeting"

      “none” means that no occasion arose. An answer given twice for a day replaces the first;
      “coach undo” takes it back. A note stays in the ledger, never in the journal.
      """
  )

  @Argument(help: "The question; its first letters are enough.") var question: String?
  @Argument(help: "The answer.") var answer: [String] = []
  @Option(help: "The day it is for: today, yesterday or YYYY-MM-DD.") var day: String?
  @Option(help: "A few words of your own.") var note: String?

  func run() throws {
    let workspace = try Workspace()
    guard let name = question else {
      guard day == nil, note == nil else {
        throw Failure(.usage, "--day and --note need a question: coach check QUESTION ANSWER")
      }
      try CheckIn(workspace: workspace).askAll()
      return
    }
    let checkIn = CheckIn(workspace: workspace)
    let question = try checkIn.find(name)
    let day = try day.map { text throws(Failure) in try workspace.day(text) }
    if answer.isEmpty {
      try checkIn.ask(question, day: day, note: note)
    } else {
      try checkIn.record(question, answer.joined(separator: " "), day: day, note: note)
    }
  }
}
