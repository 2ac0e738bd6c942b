import Coaching

/// What the person did last, taken back.
extension Workspace {
  /// Takes back what the person did last: all that one command wrote.
  ///
  /// - Returns: What was taken back and from when, and what is so again; nil where nothing is left.
  /// - Throws: When the ledger cannot be read or written.
  package func undo() throws(CommandError) -> [String]? {
    let step = try lastStep()
    guard let last = step.last else { return nil }
    let all =
      step.count < Workspace.together[1]
      ? step.map { ($0.id, $0.day) }
      // As much as came with a file.
      : try ledger.lastDoneTogether().reversed().map { ($0.id, $0.day) }
    // First what may be refused.
    let putBack = try putBack(step)
    try record(all.map { id, day in draft(.undone(fact: id), on: day) })
    if let source = step.lazy.compactMap(\.source).first {
      let then = phrases("done-at", ("moment", moment(last.instant)))
      let what = ("count", String(all.count))
      return [phrases.joined([phrases("took-back-import", what, ("file", source.file)), then])]
    }
    // It may not be what the person did last: some of that is in no ledger, as what setup writes.
    let then = phrases("done-at", ("moment", moment(last.instant)))
    let what = phrases.sentence(try takenBack(step))
    return [phrases.joined([what, then])] + (try again(after: step)) + putBack
  }

  /// What was taken back, in the person's language.
  private func takenBack(_ step: [Fact]) throws(CommandError) -> String {
    if step.contains(where: \.isResumption) { return phrases("took-back-resumed") }
    let answers = step.compactMap { fact -> Answered? in
      if case .answered(let answered) = fact.event { answered } else { nil }
    }
    if step.count > 1, answers.count == step.count { return takenBack(answers, on: step[0].day) }
    var said: [String] = []
    for fact in step { said.append(try takenBack(fact)) }
    return phrases.joined(said)
  }

  /// What is so again that the step had changed, where that can be said in a sentence.
  private func again(after step: [Fact]) throws(CommandError) -> [String] {
    if step.contains(where: \.isResumption) {
      let coach = try coach()
      let pause = coach.pauseEnd(at: now).map { phrases("paused-until", ("moment", moment($0))) }
      let away = coach.absences.filter { $0.contains(today) }.map(phrases.away)
      return [pause].compactMap(\.self) + away
    }
    guard step.count == 1, case .answered(let answered) = step[0].event,
      let again = try ledger.standing(answered.question, on: step[0].day)
    else { return [] }
    return [phrases("now-again", ("answer", phrases.words(for: again.answer, in: again.unit)))]
  }

  /// That answers were taken back which were given at once: to a self-check, or to all sorts.
  private func takenBack(_ answers: [Answered], on day: CivilDate) -> String {
    let checks = answers.map { teaching.question($0.question)?.check }
    // The ends of a night were written down with it.
    if let night = answers.first(where: { $0.answer.kind == .stretches }) {
      return takenBack(night, on: day)
    }
    guard let check = checks[0].flatMap(teaching.check), checks.allSatisfy({ $0 == check.id })
    else { return phrases("took-back-many", ("count", String(answers.count))) }
    let words = answers.map { phrases.words(for: $0.answer, in: $0.unit) }
    return phrases(
      "took-back",
      ("day", name(of: day)),
      ("question", check.title),
      ("answer", words.joined(separator: " "))
    )
  }

  private func takenBack(_ answered: Answered, on day: CivilDate) -> String {
    let title = teaching.question(answered.question)?.wording.title ?? answered.question
    return phrases(
      "took-back",
      ("day", name(of: day)),
      ("question", title),
      ("answer", phrases.words(for: answered.answer, in: answered.unit))
    )
  }

  /// The same of one fact.
  private func takenBack(_ fact: Fact) throws(CommandError) -> String {
    switch fact.event {
    case .answered(let answered): return takenBack(answered, on: fact.day)
    case .snoozed(let id, let until):
      return phrases(
        "took-back-snooze",
        ("slot", phrases.slot(id.slot)),
        ("moment", moment(until))
      )
    case .extra(let extra):
      return phrases("took-back-extra", ("text", extra.text))
    case .stepped:
      return phrases("took-back-step")
    case .paused(let until, let clock):
      let until = clock.map(context.zone.instant) ?? until
      return phrases("took-back-pause", ("moment", moment(until)))
    case .away(let first, let last):
      let ends = phrases.ends(of: first...last)
      return first == last
        ? phrases("took-back-away-on", ("day", ends.first))
        : phrases("took-back-away", ("first", ends.first), ("last", ends.last))
    default:
      return try takenBackOfEntries(fact)
    }
  }

  private func takenBackOfEntries(_ fact: Fact) throws(CommandError) -> String {
    switch fact.event {
    case .entered(let entry):
      return phrases("took-back-entered", ("what", teaching.words(for: entry)))
    case .edited(let entry):
      return phrases("took-back-edited", ("what", try words(for: entry.id)))
    case .closed(let id, let closing):
      let what = ("what", try words(for: id))
      return closing == .dropped
        ? phrases("took-back-dropped", what) : phrases("took-back-closed", what)
    default: return try takenBackChoice(fact)
    }
  }

  /// What was taken back that the person did about tips.
  private func takenBackChoice(_ fact: Fact) throws(CommandError) -> String {
    switch fact.event {
    case .hesitated(let hesitated):
      let obstacle = phrases.obstacle(hesitated.obstacle.rawValue)
      return phrases("took-back-hesitation", ("obstacle", obstacle))
    case .rated(let tip, _):
      return phrases("took-back-rating", ("tip", try title(ofDispensable: tip)))
    case .muted(let name):
      return phrases("took-back-choice", ("what", try said(muted: false, name)))
    case .unmuted(let name):
      return phrases("took-back-choice", ("what", try said(muted: true, name)))
    default:
      return phrases("nothing-to-undo")
    }
  }

  /// What is so again: a tip, a question or a self-check is to come no more, or comes.
  private func said(muted isMuted: Bool, _ name: String) throws(CommandError) -> String {
    let title = try title(ofDispensable: name)
    if teaching.question(name) != nil || teaching.check(name) != nil {
      let asked = ("name", title)
      return isMuted ? phrases("retired", asked) : phrases("unretired", asked)
    }
    let tip = ("tip", title)
    return isMuted ? phrases("muted", tip) : phrases("unmuted", tip)
  }

  /// What a tip, a question or a self-check is called; its name where no deck has it any more.
  private func title(ofDispensable name: String) throws(CommandError) -> String {
    if let check = teaching.check(name) { return check.title }
    if let question = teaching.question(name) { return question.wording.title }
    return try whole().teaching.tip(name)?.wording.title ?? name
  }

  /// An entry as it stands again.
  private func words(for id: Entry.ID) throws(CommandError) -> String {
    try ledger.entry(id).map { teaching.words(for: $0.entry) } ?? id.description
  }

  /// What the person did last, in the order of writing: all that one command wrote.
  private func lastStep() throws(CommandError) -> [Fact] {
    var step: [Fact] = []
    for limit in Workspace.together {
      let done = try ledger.lastDone(limit: limit)
      // Only what is written at once has the same instant, to the microsecond.
      step = done.prefix { $0.instant == done[0].instant }.reversed()
      if step.count < limit { break }
    }
    return step
  }

  /// How many are looked at: first as many as a self-check asks, then more than can be missed in a
  /// week.
  private static let together = [16, 512]
}

extension Fact {
  /// The file that it came with, where it is an answer that did.
  var source: AnswerSource? {
    if case .answered(let answered) = event { answered.source } else { nil }
  }
}
