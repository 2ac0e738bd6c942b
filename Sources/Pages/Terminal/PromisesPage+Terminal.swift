package import Application
package import Coaching

/// Promises as a person reads them.
package struct PromisesPage {
  private let promises: [Entries.Standing]
  private let workspace: Workspace

  package init(_ promises: [Entries.Standing], in workspace: Workspace) {
    self.promises = promises
    self.workspace = workspace
  }

  package func page() -> Page {
    var page = Page()
    if promises.isEmpty { page.words(workspace.phrases("promises-none")) }
    page.rows(
      promises.map { (String($0.id.number), workspace.words(for: $0)) },
      indent: 0
    )
    return page
  }
}
