package import Application
package import Coaching

/// An answer as a person reads it.
extension Coach.Given {
  /// As it stands below a heading.
  package func page(in workspace: Workspace) -> Page {
    var page = Page()
    let phrases = workspace.phrases
    let word = phrases.words(for: answered.answer, in: answered.unit)
    var words = answered.note.map { phrases.bracketed(word, $0) } ?? word
    switch Workspace.Origin(rawValue: answered.from) {
    case .desktop: words = phrases("by-click", ("answer", words))
    case .bus: words = phrases("by-bus", ("answer", words))
    case .program: words = phrases("by-program", ("answer", words))
    case .command, nil: break
    }
    if !answered.circles.isEmpty {
      let circles = answered.circles.map { phrases.circle($0) }
      words = phrases.bracketed(words, circles.joined(separator: phrases("list-comma")))
    }
    page.words(phrases.labelled(workspace.title(of: answered), words), indent: 2)
    return page
  }
}
