import Coaching

extension DeckReader {
  /// Reads a cue.
  func cue(_ section: TOMLTable, _ wordings: TOMLTable) throws(ConfigurationError) -> Cue {
    try section.allow(["id", "rows", "notes", "week", "step", "opens"])
    let id = try section.needed(.id)
    let words = try wording(of: id, in: wordings, section)
    try words.allow(["text", "when"])
    let rows = try section.texts("rows") ?? []
    var cue = Cue(id: id, rows: rows, texts: try texts(of: words))
    let moments = try words.section("when")
    for (name, text) in try pairs(moments) {
      guard let moment = Cue.Moment(rawValue: name) else {
        let message = "there is no “\(name.printable)”; \(oneOf(Cue.Moment.self))"
        throw moments.refusal(name, message)
      }
      cue.moments.append((moment, text))
    }
    cue.notes = try section.texts("notes") ?? []
    cue.week = try section.one("week")
    cue.step = try TipReader.step(section)
    cue.opens = try section.one("opens")
    return cue
  }

  /// The wordings of a cue.
  private func texts(of words: TOMLTable) throws(ConfigurationError) -> [String] {
    words.has("text") ? try texts(of: "text", in: words) : [try words.needed(.text)]
  }

  /// Reads a kind of note.
  func note(_ section: TOMLTable, _ wordings: TOMLTable) throws(ConfigurationError) -> NoteKind {
    try section.allow(["id", "rows", "parts", "recall", "about"])
    let id = try section.needed(.id)
    let words = try wording(of: id, in: wordings, section)
    try words.allow(["title", "ask", "parts"])
    let parts = try section.texts("parts") ?? []
    for part in parts where !SettingSyntax.isName(part) {
      throw section.refusal(
        "parts",
        "a part's name is of a–z, 0–9 and “-”, not “\(part.printable)”"
      )
    }
    let asks = try words.texts("parts") ?? []
    guard asks.count == parts.count else {
      throw words.refusal("parts", "“\(id)” has \(parts.count) parts, not \(asks.count)")
    }
    let about = try section.text("about")
    guard about == nil || about == "tip" else {
      throw section.refusal("about", "a note is about “tip”, or about nothing that is named")
    }
    return NoteKind(
      id: id,
      rows: try section.texts("rows") ?? [],
      parts: parts,
      recall: try section.read("recall", oneOf(NoteKind.Recall.self), NoteKind.Recall.init)
        ?? .never,
      isAboutTip: about != nil,
      wording: NoteKind.Wording(
        title: try words.needed(.title),
        ask: try words.needed(.ask),
        parts: asks
      )
    )
  }
}
