package import Application
package import Coaching

/// A promise as the reading commands give it.
package struct PromiseView: Encodable {
  var number: Int
  var kind: String
  var text: String
  var to: String?
  var due: String?
  var wholeDay: Bool
  var reserve: Int64
  var state: String
  var made: String
  var closed: String?

  package init(_ standing: Entries.Standing, _ workspace: Workspace) {
    let entry = standing.entry
    let zone = workspace.context.zone
    number = entry.id.number
    kind = entry.kind
    text = entry.text
    to = entry.to
    due = entry.due.map(zone.timestamp)
    wholeDay = entry.isWholeDay
    reserve = entry.reserveSeconds
    let isOverdue = workspace.isOverdue(entry)
    state = standing.closed?.closing.rawValue ?? (isOverdue ? "overdue" : "open")
    made = zone.timestamp(standing.madeAt)
    closed = standing.closed.map { zone.timestamp($0.at) }
  }
}
