package import Application

/// What is retired, as a person reads it.
package struct RetiredPage {
  private let retired: [Workspace.Asked]

  package init(_ retired: [Workspace.Asked]) { self.retired = retired }

  package func page() -> Page {
    var page = Page()
    for asked in retired { page.verbatim("\(asked.id) \(asked.title)") }
    return page
  }
}
