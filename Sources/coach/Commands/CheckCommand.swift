import Application
import ArgumentParser
import Coaching
import Configuration
import Machine

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Record a check-in; without a question, ask what is open, one by one.",
    discussion: """
      EXAMPLES
        coach check                      asks what is open
        coach check sleep 23:40          when you put out the light
        coach check help declined        taken, declined, could-not or none
        coach check energy 7 --day yesterday --note "after the long meeting"
        coach check obstacles 3 5 0 2 7  a self-check in one go; without numbers one by one
        coach check help taken --circle colleague
        coach check run 5,2 km           a habit of yours that takes numbers
        coach check run +1               and 1 more; -0.5 for less, =8 for all of the day
        coach check morning-routine      a routine of yours: its habits, one by one
        coach check morning-routine yes 5,2 07:10   or all of them in one go
        coach check --missed             asks what was missed while you were not there

      An answer is taken as you would say it, in any language that the coach speaks: “last night \
      23:15”, 十一點半, 七分, 被拒絕. “none” means that no occasion arose. An answer given twice \
      for a day replaces the first, and keeps its note and its circle unless new ones are given \
      (--note "" drops it); “coach undo” \
      takes it back. Of a count “+1” is one more; of a number also “-0.5”, and a habit with \
      several = "add" adds what comes without a sign too. A note stays in the ledger, never in \
      the journal.
      """
  )

  @Argument(help: "The question; its first letters are enough.", transform: Typed.text)
  var question: String?
  @Argument(help: "The answer.", transform: Typed.text) var answer: [String] = []
  @Option(
    parsing: .unconditional,
    help: "The day it is for: today, yesterday or YYYY-MM-DD.",
    transform: Typed.text
  ) var day: String?
  @Option(parsing: .unconditional, help: "A few words of your own.", transform: Typed.text)
  var note: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: "With “help”: whom it was for; “coach circles” lists them.",
    transform: Typed.text
  )
  var circle: [String] = []
  @Option(
    parsing: .unconditional,
    help: "With “hesitation-1” to “-3”: how strong the fear was afterwards, 0 to 10.",
    transform: Typed.number
  )
  var fear: Int?
  @Flag(help: "Ask what was missed, one by one.") var missed = false
  @Flag(help: "Set aside all that was missed, as no occasion.") var skipMissed = false

  private static let form = (name: "command", value: "coach check QUESTION ANSWER")

  func validate() throws {
    guard question == nil || !missed && !skipMissed else {
      throw ValidationError.said("use-missed")
    }
    guard !missed || !skipMissed else {
      throw ValidationError.said("use-missed-one")
    }
    guard question != nil || day == nil && note == nil else {
      throw ValidationError.said("use-day-question", Self.form)
    }
    guard !answer.isEmpty || circle.isEmpty && fear == nil else {
      throw ValidationError.said("use-circle-answer", Self.form)
    }
  }

  func run() throws {
    guard let question else {
      let checkIn = CheckIn(workspace: try Workspace())
      if missed { return try checkIn.askMissed() }
      if skipMissed { return try checkIn.skipMissed() }
      return try checkIn.askAll()
    }
    if answer.isEmpty {
      try Check.ask(question, day: day, note: note)
    } else {
      try Check.record(answer, for: question, day: day, note: note, circles: circle, fear: fear)
    }
  }

  private static func ask(_ name: String, day: String?, note: String?) throws(CommandError) {
    let workspace = try Workspace()
    let checkIn = CheckIn(workspace: workspace)
    let day = try day.map { text throws(CommandError) in try workspace.dayOfAnswer(text) }
    if let check = workspace.selfCheck(named: name) {
      return try checkIn.askAlone(check, day: day, note: note)
    }
    if let routine = workspace.routine(named: name) {
      return try checkIn.askTogether(routine, day: day, note: note)
    }
    let question = try workspace.question(named: name)
    try checkIn.askAlone(question, day: day, note: note)
  }

  /// Records an answer that was given with its question.
  static func record(
    _ answer: [String],
    for name: String,
    day: String? = nil,
    note: String? = nil,
    circles: [String] = [],
    fear: Int? = nil
  ) throws(CommandError) {
    let isPlain = circles.isEmpty && fear == nil
    let workspace = try Workspace(isPlain ? .answer(to: name) : .withoutTips, orDefaults: true)
    let checkIn = CheckIn(workspace: workspace, circles: circles, fear: fear)
    let day = try day.map { text throws(CommandError) in try workspace.dayOfAnswer(text) }
    if let check = workspace.selfCheck(named: name) {
      let typed = answer.flatMap { $0.split(separator: " ").map(String.init) }
      return try checkIn.record(check, typed, day: day, note: note)
    }
    if let routine = workspace.routine(named: name) {
      return try checkIn.record(routine, answer, day: day, note: note)
    }
    let question = try workspace.question(named: name)
    try checkIn.record(question, question.answer(of: answer), day: day, note: note)
  }
}
