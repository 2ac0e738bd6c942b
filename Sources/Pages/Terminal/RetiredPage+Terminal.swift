package import Application
package import Coaching

/// What is retired, as a person reads it.
package struct RetiredPage {
  private let retired: [Workspace.Asked]

  package init(_ retired: [Workspace.Asked]) { self.retired = retired }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    if retired.isEmpty { page.words(phrases("nothing-retired")) }
    for asked in retired { page.verbatim("\(asked.id) \(asked.title)") }
    return page
  }
}
