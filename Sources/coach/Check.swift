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
        coach check --missed             asks what was missed while you were not there

      “none” means that no occasion arose. An answer given twice for a day replaces the first;
      “coach undo” takes it back. A note stays in the ledger, never in the journal.
      """
  )

  @Argument(help: "The question; its first letters are enough.") var question: String?
  @Argument(help: "The answer.") var answer: [String] = []
  @Option(help: "The day it is for: today, yesterday or YYYY-MM-DD.") var day: String?
  @Option(help: "A few words of your own.") var note: String?
  @Flag(help: "Ask what was missed, one by one.") var missed = false
  @Flag(help: "Set aside all that was missed, as no occasion.") var skipMissed = false

  func validate() throws {
    guard question == nil || !missed && !skipMissed else {
      throw ValidationError("--missed and --skip-missed take no question.")
    }
    guard !missed || !skipMissed else {
      throw ValidationError("--missed asks, --skip-missed sets aside; say one of them.")
    }
    guard question != nil || day == nil && note == nil else {
      throw ValidationError("--day and --note need a question: coach check QUESTION ANSWER")
    }
  }

  func run() throws {
    let workspace = try Workspace()
    guard let name = question else {
      let checkIn = CheckIn(workspace: workspace)
      if missed { return try checkIn.askMissed() }
      if skipMissed { return try checkIn.skipMissed() }
      return try checkIn.askAll()
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
