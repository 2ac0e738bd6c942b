import Application
import Coaching
import Configuration

/// A tip as the reading commands give it.
struct TipView: Encodable {
  var id: String
  var title: String
  var action: String
  var why: String
  var short: String
  var rows: [String]
  var systems: [String]
  /// The tip as the person put it.
  var ownWords: String?
  var reason: ReasonView?
  var source: [SourceView]?
  /// Whether the act is our own reading; said with the sources.
  var reading: Bool?
  private let origin: Tip.Origin
  private let beneath: String?

  enum CodingKeys: String, CodingKey {
    case id, title, action, why, short, rows, systems, ownWords, reason, source, reading
  }

  init(_ tip: Tip, _ coach: Coach, _ teaching: Teaching) {
    ownWords = coach.ownWords(for: tip.id)
    beneath = teaching.ownWords(beneath: tip, by: coach)
    let tip = teaching.told(tip, by: coach)
    id = tip.id
    title = tip.wording.title
    action = tip.wording.action
    why = tip.wording.why
    short = tip.wording.short
    rows = tip.rows
    systems = tip.systems
    origin = tip.origin
  }

  mutating func cite(_ sources: [SourceView]) {
    source = sources
    reading = origin == .ownReading
  }

  func show(_ phrases: Phrases, under title: String? = nil) {
    Output.heading(phrases.labelled(title ?? phrases("tip-of-the-day"), self.title))
    Output.wrapped(action, indent: 2)
    if !why.isEmpty { Output.wrapped(phrases.labelled(phrases("why"), why), indent: 2) }
    if let beneath { Output.wrapped(phrases.labelled(phrases("own-words"), beneath), indent: 2) }
  }
}

/// Where the documents teach a row.
struct SourceView: Encodable {
  var row: String
  var document: String
  var section: String
  var place: String

  var line: String { "\(row): \(document), \(section), \(place)" }

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

  func show() {
    Output.wrapped(sentence)
  }
}
