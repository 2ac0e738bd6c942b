public import Coaching

/// Reads decks: `deck.toml` and `tips.toml` for the structure, a file for each language's wording.
///
/// The frames of pages and messages stand apart from the words of what is answered, in a file such
/// as `en-frames.toml`: to record an answer takes three, and these stand with the words.
///
/// Tips may stand in `deck.toml` or `tips.toml`; where a deck has nothing else, only a `tips.toml`,
/// it says nothing that an answer needs, and not a byte of it is read until a tip is asked for.
public struct DeckReader {
  private let directory: String
  private let language: Language
  private let files: DeckFiles

  /// A reader of one deck.
  ///
  /// - Parameters:
  ///   - directory: Where `deck.toml` or `tips.toml` is.
  ///   - language: The person's language; a deck that lacks it is read in the first it has.
  public init(directory: String, language: Language) {
    self.init(directory: directory, language: language, files: DeckFiles())
  }

  init(directory: String, language: Language, files: DeckFiles) {
    self.directory = directory
    self.language = language
    self.files = files
  }

  /// The deck's tips, questions, cues and frames.
  ///
  /// - Parameter extent: How much of it.
  /// - Returns: What the deck has.
  /// - Throws: When a file is missing or unreadable, or anything in it cannot be meant.
  public func read(
    _ extent: Configuration.ReadScope = .everything
  )
    throws(ConfigurationError) -> Teaching
  {
    guard let structure = try files.document("\(directory)/deck.toml")?.top else {
      guard files.exists("\(directory)/tips.toml") else { throw missing("deck.toml") }
      return extent == .everything ? try readTipsAlone() : Teaching()
    }
    try structure.allow(["name", "tip", "question", "cue", "check", "note"])
    let document = try wordingDocument()
    let wording = document.top
    try wording.allow([
      "language", "tip", "arc", "question", "cue", "check", "note", "slot", "answers", "phrase",
      "role",
    ])
    var teaching = Teaching(phrases: try phrases(in: wording))
    if case .answer(let id) = extent {
      teaching.questions = try alone(id, structure, wording)
      return teaching
    }
    teaching.phrases.pageFrames = try frames(beside: document)
    if extent == .everything {
      try add(try structure.sections("tip"), wording, to: &teaching)
      try addTips(wording, to: &teaching)
      teaching.people = try people(in: wording)
    }
    try add(structure, wording, to: &teaching)
    return teaching
  }

  /// What is asked and said beside the tips.
  private func add(
    _ structure: TOMLTable,
    _ wording: TOMLTable,
    to teaching: inout Teaching
  ) throws(ConfigurationError) {
    let frames = try readChecks(structure, wording, into: &teaching)
    var names = Set(teaching.items)
    let questions = try wording.section("question")
    for section in try structure.sections("question") {
      let question = try question(section, questions, frames)
      try DeckReader.check(question.id, isNew: names.insert(question.id).inserted, section)
      teaching.questions.append(question)
    }
    let cues = try wording.section("cue")
    for section in try structure.sections("cue") {
      let cue = try cue(section, cues)
      try DeckReader.check(cue.id, isNew: names.insert(cue.id).inserted, section)
      teaching.cues.append(cue)
    }
    let notes = try wording.section("note")
    var kinds: Set<String> = []
    for section in try structure.sections("note") {
      let note = try note(section, notes)
      try DeckReader.check(note.id, isNew: kinds.insert(note.id).inserted, section)
      teaching.notes.append(note)
    }
    for (cue, section) in zip(teaching.cues, try structure.sections("cue")) {
      for kind in cue.notes where teaching.note(kind) == nil {
        throw section.refusal("notes", "this deck has no kind of note “\(kind.printable)”")
      }
    }
  }

  /// A question that takes no more than itself to be answered; none where this deck has none.
  private func alone(
    _ id: String,
    _ structure: TOMLTable,
    _ wording: TOMLTable
  ) throws(ConfigurationError) -> [Question] {
    for section in try structure.sections("question") where try section.text("id") == id {
      guard !section.has("check") else { return [] }
      let question = try question(section, try wording.section("question"), [])
      return question.standsAlone ? [question] : []
    }
    return []
  }

  /// A deck without `deck.toml`, whose wording has nothing but tips.
  private func readTipsAlone() throws(ConfigurationError) -> Teaching {
    let wording = try wordingDocument().top
    let others = ["question", "cue", "note", "slot", "answers", "phrase"]
    for key in wording.keys where others.contains(key) {
      throw wording.refusal(
        key,
        "[\(key)] belongs to a deck with a deck.toml; this one has tips only"
      )
    }
    try wording.allow(["language", "tip", "arc"])
    var teaching = Teaching()
    try addTips(wording, to: &teaching)
    return teaching
  }

  private func addTips(
    _ wording: TOMLTable,
    to teaching: inout Teaching
  ) throws(ConfigurationError) {
    guard let structure = try files.document("\(directory)/tips.toml")?.top else { return }
    try structure.allow(["name", "tip", "arc"])
    try add(try structure.sections("tip"), wording, to: &teaching)
    try addArcs(structure, wording, to: &teaching)
  }

  private func add(
    _ sections: [TOMLTable],
    _ wording: TOMLTable,
    to teaching: inout Teaching
  ) throws(ConfigurationError) {
    let wordings = try wording.section("tip")
    var names = Set(teaching.tips.map(\.id))
    for section in sections {
      let tip = try tip(section, wordings)
      try DeckReader.check(tip.id, isNew: names.insert(tip.id).inserted, section)
      teaching.tips.append(tip)
    }
  }

  // MARK: - Files

  private func missing(_ name: String) -> ConfigurationError {
    let help = "a deck is a directory with deck.toml or tips.toml, and en.toml"
    let message = "this deck has no \(name); \(help)"
    return ConfigurationError(file: "\(directory)/\(name)", line: nil, message: message)
  }

  private func wordingDocument() throws(ConfigurationError) -> Document {
    let others = Language.allCases.filter { $0 != language }
    for language in [language] + others {
      if let document = try files.document("\(directory)/\(language.rawValue).toml") {
        return document
      }
    }
    throw missing("\(language.rawValue).toml")
  }

  // MARK: - Parts

  private func tip(_ section: TOMLTable, _ wordings: TOMLTable) throws(ConfigurationError) -> Tip {
    try section.allow(TipReader.deckKeys)
    let id = try section.needed(.id)
    let words = try wording(of: id, in: wordings, section)
    try words.allow(TipReader.words)
    let wording = Tip.Wording(
      title: try words.needed(.title),
      action: try words.needed(.action),
      why: try words.needed(.why),
      short: try words.needed(.short),
      ask: try words.needed(.ask),
      tell: try words.text("tell") ?? ""
    )
    return try TipReader.tip(section, wording: wording)
  }

  /// The names of a kind, for a refusal.
  func oneOf<Kind>(_ kind: Kind.Type) -> String
  where Kind: CaseIterable & RawRepresentable<String> {
    "one of \(kind.allCases.map(\.rawValue).joined(separator: ", "))"
  }

  private func question(
    _ section: TOMLTable,
    _ wordings: TOMLTable,
    _ frames: [CheckFrame]
  ) throws(ConfigurationError)
    -> Question
  {
    try section.allow([
      "id", "rows", "answer", "better", "about", "backfill", "every", "stays", "roles",
      "optional", "check", "leads", "also", "step",
    ])
    let id = try section.needed(.id)
    let words = try wording(of: id, in: wordings, section)
    try words.allow(["title", "ask", "hint", "reply", "tags"])
    let replies = try words.section("reply")
    guard let kind = try section.read("answer", oneOf(AnswerKind.self), AnswerKind.init) else {
      let missing = NeededKey.answer.missing(taking: oneOf(AnswerKind.self))
      throw section.refusal("answer", missing)
    }
    var question = Question(
      id: id,
      rows: try section.texts("rows") ?? [],
      kind: kind,
      better: try section.read("better", oneOf(Question.Polarity.self), Question.Polarity.init)
        ?? .more,
      about: try section.read("about", oneOf(Question.Subject.self), Question.Subject.init) ?? .day,
      backfillDays: try DeckReader.days("backfill", 0...3660, section)
        ?? Question.usualBackfillDays,
      wording: Question.Wording(
        title: try words.needed(.title),
        ask: try words.needed(.ask),
        hint: try words.text("hint") ?? kind.accepts,
        replies: try pairs(replies)
      )
    )
    question.wording.tags = try pairs(try words.section("tags"))
    try DeckReader.readAsking(of: &question, section)
    try DeckReader.join(&question, frames, section)
    return question
  }

  /// How often a question is asked, and of whom.
  static func readAsking(
    of question: inout Question,
    _ section: TOMLTable
  ) throws(ConfigurationError) {
    question.every = try section.read("every", SettingSyntax.cadence, Cadence.init)
    question.stays = try days("stays", Question.stayDays, section) ?? 0
    question.step = try TipReader.step(section)
    question.roles = try section.some("roles") ?? []
    question.isOptional = try section.truth("optional") ?? false
    question.also = try section.one("also")
  }

  private static func days(
    _ key: String,
    _ range: ClosedRange<Int>,
    _ section: TOMLTable
  ) throws(ConfigurationError) -> Int? {
    guard let days = try section.integer(key) else { return nil }
    guard range.contains(days) else {
      let limits = "\(range.lowerBound) to \(range.upperBound)"
      throw section.refusal(key, "“\(key)” is days, \(limits), not \(days)")
    }
    return days
  }

  private func phrases(in wording: TOMLTable) throws(ConfigurationError) -> Phrases {
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

  /// The frames that an answer does without.
  private func frames(
    beside wording: Document
  ) throws(ConfigurationError) -> [(name: String, text: String)] {
    let path = "\(wording.file.dropLast(".toml".count))-frames.toml"
    guard let section = try files.document(path)?.top else { return [] }
    try section.allow(["phrase"])
    return try pairs(try section.section("phrase")).map { ($0.key, $0.text) }
  }

  /// The wordings of a key that is there: one text, or a list of some.
  func texts(
    of key: String,
    in section: TOMLTable
  ) throws(ConfigurationError) -> [String] {
    let texts = try section.textOrTexts(key) ?? []
    if texts.isEmpty { throw section.refusal(key, "“\(key)” needs one wording at least") }
    return texts
  }

  /// Names with their texts; a name of several wordings stands before each of them.
  func pairs(_ section: TOMLTable) throws(ConfigurationError) -> [(key: String, text: String)] {
    var pairs: [(key: String, text: String)] = []
    for key in section.keys {
      for text in try texts(of: key, in: section) { pairs.append((key, text)) }
    }
    return pairs
  }

  /// The wording of a part; a part without words in a language is refused where it is defined.
  func wording(
    of id: String,
    in wordings: TOMLTable,
    _ section: TOMLTable
  )
    throws(ConfigurationError) -> TOMLTable
  {
    guard wordings.has(id) else {
      let table = (wordings.path + [id]).joined(separator: ".")
      throw section.refusal("id", "“\(id)” has no [\(table)] in \(wordings.document.file)")
    }
    return try wordings.section(id)
  }

  static func check(_ id: String, isNew: Bool, _ section: TOMLTable) throws(ConfigurationError) {
    guard SettingSyntax.isName(id) else {
      throw section.refusal("id", "an id is of a–z, 0–9 and “-”, not “\(id.printable)”")
    }
    if !isNew { throw section.refusal("id", "“\(id)” is there twice") }
  }
}

extension Question {
  /// Whether it takes no more than itself to be answered.
  fileprivate var standsAlone: Bool {
    // The ends of a night are answers to other questions.
    check == nil && kind != .stretches && [.day, .eveningBefore].contains(about)
  }
}

extension Teaching {
  /// What it takes to record an answer to a question, where that is no more than itself.
  func alone(_ id: String) -> Teaching? {
    guard let question = question(id), question.standsAlone else { return nil }
    return Teaching(questions: [question], phrases: phrases)
  }
}
