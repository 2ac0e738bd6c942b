import Application
import Coaching
import Machine
import Pages

/// Takes answers to questions, as arguments or line by line from standard input.
struct CheckIn {
  let workspace: Workspace
  /// What is to stand beside the answer: circles as they were typed, and the fear afterwards.
  var circles: [String] = []
  var fear: Int?
  let input = Input()

  /// What became of a question that was asked.
  enum Asking {
    case answered
    /// An empty line.
    case passedOver
    /// The input has ended.
    case ended
  }

  var phrases: Phrases { workspace.phrases }

  /// Asks every open question; an empty line passes one over, the end of input ends.
  func askAll() throws(CommandError) {
    let open = try workspace.openQuestions()
    if open.isEmpty { return Output.say(phrases("nothing-waiting", on: workspace.today)) }
    var askings: [Asking] = []
    for question in open where askings.last != .ended {
      let day = try workspace.answerDay(of: question, askedOn: workspace.today)
      askings.append(try ask(question, day: day, note: nil))
    }
    try finish(askings)
  }

  /// Asks what was missed, the oldest day first.
  func askMissed() throws(CommandError) {
    let missed = try workspace.missedQuestions()
    if missed.isEmpty { return Output.say(phrases("nothing-waiting", on: workspace.today)) }
    var day: CivilDate?
    var askings: [Asking] = []
    for (question, missedDay) in missed where askings.last != .ended {
      if day != missedDay {
        let name = ("day", workspace.name(of: missedDay))
        Output.show(Page([.heading(phrases("for-day", name))]))
      }
      day = missedDay
      askings.append(try ask(question, day: missedDay, note: nil))
    }
    try finish(askings)
  }

  /// Asks one question and no other.
  func askAlone(_ question: Question, day: CivilDate?, note: String?) throws(CommandError) {
    try finish([try ask(question, day: day, note: note, isAlone: true)])
  }

  /// Takes leave: what nobody asked for is left to nobody else, and where nothing was kept it is
  /// not said that all is well.
  func finish(_ askings: [Asking]) throws(CommandError) {
    if input.dropRest() {
      Output.complain(phrases("rest-unread"))
    }
    if askings.contains(.answered) { return }
    if askings.contains(.ended) || !input.isTerminal {
      throw CommandError(.data, "input-ended")
    }
  }

  /// Sets aside all that was missed: no occasion arose, as far as anybody will ask.
  func skipMissed() throws(CommandError) {
    let count = try workspace.setMissedAside()
    if count == 0 { return Output.say(phrases("nothing-waiting", on: workspace.today)) }
    Output.say(
      count == 1 ? phrases("set-aside-one") : phrases("set-aside-many", ("count", String(count)))
    )
  }

  /// Asks one question until it is answered or passed over.
  func ask(
    _ question: Question,
    day: CivilDate?,
    note: String?,
    isAlone: Bool = false
  ) throws(CommandError) -> Asking {
    let coach = try workspace.coach()
    let (teaching, today) = (workspace.teaching, workspace.today)
    var told = question.about == .tip ? day : nil
    if question.about == .tip, told == nil { told = try workspace.tipDay(ofAnswerTo: question) }
    Output.say(teaching.wording(of: question, on: today, aboutTipOf: told, coach: coach))
    let asked = day.map(question.askedDay(ofAnswerOn:)) ?? today
    let question = teaching.asked(question, on: asked, aboutTipOf: told, coach: coach)
    var refusal: CommandError?
    while true {
      Output.ask("  \(phrases.labelled(question.wording.hint.printable, ""))")
      guard let line = read(question, isAlone: isAlone) else {
        Output.blank()
        if let refusal { throw refusal }
        return .ended
      }
      if line.trimmed.isEmpty { return .passedOver }
      if try workspace.understood(line, as: question) == nil {
        refusal = workspace.refusal(of: line, for: question)
        let typed = ("typed", line.printable)
        Output.complain(phrases("no-answer", typed, ("hint", question.wording.hint)))
        continue
      }
      do {
        try record(question, line, day: day, note: note)
        return try askAside(question, line, day: day) ? .answered : .ended
      } catch  where error.kind == .data {
        Output.complain(error)
        refusal = error
      }
    }
  }

  /// Reads an answer: a line, or where it is in words all of them.
  ///
  /// From a pipe the next line may be the answer to the next question.
  private func read(_ question: Question, isAlone: Bool) -> String? {
    let isText = question.kind == .text && (isAlone || input.isTerminal)
    return isText ? input.text() : input.line()
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
    guard try isMeant(&given, question) else { return Output.say(phrases("not-recorded")) }
    let recorded = try workspace.record(given, to: question)
    // A self-check has one reply, when all of it is answered.
    let isWhole = try recorded.question.check.map { check throws(CommandError) in
      try workspace.isWhole(check, on: recorded.day)
    }
    for line in recorded.said(in: workspace, isReplied: isWhole ?? true) { Output.say(line) }
    for line in try recorded.saidBeside(in: workspace) { Output.say(line) }
    if let check = recorded.question.check { try offerChange(of: check) }
  }
}
