import ArgumentParser
import Coaching
import Configuration
import Storage

struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last answer; once more takes back the one before it."
  )

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    let phrases = workspace.phrases
    guard let last = try lastAnswer(in: workspace), case .answered(let answered) = last.event else {
      Output.wrapped(phrases("nothing-to-undo"))
      return
    }
    try workspace.record(.undone(fact: last.id), on: last.day)
    Output.wrapped(
      phrases(
        "took-back",
        ("day", workspace.name(of: last.day)),
        ("question", title(answered, workspace)),
        ("answer", phrases.word(for: answered.answer.description))
      )
    )
    if let again = try workspace.answer(to: answered.question, on: last.day) {
      let word = phrases.word(for: again.description)
      Output.wrapped(phrases("now-again", ("answer", word)))
    }
  }

  private func title(_ answered: Answered, _ workspace: Workspace) -> String {
    workspace.teaching.question(answered.question)?.wording.title ?? answered.question
  }

  private func lastAnswer(in workspace: Workspace) throws(Failure) -> Fact? {
    do {
      return try workspace.ledger.lastAnswers(limit: 1).first
    } catch {
      throw Failure(error)
    }
  }
}
