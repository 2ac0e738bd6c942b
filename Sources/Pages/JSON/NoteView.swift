package import Application
import Coaching

/// A note as the reading commands give it.
package struct NoteView: Encodable {
  /// Nil of an answer.
  var number: Int?
  var kind: String
  var text: String
  var parts: [PartView]
  var tip: String?
  var day: String

  struct PartView: Encodable {
    var name: String
    var text: String
  }

  package init(_ note: Workspace.FoundNote) {
    number = note.entry?.id.number
    kind = note.kind
    text = note.text
    parts = note.parts.map { PartView(name: $0.name, text: $0.text) }
    tip = note.tip
    day = note.day.description
  }
}
