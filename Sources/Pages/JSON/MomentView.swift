package import Coaching

/// A moment of a day to come, as JSON.
package struct MomentView: Encodable {
  var prompt: String
  var slot: String
  var day: String
  var due: String
  var until: String
  var opens: String?
  var passes: String?
  var carries: [String]

  package init(_ moment: SlotOccurrence, _ zone: Zone) {
    prompt = moment.id.description
    slot = moment.id.slot
    day = moment.id.day.description
    due = zone.timestamp(moment.due)
    until = zone.timestamp(moment.until)
    opens = moment.opens.map(zone.timestamp)
    passes = moment.passing?.rawValue
    carries = moment.carries
  }
}
