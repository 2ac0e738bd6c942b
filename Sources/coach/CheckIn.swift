import Coaching

/// Takes answers to questions, as arguments or line by line from standard input.
struct CheckIn {
  let workspace: Workspace
  /// What is to stand beside the answer: circles as they were typed, and the fear afterwards.
  var circles: [String] = []
  var fear: Int?

  private var phrases: Phrases { workspace.phrases }

  /// The question of a name, or of its first letters where they fit only one.
  func find(_ name: String) throws(Failure) -> Question {
    let questions = workspace.teaching.questions
    if let question = workspace.teaching.question(name) { return question }
    let starting = questions.filter { !name.isEmpty && $0.id.hasPrefix(name.lowercased()) }
    if starting.count == 1 { return starting[0] }
    let names = questions.map(\.id)
    let offer = nearest(to: name, among: names).map { "did you mean “\($0)”? " } ?? ""
    let what = "there is no question “\(name.printable)”; \(offer)Questions: "
    throw Failure(.data, what + names.joined(separator: ", "))
  }

  /// Asks every open question; an empty line passes one over, the end of input ends.
  func askAll() throws(Failure) {
    let open = try workspace.coach().openQuestions(at: workspace.now, for: workspace.outlook)
    if open.isEmpty { Output.wrapped(phrases("nothing-waiting")) }
    for question in open {
      let day = question.answerDay(askedOn: workspace.today)
      guard try ask(question, day: day, note: nil) else { return }
    }
  }

  /// Asks what was missed, the oldest day first.
  func askMissed() throws(Failure) {
    let missed = try missed()
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
  func skipMissed() throws(Failure) {
    let missed = try missed()
    if missed.isEmpty { return Output.wrapped(phrases("nothing-waiting")) }
    try workspace.record(
      missed.map { question, day in
        let answered = Answered(
          question: question.id,
          answer: .noOccasion,
          from: "command",
          aim: workspace.habit(question.id)?.aim
        )
        return workspace.draft(.answered(answered), on: day)
      }
    )
    Output.wrapped(
      missed.count == 1
        ? phrases("set-aside-one") : phrases("set-aside-many", ("count", String(missed.count)))
    )
  }

  private func missed() throws(Failure) -> [(question: Question, day: CivilDate)] {
    try workspace.coach().missedQuestions(at: workspace.now, for: workspace.outlook)
  }

  /// Asks one question until it is answered or passed over; false at the end of input.
  @discardableResult
  func ask(_ question: Question, day: CivilDate?, note: String?) throws(Failure) -> Bool {
    let coach = try workspace.coach()
    Output.wrapped(workspace.teaching.wording(of: question, on: workspace.today, coach: coach))
    let question = workspace.teaching.asked(question, on: day ?? workspace.today, coach: coach)
    var refusal: Failure?
    while true {
      Output.write("  \(question.wording.hint.printable): ", to: 1)
      guard let line = readLine() else {
        Output.line()
        if let refusal { throw refusal }
        return false
      }
      if line.trimmed.isEmpty { return true }
      do {
        try record(question, line, day: day, note: note)
        return try askAside(question, line, day: day, note: note)
      } catch  where error.code == .data {
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
    throws(Failure)
  {
    let question = try asked(question, on: day)
    guard let answer = question.kind.read(typed, words: phrases.answers) else {
      let what = "“\(typed.printable)” is no answer to “\(question.id)”: it takes "
      throw Failure(.data, "\(what)\(question.kind.accepts), or none when no occasion arose")
    }
    let day =
      day
      ?? question.answerDay(of: answer, given: workspace.now, in: workspace.calendar)
    try check(day, of: question)
    let before = try workspace.answer(to: question.id, on: day)
    var answered = Answered(
      question: question.id,
      answer: answer,
      note: note.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed },
      from: "command",
      aim: workspace.habit(question.id)?.aim
    )
    try complete(&answered, for: question, on: day)
    try workspace.record(.answered(answered), on: day)
    confirm(question, answered, on: day, before: before)
    try confirmAside(answered)
  }

  /// Refuses a day for which a question takes no answer today.
  private func check(_ day: CivilDate, of question: Question) throws(Failure) {
    if day > workspace.today {
      throw Failure(.data, "\(day) has not come yet; an answer is for today or an earlier day")
    }
    guard question.takes(day, on: workspace.today) else {
      let days = question.backfillDays
      let limit = days == 1 ? "one day" : "\(days) days"
      let what = "\(day) is too long ago: “\(question.id)” takes answers for up to \(limit) back"
      throw Failure(.data, what)
    }
  }

  /// A question about the tip of a day takes that tip's kind of answer.
  private func asked(_ question: Question, on day: CivilDate?) throws(Failure) -> Question {
    guard question.about == .tip else { return question }
    // What records a plain answer has not read the tips.
    let whole = workspace.teaching.tips.isEmpty ? try Workspace() : workspace
    let day = day ?? whole.today
    return whole.teaching.asked(question, on: day, coach: try whole.coach(around: day))
  }

  private func confirm(
    _ question: Question,
    _ answered: Answered,
    on day: CivilDate,
    before: Answer?
  ) {
    let word = phrases.word(for: answered.answer.description)
    var said = phrases(
      "recorded-for",
      ("day", workspace.name(of: day)),
      ("question", question.wording.title),
      ("answer", word)
    )
    if let before, before != answered.answer {
      let was = phrases.word(for: before.description)
      said += " " + phrases("replaced", ("answer", was))
    }
    Output.wrapped(said)
    let key = answered.answer.replyKey
    if let reply = question.wording.replies.first(where: { $0.key == key }) {
      Output.wrapped(reply.text)
    }
  }
}
