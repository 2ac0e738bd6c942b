import Coaching

/// Self-checks: some questions answered together, or one by one.
extension CheckIn {
  /// The self-check of a name, or of its first letters where nothing else is meant; nil where
  /// there is none.
  func findCheck(_ name: String) -> SelfCheck? {
    let teaching = workspace.teaching
    if let check = teaching.check(name) { return check }
    let name = name.lowercased()
    let single = teaching.questions.filter { $0.check == nil }
    if name.isEmpty || single.contains(where: { $0.id.hasPrefix(name) }) { return nil }
    let starting = teaching.checks.filter { $0.id.hasPrefix(name) }
    return starting.count == 1 ? starting[0] : nil
  }

  /// Asks all of a self-check, one by one.
  func ask(_ check: SelfCheck, day: CivilDate?, note: String?) throws(CommandError) {
    Output.wrapped(check.ask)
    for question in workspace.teaching.questions(of: check.id) {
      guard try ask(question, day: day, note: note) else { return }
    }
  }

  /// Records the answers to a self-check, all or none.
  func record(
    _ check: SelfCheck,
    _ typed: [String],
    day: CivilDate?,
    note: String?
  ) throws(CommandError) {
    let questions = workspace.teaching.questions(of: check.id)
    let words = workspace.phrases.answers
    let isNone = typed.count == 1 && AnswerKind.scale.read(typed[0], words: words) == .noOccasion
    let typed = isNone ? questions.map { _ in typed[0] } : typed
    guard typed.count == questions.count else {
      let names = questions.map(\.id).joined(separator: ", ")
      let what = "“\(check.id)” takes \(questions.count) answers, one for each of \(names)"
      throw CommandError(.data, "\(what); there are \(typed.count)")
    }
    let day = day ?? workspace.today
    try workspace.record(try drafts(zip(questions, typed), on: day, note: note))
    let answers = typed.map { workspace.phrases.word(for: $0) }.joined(separator: " ")
    Output.wrapped(
      phrases(
        "recorded-for",
        ("day", workspace.name(of: day)),
        ("question", check.title),
        ("answer", isNone ? workspace.phrases.word(for: Answer.noOccasionWord) : answers)
      )
    )
    let key = isNone ? Answer.noOccasionWord : "recorded"
    if let reply = questions[0].wording.replies.first(where: { $0.key == key }) {
      Output.wrapped(reply.text)
    }
    try offerChange(of: check.id)
  }

  /// What is to be written down, a note beside the first; nothing where any answer is refused.
  private func drafts(
    _ typed: Zip2Sequence<[Question], [String]>,
    on day: CivilDate,
    note: String?
  ) throws(CommandError) -> [Draft] {
    var note = try note?.kept(as: "the note")
    if note?.isEmpty == true { note = nil }
    var drafts: [Draft] = []
    for (question, word) in typed {
      guard let answer = question.kind.read(word, words: phrases.answers) else {
        let what = "“\(word.printable)” is no answer to “\(question.id)”: it takes "
        throw CommandError(.data, "\(what)\(question.kind.accepts), or none; nothing was recorded")
      }
      try workspace.check(day, of: question)
      let answered = Answered(question: question.id, answer: answer, note: note, from: "command")
      drafts.append(workspace.draft(.answered(answered), on: day))
      note = nil
    }
    return drafts
  }

  /// Says once that a self-check has become an empty form, and what can be done.
  func offerChange(of check: String) throws(CommandError) {
    guard try workspace.coach().isEmptyForm(check, from: workspace.teaching) else { return }
    Output.wrapped(
      phrases(
        "same-again",
        ("count", String(SelfCheck.emptyForm)),
        ("command", "coach retire \(check)")
      )
    )
  }
}
