package import Coaching
package import Configuration

/// Words of the documents as a person reads them.
package struct GlossaryPage {
  private let entries: [GlossaryEntry]

  package init(_ entries: [GlossaryEntry]) { self.entries = entries }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    if entries.isEmpty { page.words(phrases("documents-silent")) }
    for entry in entries {
      page.heading(entry.term)
      page.words(entry.meaning, indent: 2)
      page.verbatim(entry.rows.joined(separator: ", "), indent: 2)
    }
    return page
  }
}
