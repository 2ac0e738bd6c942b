import ArgumentParser
import Coaching
import Configuration
import Storage

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back what you did last; once more takes back what was before it.",
    discussion: "Answers, extras, steps, snoozes, pauses and absences can be taken back."
  )

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    let phrases = workspace.phrases
    guard let last = try lastDone(in: workspace) else {
      Output.wrapped(phrases("nothing-to-undo"))
      return
    }
    try workspace.record(.undone(fact: last.id), on: last.day)
    Output.wrapped(takenBack(last, in: workspace))
    guard case .answered(let answered) = last.event else { return }
    if let again = try workspace.answer(to: answered.question, on: last.day) {
      let word = phrases.word(for: again.description)
      Output.wrapped(phrases("now-again", ("answer", word)))
    }
  }

  /// What was taken back, in the person's language.
  private func takenBack(_ fact: Fact, in workspace: Workspace) -> String {
    let phrases = workspace.phrases
    switch fact.event {
    case .answered(let answered):
      let title =
        workspace.teaching.question(answered.question)?.wording.title ?? answered.question
      return phrases(
        "took-back",
        ("day", workspace.name(of: fact.day)),
        ("question", title),
        ("answer", phrases.word(for: answered.answer.description))
      )
    case .snoozed(let id, let until):
      let moment = workspace.moment(until)
      return phrases(
        "took-back-snooze",
        ("slot", phrases.slot(id.slot)),
        ("moment", moment)
      )
    case .extra(let extra):
      return phrases("took-back-extra", ("text", extra.text))
    case .stepped:
      return phrases("took-back-step")
    case .paused(let until):
      return phrases("took-back-pause", ("moment", workspace.moment(until)))
    case .away(let first, let last):
      return phrases(
        "took-back-away",
        ("first", first.description),
        ("last", last.description)
      )
    default:
      return phrases("nothing-to-undo")
    }
  }

  private func lastDone(in workspace: Workspace) throws(Failure) -> Fact? {
    do {
      return try workspace.ledger.lastDone(limit: 1).first
    } catch {
      throw Failure(error)
    }
  }
}
