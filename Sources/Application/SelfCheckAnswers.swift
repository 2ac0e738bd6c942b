package import Coaching

/// The answers to a self-check that were recorded at once.
package struct RecordedSelfCheck: Equatable {
  package var check: SelfCheck
  package var day: CivilDate
  /// As they are written down.
  package var typed: [String]
  /// Whether no occasion arose for any of it.
  package var isNone: Bool
  fileprivate var reply: String?
}

extension Workspace {
  /// Records the answers to a self-check, all or none, a note beside the first.
  ///
  /// - Parameters:
  ///   - typed: An answer to each of its questions as it is typed, or “none” for all of them.
  ///   - check: The self-check.
  ///   - day: The civil day they are for; nil for today.
  ///   - note: What the person adds in their own words.
  /// - Returns: What was recorded.
  /// - Throws: When any of it is refused; nothing is written then.
  package func record(
    _ typed: [String],
    to check: SelfCheck,
    on day: CivilDate?,
    note: String?
  ) throws(CommandError) -> RecordedSelfCheck {
    let questions = teaching.questions(of: check.id)
    let (typed, isNone) = try answers(typed, to: check, questions)
    let day = day ?? today
    var given = GivenAnswer("", on: day, note: try note?.kept(as: Saying("text-note")))
    var (drafts, answers): ([Draft], [String]) = ([], [])
    for (question, word) in zip(questions, typed) {
      let answer: Answer
      do {
        answer = try read(word, for: question).answer
      } catch {
        throw CommandError(.data, "none-recorded", ("refusal", error))
      }
      try self.check(day, of: question)
      var answered = try answered(answer, to: question.id, on: day, note: given.note)
      keep(try standing(question.id, on: day), beside: &answered, given, for: question)
      drafts.append(draft(.answered(answered), on: day))
      given.note = nil
      answers.append(answer.description)
    }
    try record(drafts)
    let key = isNone ? Answer.noOccasionWord : "recorded"
    let reply = questions[0].reply(keyed: key, on: today)
    return RecordedSelfCheck(
      check: check,
      day: day,
      typed: answers,
      isNone: isNone,
      reply: reply
    )
  }

  /// What was typed, one for each question; “none” stands for all of them.
  private func answers(
    _ typed: [String],
    to check: SelfCheck,
    _ questions: [Question]
  ) throws(CommandError) -> (typed: [String], isNone: Bool) {
    let all = typed.joined(separator: " ")
    if let first = questions.first, try understood(all, as: first)?.answer == .noOccasion {
      return (questions.map { _ in all }, true)
    }
    let typed = list(typed)
    guard typed.count == questions.count else {
      throw CommandError(
        .data,
        "takes-answers",
        ("check", Name(check.id, check.title).shown),
        ("count", questions.count),
        ("list", Saying.list(questions.map(\.name.shown))),
        ("typed", typed.count)
      )
    }
    return (typed, false)
  }

  /// Whether a self-check has become an empty form, with the same answers again and again.
  package func isEmptyForm(_ check: String) throws(CommandError) -> Bool {
    try coach().isEmptyForm(check, from: teaching)
  }

  /// Whether all of a self-check is answered for a day.
  package func isWhole(_ check: String, on day: CivilDate) throws(CommandError) -> Bool {
    try coach().answers(to: check, from: teaching).contains { $0.day == day }
  }
}

extension RecordedSelfCheck {
  /// What became of it, in the person's language.
  package func said(in workspace: Workspace) -> [String] {
    let phrases = workspace.phrases
    let answers = typed.map { phrases.word(for: $0) }.joined(separator: " ")
    let said = phrases(
      "recorded-for",
      ("day", workspace.name(of: day)),
      ("question", check.title),
      ("answer", isNone ? phrases.word(for: Answer.noOccasionWord) : answers)
    )
    return [said, reply].compactMap(\.self)
  }
}
