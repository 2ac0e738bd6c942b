package import Coaching
package import Configuration

/// What a person says about a tip.
package enum TipOpinion: String, CaseIterable, Sendable {
  case useful
  case notForMe = "not-for-me"
  case mute
  case unmute
}

extension Workspace {
  /// The tip of the day; asking for it makes it that.
  ///
  /// - Parameter goesOn: Gets what kept it from being written down as that; nil to throw it.
  /// - Returns: The tip.
  /// - Throws: When there is none, or the ledger cannot be read.
  package func todaysTip(
    unkept goesOn: ((CommandError) -> Void)? = nil
  ) throws(CommandError) -> Tip {
    let coach = try coach()
    if let told = coach.tipTold(on: today).flatMap(teaching.tip) { return told }
    guard let decision = coach.decision(on: today, for: context) else {
      throw CommandError(.unavailable, "tip-none", ("list", deckNames))
    }
    do {
      try tell(decision)
    } catch  where error.kind == .inputOutput && goesOn != nil {
      goesOn?(error)
    }
    return decision.tip
  }

  /// One more tip for today, never the same.
  package func anotherTip() throws(CommandError) -> Tip {
    _ = try todaysTip()
    guard let decision = try coach().anotherDecision(on: today, for: context) else {
      throw CommandError(.unavailable, "tip-no-other")
    }
    try tell(decision)
    return decision.tip
  }

  private func tell(_ decision: TipDecision) throws(CommandError) {
    let events: [Event] = [.chosen(decision.chosen), .told(tip: decision.tip.id)]
    try record(events.map { draft($0, on: today) })
  }

  /// Writes down what the person says about a tip.
  ///
  /// - Parameters:
  ///   - opinion: What they say.
  ///   - id: The tip; nil for the one that was told last today.
  /// - Returns: The tip.
  /// - Throws: When there is no such tip, or none was told today.
  package func say(_ opinion: TipOpinion, about id: String?) throws(CommandError) -> Tip {
    let told = try coach().lastTipTold(on: today)
    guard let name = id ?? told else {
      throw CommandError(.usage, "tip-not-told")
    }
    guard let tip = teaching.tip(name) ?? teaching.tipCalled(name) else {
      let titles = teaching.tips.map(\.id) + teaching.tips.map(\.wording.title)
      let near = nearest(to: name, among: titles).map { Saying("offer-near", ("name", $0)) }
      throw CommandError(.data, Suggestions.unknown(.tip, name, near ?? Saying("tips-list")))
    }
    switch opinion {
    case .useful: try record(.rated(tip: tip.id, .useful), on: today)
    case .notForMe: try record(.rated(tip: tip.id, .notForMe), on: today)
    case .mute: try record(.muted(tip: tip.id), on: today)
    case .unmute: try record(.unmuted(tip: tip.id), on: today)
    }
    return tip
  }

  /// The tips that are as wanted, and have all words in what they say.
  package func tips(_ wanted: TipQuery) throws(CommandError) -> [Tip] {
    let obstacle = try wanted.obstacle.map { text throws(CommandError) in
      try self.obstacle(named: text).rawValue
    }
    let systems = (1...18).map { "S\($0)" }
    let system = try known(wanted.system?.uppercased(), .system, systems)
    let rows = wanted.row == nil ? [] : try teachingRows()
    let row = try known(wanted.row?.uppercased(), .row, rows)
    if let step = wanted.step, !Programme.steps.contains(step) {
      throw CommandError(.data, "step-unknown", ("step", step))
    }
    let circle: Tip.Circle? = try named(wanted.circle, .circle) { phrases.name(of: $0) }
    let role: Tip.Role? = try word(wanted.role, .role, .role)
    let kind: Tip.Kind? = try word(wanted.kind, .kind, .kind)
    let words = wanted.words.map { $0.lowercased() }
    return teaching.tips.filter { tip in
      (circle == nil || tip.circle == circle) && (kind == nil || tip.kind == kind)
        && (role.map { tip.roles.contains($0) } ?? true)
        && (system.map { tip.systems.contains($0) } ?? true)
        && (row.map { tip.rows.contains($0) } ?? true)
        && (obstacle.map { tip.part == .obstacle($0) } ?? true)
        && (wanted.step.map { tip.part == .step($0) } ?? true)
        && words.allSatisfy { tip.says($0) }
    }
  }

  private func word<Word: CaseIterable & RawRepresentable<String>>(
    _ text: String?,
    _ what: Suggestions.Thing,
    _ table: Lexicon.Table
  ) throws(CommandError) -> Word? {
    guard let text else { return nil }
    if let word = Word(rawValue: text) { return word }
    if let meant = try lexicon.meaning(of: text, in: table).flatMap(Word.init) { return meant }
    return try known(text, what, Word.allCases.map(\.rawValue)).flatMap(Word.init)
  }

  /// One of a few things by its name, or by what it is called.
  private func named<Word: CaseIterable & RawRepresentable<String>>(
    _ text: String?,
    _ what: Suggestions.Thing,
    _ title: (Word) -> String
  ) throws(CommandError) -> Word? {
    guard let text else { return nil }
    let names = Word.allCases.map { Name($0.rawValue, title($0)) }
    if let found = try Suggestions.only(what, text, among: names) { return Word(rawValue: found) }
    throw CommandError(.data, Suggestions.unknown(what, text, among: names))
  }

  /// The decks that are read.
  var deckNames: Saying { .list(configuration.settings.decks.map(\.saying)) }

  /// A name that there is; nil where none was typed.
  private func known(
    _ text: String?,
    _ what: Suggestions.Thing,
    _ known: [String]
  ) throws(CommandError) -> String? {
    guard let text, !known.contains(text) else { return text }
    throw CommandError(.data, Suggestions.unknown(what, text, among: known))
  }

  /// Which of some tips rest on each row of the teachings.
  package func rows(under tips: [Tip]) throws(CommandError) -> [TaughtRow] {
    try teachingRows().map { row in
      TaughtRow(row: row, tips: tips.filter { $0.rows.contains(row) }.map(\.id))
    }
  }

  /// The rows of the teachings.
  package func teachingRows() throws(CommandError) -> [String] {
    try sources(in: .english).map(\.row)
  }

  /// Where the documents teach some rows, in the language of the teaching.
  package func sources(of rows: [String]) throws(CommandError) -> [Source] {
    let sources = try sources(in: configuration.language)
    return rows.compactMap { row in sources.first { $0.row == row } }
  }

  private func sources(in language: Language) throws(CommandError) -> [Source] {
    do {
      return try ReferenceTexts.sources("\(paths.library)/sources.toml", in: language)
    } catch {
      throw CommandError(error)
    }
  }
}

/// A row of the teachings, and what rests on it.
package struct TaughtRow: Equatable {
  package var row: String
  package var tips: [String]
}

/// Which tips are wanted; what is nil is wanted however it is.
package struct TipQuery {
  /// Words that a tip is to have.
  package var words: [String]
  /// A system of the teachings, S1 to S18.
  package var system: String?
  package var circle: String?
  /// One of the five obstacles, by number or name.
  package var obstacle: String?
  /// One of the four steps.
  package var step: Int?
  package var role: String?
  package var kind: String?
  /// A row of the teachings, such as E08.
  package var row: String?

  package init(words: [String] = []) { self.words = words }
}

extension Teaching {
  /// The tip of a title, as it is shown.
  fileprivate func tipCalled(_ title: String) -> Tip? {
    let wanted = Lexicon.compared(title)
    if wanted.isEmpty { return nil }
    let called = tips.filter { Lexicon.compared($0.wording.title) == wanted }
    return called.count == 1 ? called[0] : nil
  }
}

extension Tip {
  /// Whether a word, in lower case, is in anything that it says.
  fileprivate func says(_ word: String) -> Bool {
    let texts = [id, wording.title, wording.action, wording.why, wording.short, wording.ask]
    return texts.contains { $0.mentions(word) }
  }
}
