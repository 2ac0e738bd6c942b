package import Application
package import Coaching

/// An answer as the reading commands give it.
package struct AnswerView: Encodable {
  var question: String
  var day: String
  var answer: String
  var note: String?
  /// Where it was given: `command`, `desktop`, `bus` or `program`, the channel “command”.
  var from: String

  package init(_ given: Coach.Given) {
    question = given.answered.question
    day = given.day.description
    answer = given.answered.answer.description
    note = given.answered.note
    from = given.answered.from
  }
}

extension Coach.Given {
  /// Prints it below a heading.
  package func page(in workspace: Workspace) -> Page {
    var page = Page()
    let phrases = workspace.phrases
    let word = phrases.word(for: answered.answer.description)
    var words = answered.note.map { phrases.bracketed(word, $0) } ?? word
    switch Workspace.Origin(rawValue: answered.from) {
    case .desktop: words = phrases("by-click", ("answer", words))
    case .bus: words = phrases("by-bus", ("answer", words))
    case .program: words = phrases("by-program", ("answer", words))
    case .command, nil: break
    }
    page.words(phrases.labelled(workspace.title(of: answered), words), indent: 2)
    return page
  }
}
