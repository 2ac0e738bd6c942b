import Coaching

/// An answer that was recorded, wherever it was given.
struct Recorded {
  var question: Question
  var answered: Answered
  var day: CivilDate
  /// The answer that stood before.
  var before: Answer?

  /// What became of it, in the person's language.
  func said(in workspace: Workspace) -> [String] {
    let phrases = workspace.phrases
    let said = phrases(
      "recorded-for",
      ("day", workspace.name(of: day)),
      ("question", question.wording.title),
      ("answer", phrases.word(for: answered.answer.description))
    )
    let replaced = before.flatMap { before in
      before == answered.answer
        ? nil : phrases("replaced", ("answer", phrases.word(for: before.description)))
    }
    return [said, replaced, question.reply(to: answered.answer)].compactMap(\.self)
  }
}

extension Workspace {
  /// The question of a name, or of its first letters where they fit only one.
  func question(named name: String) throws(CommandError) -> Question {
    let questions = teaching.questions
    if let question = teaching.question(name) { return question }
    // Those that are asked every day are meant first.
    let single = questions.filter { $0.check == nil }
    for some in [single, questions] {
      let starting = some.filter { !name.isEmpty && $0.id.hasPrefix(name.lowercased()) }
      if starting.count == 1 { return starting[0] }
    }
    let names = single.map(\.id) + teaching.checks.map(\.id)
    throw CommandError(.data, Suggestions.unknown("question", name, among: names))
  }

  /// Reads an answer and writes it down.
  ///
  /// - Parameters:
  ///   - typed: The answer as it is typed.
  ///   - question: What it answers.
  ///   - day: The civil day it is for; nil for the one that the question is about now.
  ///   - note: What the person adds in their own words.
  ///   - origin: Where it was given.
  ///   - complete: Adds what else is to stand beside the answer, or refuses it.
  /// - Returns: What was recorded, and what it replaces.
  /// - Throws: When the question takes no such answer, or none for that day; nothing is written.
  func record(
    _ typed: String,
    to question: Question,
    day: CivilDate?,
    note: String? = nil,
    from origin: String,
    _ complete: (inout Answered, Question) throws(CommandError) -> Void = { _, _ in }
  ) throws(CommandError) -> Recorded {
    let question = try asked(question, on: day)
    guard let answer = question.kind.read(typed, words: phrases.answers) else {
      throw refusal(of: typed, for: question)
    }
    if case .text(let text) = answer { _ = try text.kept(as: "the answer") }
    let note = try note?.kept(as: "the note")
    let day = day ?? question.answerDay(of: answer, given: now, in: calendar)
    try check(day, of: question)
    let before = try self.answer(to: question.id, on: day)
    var answered = Answered(
      question: question.id,
      answer: answer,
      note: note.flatMap { $0.isEmpty ? nil : $0 },
      from: origin,
      aim: aim(of: question, on: day)
    )
    try checkGround(of: question, on: day)
    if question.about == .post || question.about == .tipBefore {
      answered.about = teaching.topic(of: question, on: day, coach: try coach(around: day))?.name
    }
    try complete(&answered, question)
    try record(.answered(answered), on: day)
    return Recorded(question: question, answered: answered, day: day, before: before)
  }

  /// Why an answer is none to a question.
  func refusal(of typed: String, for question: Question) -> CommandError {
    let what = "“\(typed.printable)” is no answer to “\(question.id)”: it takes "
    return CommandError(.data, "\(what)\(question.kind.accepts), or none when no occasion arose")
  }

  /// Refuses an answer to what there is no ground to ask: a look back on no hesitation, and what
  /// is asked about a post where none is listed.
  private func checkGround(of question: Question, on day: CivilDate) throws(CommandError) {
    if question.about == .post, teaching.posts.isEmpty {
      let what = "there is no post to put yourself in; list some as “posts” in [profile]"
      throw CommandError(.data, what)
    }
    guard let obstacle = Obstacle(lookBack: question.id),
      try coach(around: day).hesitation(before: obstacle) == nil
    else { return }
    let what = "“\(question.id)” looks back on a hesitation, and there was none of late; "
    throw CommandError(.data, "\(what)it begins with: coach hesitate \(obstacle.rawValue)")
  }

  /// Refuses a day for which a question takes no answer today.
  func check(_ day: CivilDate, of question: Question) throws(CommandError) {
    if day > today {
      throw CommandError(.data, "\(day) has not come yet; an answer is for today or an earlier day")
    }
    guard question.takes(day, on: today) else {
      let days = question.backfillDays
      let limit = days == 1 ? "one day" : "\(days) days"
      let what = "\(day) is too long ago: “\(question.id)” takes answers for up to \(limit) back"
      throw CommandError(.data, what)
    }
  }

  /// A question about the tip of a day takes that tip's kind of answer.
  private func asked(_ question: Question, on day: CivilDate?) throws(CommandError) -> Question {
    guard question.about == .tip else { return question }
    // What records a plain answer has not read the tips.
    let whole = teaching.tips.isEmpty ? try Workspace() : self
    let day = day ?? whole.today
    return whole.teaching.asked(question, on: day, coach: try whole.coach(around: day))
  }
}
