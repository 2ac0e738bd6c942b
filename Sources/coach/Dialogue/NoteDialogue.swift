import Application
import Coaching
import Machine

/// Takes the text and the parts of a note, as arguments or line by line from standard input.
struct NoteDialogue {
  let workspace: Workspace
  let input = Input()

  init(workspace: Workspace) { self.workspace = workspace }

  /// Fills a note in with what was given; where nothing was, asks for it.
  func fill(_ note: inout Entry, _ text: String, _ given: [String]) throws(CommandError) {
    try workspace.fill(&note, text, parts: given)
    if !text.isEmpty || !given.isEmpty { return }
    defer {
      if input.dropRest() { Output.complain(workspace.phrases("rest-unread-it")) }
    }
    let kind = workspace.teaching.note(note.kind)
    guard let kind, !kind.parts.isEmpty else {
      Output.say(kind?.wording.ask ?? note.text)
      if let text = try read({ input.text() }) { note.text = text }
      return try workspace.checkSays(note)
    }
    Output.say(kind.wording.ask)
    for (name, ask) in zip(kind.parts, kind.wording.parts) {
      Output.say(workspace.phrases.labelled(ask, ""), indent: 2)
      // A line is a part, and what is left when there is one part left is that.
      let isLast = name == kind.parts.last
      let said = try read { isLast ? input.text() : input.line() }
      if let said { note.set(Entry.Part(name: name, text: said)) }
    }
    try workspace.checkSays(note)
  }

  /// What a person typed; nil where it is empty, or the input has ended.
  private func read(_ next: () -> String?) throws(CommandError) -> String? {
    while true {
      Output.ask("  ")
      guard let line = next() else {
        Output.blank()
        return nil
      }
      do {
        let line = try line.kept(as: Saying("text-line"))
        return line.isEmpty ? nil : line
      } catch {
        // Whoever types asks for nothing anew that was said already.
        if !input.isTerminal { throw error }
        Output.complain(error)
      }
    }
  }
}
