public import Coaching

/// Reads decks: `deck.toml` for the structure, one file for each language's wording.
public struct DeckReader {
  private let directory: String
  private let language: Language

  /// A reader of one deck.
  ///
  /// - Parameters:
  ///   - directory: Where `deck.toml` is.
  ///   - language: The person's language; a deck that lacks it is read in the first it has.
  public init(directory: String, language: Language) {
    self.directory = directory
    self.language = language
  }

  /// The deck's tips, questions, cues and frames.
  ///
  /// - Throws: When a file is missing or unreadable, or anything in it cannot be meant.
  public func read() throws(ConfigurationError) -> Teaching {
    let structure = try document("deck.toml").top
    try structure.allow(["name", "tip", "question", "cue"])
    let wording = try wordingDocument().top
    try wording.allow([
      "language", "tip", "question", "cue", "slot", "answers", "phrase",
    ])
    var teaching = Teaching(phrases: try phrases(in: wording))
    for section in try structure.sections("tip") {
      let tip = try tip(section, try wording.section("tip"))
      try check(tip.id, isNew: teaching.tip(tip.id) == nil, section)
      teaching.tips.append(tip)
    }
    for section in try structure.sections("question") {
      let question = try question(section, try wording.section("question"))
      try check(question.id, isNew: !teaching.items.contains(question.id), section)
      teaching.questions.append(question)
    }
    for section in try structure.sections("cue") {
      let cue = try cue(section, try wording.section("cue"))
      try check(cue.id, isNew: !teaching.items.contains(cue.id), section)
      teaching.cues.append(cue)
    }
    return teaching
  }

  // MARK: - Files

  private func document(_ name: String) throws(ConfigurationError) -> Document {
    let path = "\(directory)/\(name)"
    guard let document = try Document.read(path) else {
      let message = "this deck has no \(name); a deck is a directory with deck.toml and en.toml"
      throw ConfigurationError(file: path, line: nil, message: message)
    }
    return document
  }

  private func wordingDocument() throws(ConfigurationError) -> Document {
    let others = Language.allCases.filter { $0 != language }
    for language in [language] + others {
      if let document = try Document.read("\(directory)/\(language.rawValue).toml") {
        return document
      }
    }
    return try document("\(language.rawValue).toml")
  }

  // MARK: - Parts

  private func tip(_ section: Section, _ wordings: Section) throws(ConfigurationError) -> Tip {
    try section.allow(["id", "rows", "step", "obstacle", "kind"])
    let id = try section.needed("id")
    let kinds = "a kind of tip: " + Tip.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    let words = try wording(of: id, in: wordings, section)
    try words.allow(["title", "action", "why", "short", "ask"])
    return Tip(
      id: id,
      rows: try section.texts("rows") ?? [],
      part: try part(section),
      kind: try section.read("kind", kinds, Tip.Kind.init) ?? .regular,
      wording: Tip.Wording(
        title: try words.needed("title"),
        action: try words.needed("action"),
        why: try words.needed("why"),
        short: try words.needed("short"),
        ask: try words.needed("ask")
      )
    )
  }

  private func part(_ section: Section) throws(ConfigurationError) -> Tip.Part? {
    let step = try section.integer("step")
    let obstacle = try section.integer("obstacle")
    if let step, !(1...4).contains(step) {
      throw section.refusal("step", "there is no step \(step); the programme has 1 to 4")
    }
    if let obstacle, !(1...5).contains(obstacle) {
      throw section.refusal("obstacle", "there is no obstacle \(obstacle); there are 1 to 5")
    }
    if step != nil, obstacle != nil {
      throw section.refusal("obstacle", "a tip serves a step or an obstacle, not both")
    }
    return step.map(Tip.Part.step) ?? obstacle.map(Tip.Part.obstacle)
  }

  private func question(
    _ section: Section,
    _ wordings: Section
  ) throws(ConfigurationError)
    -> Question
  {
    try section.allow(["id", "rows", "answer", "better", "about", "backfill"])
    let id = try section.needed("id")
    let words = try wording(of: id, in: wordings, section)
    try words.allow(["title", "ask", "hint", "reply"])
    let replies = try words.section("reply")
    let kinds = AnswerKind.allCases.map(\.rawValue).joined(separator: ", ")
    let polarities = Question.Polarity.allCases.map(\.rawValue).joined(separator: ", ")
    let subjects = Question.Subject.allCases.map(\.rawValue).joined(separator: ", ")
    guard let kind = try section.read("answer", "one of \(kinds)", AnswerKind.init) else {
      throw section.refusal("answer", "“answer” is missing here: one of \(kinds)")
    }
    return Question(
      id: id,
      rows: try section.texts("rows") ?? [],
      kind: kind,
      better: try section.read("better", "one of \(polarities)", Question.Polarity.init) ?? .more,
      about: try section.read("about", "one of \(subjects)", Question.Subject.init) ?? .day,
      backfillDays: try backfill(section),
      wording: Question.Wording(
        title: try words.needed("title"),
        ask: try words.needed("ask"),
        hint: try words.text("hint") ?? kind.accepts,
        replies: try pairs(replies)
      )
    )
  }

  private func backfill(_ section: Section) throws(ConfigurationError) -> Int {
    guard let days = try section.integer("backfill") else { return Question.usualBackfillDays }
    guard (0...3660).contains(days) else {
      throw section.refusal("backfill", "“backfill” is days, 0 to 3660, not \(days)")
    }
    return days
  }

  private func cue(_ section: Section, _ wordings: Section) throws(ConfigurationError) -> Cue {
    try section.allow(["id", "rows"])
    let id = try section.needed("id")
    let words = try wording(of: id, in: wordings, section)
    try words.allow(["text"])
    return Cue(id: id, rows: try section.texts("rows") ?? [], text: try words.needed("text"))
  }

  private func phrases(in wording: Section) throws(ConfigurationError) -> Phrases {
    let answers = try wording.section("answers")
    var words: [(answer: String, word: String)] = []
    for answer in answers.keys {
      for word in try answers.texts(answer) ?? [] { words.append((answer, word.lowercased())) }
    }
    return Phrases(
      frames: try pairs(try wording.section("phrase")).map { ($0.key, $0.text) },
      slots: try pairs(try wording.section("slot")).map { ($0.key, $0.text) },
      answers: AnswerWords(words)
    )
  }

  private func pairs(_ section: Section) throws(ConfigurationError) -> [(key: String, text: String)]
  {
    var pairs: [(key: String, text: String)] = []
    for key in section.keys { pairs.append((key, try section.needed(key))) }
    return pairs
  }

  /// The wording of a part; a part without words in a language is refused where it is defined.
  private func wording(
    of id: String,
    in wordings: Section,
    _ section: Section
  )
    throws(ConfigurationError) -> Section
  {
    guard wordings.keys.contains(id) else {
      let table = (wordings.path + [id]).joined(separator: ".")
      throw section.refusal("id", "“\(id)” has no [\(table)] in \(wordings.document.file)")
    }
    return try wordings.section(id)
  }

  private func check(_ id: String, isNew: Bool, _ section: Section) throws(ConfigurationError) {
    guard id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) else {
      throw section.refusal("id", "an id is of a–z, 0–9 and “-”, not “\(id.printable)”")
    }
    if !isNew { throw section.refusal("id", "“\(id)” is there twice") }
  }
}
