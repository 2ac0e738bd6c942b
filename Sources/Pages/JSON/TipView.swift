import Application
import Coaching
import Configuration

/// A tip as JSON.
package struct TipView: Encodable {
  var id: String
  var title: String
  /// The piece of a story that is told before the act; nil where there is none.
  var tell: String?
  var action: String
  var why: String
  var short: String
  var rows: [String]
  var systems: [String]
  /// The tip as the person put it.
  var ownWords: String?
  /// Why it was chosen; nil where that is not asked, or not known.
  var reason: ReasonView?
  var source: [SourceView]?
  /// Whether the act is our own reading; said with the sources.
  var reading: Bool?

  package init(_ page: TipPage) {
    let tip = page.tip
    id = tip.id
    title = tip.wording.title
    tell = tip.wording.tell.isEmpty ? nil : tip.wording.tell
    action = tip.wording.action
    why = tip.wording.why
    short = tip.wording.short
    rows = tip.rows
    systems = tip.systems
    ownWords = page.ownWords
    reason = page.explained.map(ReasonView.init)
    source = page.sources?.map(SourceView.init)
    reading = page.sources.map { _ in page.isOwnReading }
  }
}

/// Where the documents teach a row.
struct SourceView: Encodable {
  var row: String
  var document: String
  var section: String
  var place: String

  init(_ source: Source) {
    row = source.row
    document = source.document
    section = source.section
    place = source.place
  }
}

/// Why a tip was chosen, and all that was weighed.
struct ReasonView: Encodable {
  var sentence: String
  var claim: String
  var slot: String
  var draw: Double
  var constants: Int
  var candidates: [Candidate]

  struct Candidate: Encodable {
    var id: String
    var probability: Double
    var learned: Double
    var need: Double
    var repetition: Double
    var score: Double
  }

  init(_ explained: ExplainedTip) {
    let chosen = explained.chosen
    sentence = explained.sentence
    claim = chosen.claim.description
    slot = chosen.slot
    draw = chosen.draw
    constants = chosen.constants
    candidates = chosen.rows.map { row in
      Candidate(
        id: row.tip,
        probability: row.probability,
        learned: row.learned,
        need: row.need,
        repetition: row.repetition,
        score: row.score
      )
    }
  }
}
