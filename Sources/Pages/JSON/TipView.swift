package import Application
package import Coaching
package import Configuration

/// A tip as the reading commands give it.
package struct TipView: Encodable {
  var id: String
  var title: String
  var action: String
  var why: String
  var short: String
  var rows: [String]
  var systems: [String]
  /// The tip as the person put it.
  var ownWords: String?
  /// Why it was chosen; nil where that is not asked, or not known.
  package var reason: ReasonView?
  var source: [SourceView]?
  /// Whether the act is our own reading; said with the sources.
  var reading: Bool?
  private let origin: Tip.Origin
  private let beneath: String?

  enum CodingKeys: String, CodingKey {
    case id, title, action, why, short, rows, systems, ownWords, reason, source, reading
  }

  package init(_ tip: Tip, _ coach: Coach, _ teaching: Teaching) {
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

  package mutating func cite(_ sources: [SourceView]) {
    source = sources
    reading = origin == .ownReading
  }

  /// Where the documents teach it.
  package func sourcePage(_ phrases: Phrases) -> Page {
    var page = Page()
    for source in source ?? [] { page.words(source.line, indent: 2) }
    if rows.isEmpty { page.words(phrases("own-tip"), indent: 2) }
    if reading == true { page.words(phrases("own-reading"), indent: 2) }
    return page
  }

  package func page(_ phrases: Phrases, under title: String? = nil) -> Page {
    var page = Page()
    page.heading(phrases.labelled(title ?? phrases("tip-of-the-day"), self.title))
    page.words(action, indent: 2)
    if !why.isEmpty { page.words(phrases.labelled(phrases("why"), why), indent: 2) }
    if let beneath { page.words(phrases.labelled(phrases("own-words"), beneath), indent: 2) }
    return page
  }
}

/// Where the documents teach a row.
package struct SourceView: Encodable {
  var row: String
  var document: String
  var section: String
  var place: String

  package var line: String { "\(row): \(document), \(section), \(place)" }

  package init(_ source: Source) {
    row = source.row
    document = source.document
    section = source.section
    place = source.place
  }
}

/// Why a tip was chosen, and all that was weighed.
package struct ReasonView: Encodable {
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

  package init(_ explained: ExplainedTip) {
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

  package func page() -> Page {
    var page = Page()
    page.words(sentence)
    return page
  }
}
