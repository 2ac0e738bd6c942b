import Coaching
import Configuration
import Testing

/// The decks that come with the coach, together, in one of their languages.
struct ShippedDeck: Sendable {
  /// A text of the deck and the place where it stands, such as `tip.hands-full.why`.
  struct Line {
    var place: String
    var text: String
    /// The teachings that it is drawn from; none for frames.
    var rows: [String] = []
    /// The tip that it is of.
    var tip: Tip?
  }

  var language: Language
  var teaching: Teaching

  static let names = Settings().decks

  static func directory(_ name: String) -> String { "\(Repository.root)/config/decks/\(name)" }

  private static let loaded = Result {
    try Language.allCases.map { language in
      var whole = Teaching()
      for name in names {
        whole.add(try DeckReader(directory: directory(name), language: language).read())
      }
      return ShippedDeck(language: language, teaching: whole)
    }
  }

  /// The deck in every language, English first.
  static func all() throws -> [ShippedDeck] { try loaded.get() }

  static func speaking(_ language: Language) throws -> ShippedDeck {
    try #require(try all().first { $0.language == language })
  }

  /// Every text in it.
  var lines: [Line] {
    var lines = teaching.tips.flatMap(self.lines) + teaching.questions.flatMap(self.lines)
    for check in teaching.checks {
      for (part, text) in [("title", check.title), ("ask", check.ask)] {
        lines.append(Line(place: "check.\(check.id).\(part)", text: text, rows: check.rows))
      }
    }
    for arc in teaching.arcs {
      let words = [("title", arc.wording.title), ("offer", arc.wording.offer)]
      for (part, text) in words + [("back", arc.wording.back)] {
        lines.append(Line(place: "arc.\(arc.id).\(part)", text: text))
      }
    }
    lines += teaching.notes.flatMap(self.lines) + teaching.cues.flatMap(self.lines)
    for slot in teaching.phrases.slots {
      lines.append(Line(place: "slot.\(slot.name)", text: slot.title))
    }
    for frame in teaching.phrases.frames + teaching.phrases.pageFrames {
      lines.append(Line(place: "phrase.\(frame.name)", text: frame.text))
    }
    return lines
  }

  private func lines(_ tip: Tip) -> [Line] {
    let words = tip.wording
    let parts = [
      ("title", words.title), ("action", words.action), ("why", words.why),
      ("short", words.short), ("ask", words.ask),
    ]
    let tell = words.tell.isEmpty ? [] : [("tell", words.tell)]
    return (parts + tell).map {
      Line(place: "tip.\(tip.id).\($0)", text: $1, rows: tip.rows, tip: tip)
    }
  }

  private func lines(_ cue: Cue) -> [Line] {
    let texts = cue.texts.map { ("text", $0) } + cue.moments.map { ("when.\($0.moment)", $0.text) }
    return texts.map { Line(place: "cue.\(cue.id).\($0)", text: $1, rows: cue.rows) }
  }

  private func lines(_ note: NoteKind) -> [Line] {
    let words = [("title", note.wording.title), ("ask", note.wording.ask)]
    return (words + note.wording.parts.map { ("parts", $0) }).map {
      Line(place: "note.\(note.id).\($0)", text: $1, rows: note.rows)
    }
  }

  private func lines(_ question: Question) -> [Line] {
    let words = question.wording
    let parts = [("title", words.title), ("ask", words.ask), ("hint", words.hint)]
    return (parts + words.replies.map { ("reply.\($0.key)", $0.text) }).map {
      Line(place: "question.\(question.id).\($0)", text: $1, rows: question.rows)
    }
  }

  /// The text of a whole tip.
  static func text(of tip: Tip) -> String {
    let words = tip.wording
    let parts = [words.title, words.action, words.why, words.short, words.ask, words.tell]
    return parts.joined(separator: "\n")
  }
}

extension String {
  /// The columns that the text takes on a terminal; Chinese characters take two.
  var columns: Int {
    unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFEF).contains($1.value) ? 2 : 1) }
  }

  /// Whether a pattern is found in the text, in any case of letters.
  func has(_ pattern: String) throws -> Bool {
    try firstMatch(of: Regex(pattern).ignoresCase()) != nil
  }
}
