import Channels
package import Coaching

/// What waits, in two lines for a login; nothing where nothing waits.
package struct GreetingPage {
  private let questions: [Question]

  package init(_ questions: [Question]) { self.questions = questions }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    if questions.isEmpty { return page }
    let titles = questions.map(\.wording.title).joined(separator: phrases("list-comma"))
    page.words(phrases.labelled(phrases("waiting"), titles))
    page.verbatim(phrases("answer-with", ("command", SuggestedCommand.answerOpen.spelled)))
    return page
  }
}
