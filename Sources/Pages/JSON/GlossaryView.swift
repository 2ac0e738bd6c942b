package import Configuration

/// A word of the documents as JSON.
package struct GlossaryView: Encodable {
  var id: String
  var term: String
  var meaning: String
  var rows: [String]

  package init(_ entry: GlossaryEntry) {
    id = entry.id
    term = entry.term
    meaning = entry.meaning
    rows = entry.rows
  }
}
