import ArgumentParser
import Coaching
import Configuration
import Storage

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back what you did last; once more takes back what was before it.",
    discussion: """
      Answers and thanks, extras, steps, hesitations, snoozes, pauses, absences, what you said \
      about tips and retired, and promises and notes made, changed or closed. What was taken back \
      is not brought again: do it anew.
      """
  )

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    for line in try workspace.undo() ?? [workspace.phrases("nothing-to-undo")] {
      Output.wrapped(line)
    }
  }
}

extension Workspace {
  /// Takes back what the person did last, all that was done in one go; what came of it, nil where
  /// there is nothing.
  func undo() throws(Failure) -> [String]? {
    let last = try lastDone()
    if last.isEmpty { return nil }
    try record(last.map { draft(.undone(fact: $0.id), on: $0.day) })
    if let check = check(answeredBy: last) {
      let answers = last.reversed().compactMap { fact -> String? in
        guard case .answered(let answered) = fact.event else { return nil }
        return phrases.word(for: answered.answer.description)
      }
      return [takenBack(check.title, last[0].day, answers.joined(separator: " "))]
    }
    var said: [String] = []
    for fact in last {
      said.append(try takenBack(fact))
      if case .answered(let answered) = fact.event,
        let again = try answer(to: answered.question, on: fact.day)
      {
        said.append(phrases("now-again", ("answer", phrases.word(for: again.description))))
      }
    }
    return said
  }

  /// The self-check that some facts are the answers to; nil where they are anything else.
  private func check(answeredBy facts: [Fact]) -> SelfCheck? {
    let checks = facts.map { fact -> String? in
      guard case .answered(let answered) = fact.event else { return nil }
      return teaching.question(answered.question)?.check
    }
    guard facts.count > 1, let first = checks[0], checks.allSatisfy({ $0 == first }) else {
      return nil
    }
    return teaching.check(first)
  }

  private func takenBack(_ title: String, _ day: CivilDate, _ answer: String) -> String {
    phrases("took-back", ("day", name(of: day)), ("question", title), ("answer", answer))
  }

  /// What was taken back, in the person's language.
  private func takenBack(_ fact: Fact) throws(Failure) -> String {
    switch fact.event {
    case .answered(let answered):
      let title = teaching.question(answered.question)?.wording.title ?? answered.question
      return takenBack(title, fact.day, phrases.word(for: answered.answer.description))
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
    case .paused(let until):
      return phrases("took-back-pause", ("moment", moment(until)))
    case .away(let first, let last):
      return phrases(
        "took-back-away",
        ("first", first.description),
        ("last", last.description)
      )
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
  private func takenBackChoice(_ fact: Fact) throws(Failure) -> String {
    switch fact.event {
    case .hesitated(let hesitated):
      let obstacle = phrases.obstacle(hesitated.obstacle.rawValue)
      return phrases("took-back-hesitation", ("obstacle", obstacle))
    case .rated(let tip, _):
      return phrases("took-back-rating", ("tip", try title(ofDispensable: tip)))
    case .muted(let name): return try said(muted: false, name)
    case .unmuted(let name): return try said(muted: true, name)
    default:
      return phrases("nothing-to-undo")
    }
  }

  /// What is so again: a tip, a question or a self-check is to come no more, or comes.
  private func said(muted isMuted: Bool, _ name: String) throws(Failure) -> String {
    let title = try title(ofDispensable: name)
    if teaching.question(name) != nil || teaching.check(name) != nil {
      let asked = ("name", title)
      return isMuted ? phrases("retired", asked) : phrases("unretired", asked)
    }
    let tip = ("tip", title)
    return isMuted ? phrases("muted", tip) : phrases("unmuted", tip)
  }

  /// What a tip, a question or a self-check is called; its name where no deck has it any more.
  private func title(ofDispensable name: String) throws(Failure) -> String {
    if let check = teaching.check(name) { return check.title }
    if let question = teaching.question(name) { return question.wording.title }
    // What takes back a plain answer has not read the tips.
    let whole = teaching.tips.isEmpty ? try Workspace(complains: false) : self
    return whole.teaching.tip(name)?.wording.title ?? name
  }

  /// An entry as it stands again.
  private func words(for id: Entry.ID) throws(Failure) -> String {
    try entry(id).map { teaching.words(for: $0.entry) } ?? id.description
  }

  /// As many as no command writes at once: every question missed in nine days.
  private static let mostAtOnce = 100

  private func lastDone() throws(Failure) -> [Fact] {
    do {
      let newest = try ledger.lastDone(limit: Workspace.mostAtOnce)
      // What one command writes bears one instant.
      return Array(newest.prefix { $0.instant == newest[0].instant })
    } catch {
      throw Failure(error)
    }
  }
}
