package import Application
package import Coaching

/// Notes as a person reads them.
package struct NotesPage {
  private let notes: [Workspace.FoundNote]

  package init(_ notes: [Workspace.FoundNote]) { self.notes = notes }

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    if notes.isEmpty { page.words(phrases("notes-none")) }
    let last = notes.map(\.day).max()
    let rows = notes.flatMap { note in
      note.lines.enumerated().map { place, line in
        let number = note.entry.map { String($0.id.number) } ?? ""
        return place == 0 ? (number, phrases.dated(note.day, line, seenOn: last)) : ("", line)
      }
    }
    page.rows(rows, indent: 0)
    return page
  }
}

/// A note that was written down, or changed.
extension Entry {
  package func noted(in teaching: Teaching) -> Page {
    var page = Page()
    let number = ("number", String(id.number))
    let lines = teaching.lines(for: self)
    page.words(teaching.phrases("note-noted", number, ("what", lines[0])))
    for line in lines.dropFirst() { page.words(line, indent: 2) }
    return page
  }
}
