import Application
import Coaching

/// Takes answers to questions, as arguments or line by line from standard input.
struct CheckIn {
  let workspace: Workspace
  /// What is to stand beside the answer: circles as they were typed, and the fear afterwards.
  var circles: [String] = []
  var fear: Int?

  var phrases: Phrases { workspace.phrases }

  /// Asks every open question; an empty line passes one over, the end of input ends.
  func askAll() throws(CommandError) {
    let open = try workspace.openQuestions()
    if open.isEmpty { Output.wrapped(phrases("nothing-waiting")) }
    for question in open {
      let day = question.answerDay(askedOn: workspace.today)
      guard try ask(question, day: day, note: nil) else { return }
    }
  }

  /// Asks what was missed, the oldest day first.
  func askMissed() throws(CommandError) {
    let missed = try workspace.missedQuestions()
    if missed.isEmpty { Output.wrapped(phrases("nothing-waiting")) }
    var day: CivilDate?
    for (question, missedDay) in missed {
      if day != missedDay {
        Output.heading(phrases("for-day", ("day", workspace.name(of: missedDay))))
      }
      day = missedDay
      guard try ask(question, day: missedDay, note: nil) else { return }
    }
  }

  /// Sets aside all that was missed: no occasion arose, as far as anybody will ask.
  func skipMissed() throws(CommandError) {
    let count = try workspace.setMissedAside()
    if count == 0 { return Output.wrapped(phrases("nothing-waiting")) }
    Output.wrapped(
      count == 1 ? phrases("set-aside-one") : phrases("set-aside-many", ("count", String(count)))
    )
  }

  /// Asks one question until it is answered or passed over; false at the end of input.
  @discardableResult
  func ask(_ question: Question, day: CivilDate?, note: String?) throws(CommandError) -> Bool {
    let coach = try workspace.coach()
    Output.wrapped(workspace.teaching.wording(of: question, on: workspace.today, coach: coach))
    let asked = day.map(question.askedDay(ofAnswerOn:)) ?? workspace.today
    let question = workspace.teaching.asked(question, on: asked, coach: coach)
    var refusal: CommandError?
    while true {
      Output.write("  \(phrases.labelled(question.wording.hint.printable, ""))", to: 1)
      guard let line = readLine() else {
        Output.line()
        if let refusal { throw refusal }
        return false
      }
      if line.trimmed.isEmpty { return true }
      if question.kind.read(line, words: phrases.answers) == nil {
        refusal = workspace.refusal(of: line, for: question)
        let typed = ("typed", line.printable)
        Output.complain(phrases("no-answer", typed, ("hint", question.wording.hint)))
        continue
      }
      do {
        try record(question, line, day: day, note: note)
        return try askAside(question, line, day: day, note: note)
      } catch  where error.kind == .data {
        Output.complain(error.message)
        refusal = error
      }
    }
  }

  /// Records one answer and says what became of it.
  func record(
    _ question: Question,
    _ typed: String,
    day: CivilDate?,
    note: String?
  )
    throws(CommandError)
  {
    var given = GivenAnswer(typed, on: day, note: note, circles: circles, fear: fear)
    guard try isMeant(&given, question) else { return Output.wrapped(phrases("not-recorded")) }
    let recorded = try workspace.record(given, to: question)
    let said = recorded.said(in: workspace)
    // A self-check has one reply, when all of it is answered.
    let isWhole = try recorded.question.check.map { check throws(CommandError) in
      try workspace.isWhole(check, on: recorded.day)
    }
    for line in isWhole ?? true ? said : Array(said.prefix(1)) { Output.wrapped(line) }
    for line in try recorded.saidBeside(in: workspace) { Output.wrapped(line) }
    if let check = recorded.question.check { try offerChange(of: check) }
  }
}
