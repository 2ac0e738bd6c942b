import Application
import Coaching
import Glibc

/// Takes the text and the parts of a note, as arguments or line by line from standard input.
struct NoteDialogue {
  let workspace: Workspace

  /// Fills a note in with what was given; where nothing was, asks for it.
  func fill(_ note: inout Entry, _ text: String, _ given: [String]) throws(CommandError) {
    try workspace.fill(&note, text, parts: given)
    if !text.isEmpty || !given.isEmpty { return }
    let kind = workspace.teaching.note(note.kind)
    guard let kind, !kind.parts.isEmpty else {
      Output.wrapped(kind?.wording.ask ?? note.text)
      if let line = try line() { note.text = line }
      return try workspace.checkSays(note)
    }
    Output.wrapped(kind.wording.ask)
    for (name, ask) in zip(kind.parts, kind.wording.parts) {
      Output.wrapped(workspace.phrases.labelled(ask, ""), indent: 2)
      if let line = try line() { note.set(Entry.Part(name: name, text: line)) }
    }
    try workspace.checkSays(note)
  }

  /// A line that a person typed; nil where it is empty, or the input has ended.
  private func line() throws(CommandError) -> String? {
    while true {
      Output.write("  ", to: 1)
      guard let line = readLine() else {
        Output.line()
        return nil
      }
      do {
        let line = try line.kept(as: "this")
        return line.isEmpty ? nil : line
      } catch {
        // Whoever types asks for nothing anew that was said already.
        if isatty(0) != 1 { throw error }
        Output.complain(error.message)
      }
    }
  }
}
