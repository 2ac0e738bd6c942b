package import Coaching

/// What a person does with a prompt that is on the screen.
extension Workspace {
  package enum PromptAct: Equatable {
    /// Answers one of its questions, as it is typed.
    case answer(String, question: String)
    /// Is to be told again in a while.
    case snooze
    /// Wants to hear no more of it today.
    case notNow
    /// Has kept the promise that it reminds of, or lets it go.
    case close(Closing)
    /// Asks how one of its questions is answered; nothing is written.
    case ask
  }

  /// Writes down what the person did with a prompt.
  ///
  /// - Throws: When there is no such prompt, or its question does not take the answer.
  package func take(_ act: PromptAct, on id: PromptID) throws(CommandError) {
    guard try coach(around: id.day).prompt(id) != nil else {
      throw CommandError(.data, "never-asked", ("prompt", id.description.printable))
    }
    switch act {
    case .answer(let typed, let name):
      guard let question = teaching.question(name) else {
        throw CommandError(.data, "question-gone", ("name", name.printable))
      }
      let day = try coach(around: id.day).answerDay(of: question, askedOn: id.day)
      _ = try record(GivenAnswer(typed, on: day), to: question)
    case .snooze: try putOff(id, until: now.adding(seconds: Workspace.snoozeSeconds))
    case .notNow: try putOff(id, until: calendar.end(of: id.day))
    case .close(let closing):
      guard let entry = Entry.ID(ofReminder: id.slot) else {
        throw CommandError(.data, "reminds-nothing", ("prompt", "\(id)"))
      }
      _ = try closePromise(entry.number, as: closing)
    case .ask: break
    }
  }

  /// Puts a prompt off; where it would not come back it is gone for its day, as it can be.
  private func putOff(_ id: PromptID, until: Instant) throws(CommandError) {
    let end = calendar.end(of: id.day)
    guard now < end else {
      throw CommandError(.data, "day-over", ("day", Saying.day(id.day, seenOn: today)))
    }
    let back = try coach(around: id.day).comesBack(id, snoozedUntil: until, for: context)
    try record(.snoozed(id, until: back == nil ? end : until), on: id.day)
  }

  /// Why what a person did with a prompt was not taken, in their language where it is an answer
  /// that the question does not take.
  package func refusal(
    of act: PromptAct,
    on id: PromptID,
    _ error: CommandError
  ) -> String {
    guard case .answer(let typed, let name) = act, let known = teaching.question(name),
      let coach = try? coach(around: id.day)
    else { return error.words(in: phrases).printable }
    // Another reason than that it is no answer is said as it is.
    let why = error.words(in: phrases).printable
    let question = teaching.asked(known, on: id.day, coach: coach)
    if question.takes(typed, words: phrases.answers) { return why }
    let text = typed.printable
    return phrases(
      "no-answer",
      ("typed", text.count > 40 ? "\(text.prefix(39))…" : text),
      ("hint", question.wording.hint)
    )
  }

  /// What a prompt says where it is answered in a window of its own.
  package struct AnswerSheet: Equatable {
    /// What `coach check` knows the question by; nil where nothing is asked.
    package var name: String?
    package var title: String
    package var text: String
    /// Whether it has more than one line to write.
    package var isForm: Bool
  }

  /// A question of a prompt, or a self-check, with what an answer looks like; or what it reminds
  /// of.
  ///
  /// - Throws: When there is no such prompt, or no such question any more.
  package func sheet(asking name: String?, on id: PromptID) throws(CommandError) -> AnswerSheet {
    let coach = try coach(around: id.day)
    guard coach.prompt(id) != nil else {
      throw CommandError(.data, "never-asked", ("prompt", "\(id)"))
    }
    let title = phrases.title(of: id.slot, among: coach.entries)
    guard let name else {
      return AnswerSheet(name: nil, title: title, text: title, isForm: false)
    }
    if let check = teaching.check(name) {
      return AnswerSheet(name: name, title: check.title, text: check.ask, isForm: true)
    }
    guard let question = teaching.question(name) else {
      throw CommandError(.data, "question-gone", ("name", name.printable))
    }
    let hint = teaching.asked(question, on: id.day, coach: coach).wording.hint
    let text = teaching.wording(of: question, on: id.day, coach: coach)
    return AnswerSheet(name: name, title: title, text: "\(text)\n\(hint)", isForm: false)
  }
}
