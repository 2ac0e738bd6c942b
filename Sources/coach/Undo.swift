import ArgumentParser
import Coaching
import Configuration
import Storage

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back what you did last; once more takes back what was before it.",
    discussion:
      "Answers, snoozes, pauses, absences, and promises and notes made, changed or closed."
  )

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    let phrases = workspace.phrases
    guard let last = try lastDone(in: workspace) else {
      Output.wrapped(phrases("nothing-to-undo"))
      return
    }
    try workspace.record(.undone(fact: last.id), on: last.day)
    Output.wrapped(try takenBack(last, in: workspace))
    guard case .answered(let answered) = last.event else { return }
    if let again = try workspace.answer(to: answered.question, on: last.day) {
      let word = phrases.word(for: again.description)
      Output.wrapped(phrases("now-again", ("answer", word)))
    }
  }

  /// What was taken back, in the person's language.
  private func takenBack(_ fact: Fact, in workspace: Workspace) throws(Failure) -> String {
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
    case .paused(let until):
      return phrases("took-back-pause", ("moment", workspace.moment(until)))
    case .away(let first, let last):
      return phrases(
        "took-back-away",
        ("first", first.description),
        ("last", last.description)
      )
    case .entered(let entry):
      return phrases("took-back-entered", ("what", workspace.teaching.words(for: entry)))
    case .edited(let entry):
      return phrases("took-back-edited", ("what", try words(for: entry.id, in: workspace)))
    case .closed(let id, let closing):
      let what = ("what", try words(for: id, in: workspace))
      return closing == .dropped
        ? phrases("took-back-dropped", what) : phrases("took-back-closed", what)
    default:
      return phrases("nothing-to-undo")
    }
  }

  /// An entry as it stands again.
  private func words(for id: Entry.ID, in workspace: Workspace) throws(Failure) -> String {
    try workspace.entry(id).map { workspace.teaching.words(for: $0.entry) } ?? id.description
  }

  private func lastDone(in workspace: Workspace) throws(Failure) -> Fact? {
    do {
      return try workspace.ledger.lastDone(limit: 1).first
    } catch {
      throw Failure(error)
    }
  }
}
