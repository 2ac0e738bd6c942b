package import Coaching

/// An answer as a person gives it.
package struct GivenAnswer {
  /// The answer as it is typed.
  package var typed: String
  /// The civil day it is for; nil for the one that the question is about now.
  package var day: CivilDate?
  /// What the person adds in their own words.
  package var note: String?
  /// Whom it was about, as it was typed.
  package var circles: [String]
  /// How strong the fear was afterwards, 0 to 10.
  package var fear: Int?
  /// Whether the person was asked about a time that is far from their usual, and means it.
  package var isSure = false

  package init(
    _ typed: String,
    on day: CivilDate? = nil,
    note: String? = nil,
    circles: [String] = [],
    fear: Int? = nil
  ) {
    self.typed = typed
    self.day = day
    self.note = note
    self.circles = circles
    self.fear = fear
  }
}

/// An answer that was recorded, wherever it was given.
package struct RecordedAnswer: Equatable {
  package var question: Question
  package var answered: Answered
  package var day: CivilDate
  /// The answer that stood before.
  package var before: Answer?
}

extension Workspace {
  /// Reads an answer and writes it down.
  ///
  /// - Parameters:
  ///   - given: The answer.
  ///   - question: What it answers.
  /// - Returns: What was recorded, and what it replaces.
  /// - Throws: When the question takes no such answer, or none for that day; nothing is written.
  package func record(
    _ given: GivenAnswer,
    to question: Question
  ) throws(CommandError) -> RecordedAnswer {
    let question = try asked(question, on: given.day)
    let answer = try read(given.typed, for: question)
    let note = try given.note?.kept(as: "the note")
    let day = given.day ?? answerDay(of: answer, to: question)
    try check(day, of: question)
    try checkTime(of: answer, on: day, to: question, isSure: given.isSure)
    let before = try ledger.answer(to: question.id, on: day)
    try checkGround(of: question, on: day)
    var answered = try answered(answer, to: question.id, on: day, note: note)
    try put(given, beside: &answered, for: question)
    try record(.answered(answered), on: day)
    return RecordedAnswer(question: question, answered: answered, day: day, before: before)
  }

  /// Sets aside all that was missed: no occasion arose, as far as anybody will ask.
  ///
  /// - Returns: How many questions.
  /// - Throws: When nothing could be written.
  package func setMissedAside() throws(CommandError) -> Int {
    let drafts = try missedQuestions().map { question, day throws(CommandError) in
      draft(.answered(try answered(.noOccasion, to: question.id, on: day)), on: day)
    }
    try record(drafts)
    return drafts.count
  }

  /// The questions that wait for an answer.
  package func openQuestions() throws(CommandError) -> [Question] {
    try coach().openQuestions(at: now, for: outlook)
  }

  /// The questions of prompts that could not be shown, each with the day it asks about, the oldest
  /// day first.
  package func missedQuestions() throws(CommandError) -> [(question: Question, day: CivilDate)] {
    try coach().missedQuestions(at: now, for: outlook)
  }

  /// The fact that an answer makes, wherever it is given and however many are given with it: with
  /// what was meant by it on its day, and what it is about.
  func answered(
    _ answer: Answer,
    to name: String,
    on day: CivilDate,
    note: String? = nil
  ) throws(CommandError) -> Answered {
    var answered = Answered(
      question: name,
      answer: answer,
      note: note.flatMap { $0.isEmpty ? nil : $0 },
      from: origin.rawValue
    )
    guard let question = teaching.question(name) else { return answered }
    answered.aim = aim(of: question, on: day)
    if question.about == .post || question.about == .tipBefore {
      answered.about = teaching.topic(of: question, on: day, coach: try coach(around: day))?.name
    }
    return answered
  }

  /// Reads an answer as it is typed.
  func read(_ typed: String, for question: Question) throws(CommandError) -> Answer {
    guard let answer = question.kind.read(typed, words: phrases.answers) else {
      throw refusal(of: typed, for: question)
    }
    if case .text(let text) = answer { _ = try text.kept(as: "the answer") }
    return answer
  }

  /// Why an answer is none to a question.
  package func refusal(of typed: String, for question: Question) -> CommandError {
    let what = "“\(typed.printable)” is no answer to “\(question.id)”: it takes "
    return CommandError(.data, "\(what)\(question.kind.accepts), or none when no occasion arose")
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

  /// A question about the tip of a day takes that tip's kind of answer.
  private func asked(_ question: Question, on day: CivilDate?) throws(CommandError) -> Question {
    guard question.about == .tip else { return question }
    let whole = try whole()
    let day = day ?? today
    return whole.teaching.asked(question, on: day, coach: try whole.coach(around: day))
  }
}

extension RecordedAnswer {
  /// What became of it, in the person's language.
  package func said(in workspace: Workspace) -> [String] {
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
