import Coaching

/// Reads a tip: its structure from one table, its wording from the same or another.
enum TipReader {
  static let keys = [
    "id", "rows", "step", "obstacle", "guards", "kind", "systems", "level", "roles", "circle",
    "reading", "answer", "better", "follows", "once", "like", "at", "asked",
  ]
  /// What a tip of a deck may have besides: there arcs are, of which it is a part.
  static let deckKeys = keys + ["within"]
  static let words = ["title", "action", "why", "short", "ask", "tell"]

  /// The tip of a table.
  static func tip(
    _ section: TOMLTable,
    wording: Tip.Wording
  ) throws(ConfigurationError) -> Tip {
    let level = try section.integer("level") ?? 1
    guard Tip.levels.contains(level) else {
      throw section.refusal("level", "there is no level \(level); there are 1 to 3")
    }
    var tip = Tip(
      id: try section.needed(.id),
      rows: try section.texts("rows") ?? [],
      part: try part(section),
      guards: try section.one("guards"),
      kind: try section.one("kind") ?? .regular,
      systems: try systems(section),
      level: level,
      roles: try section.some("roles") ?? [],
      circle: try section.one("circle"),
      origin: try section.truth("reading") == true ? .ownReading : .documents,
      answer: try section.one("answer") ?? .yesNo,
      better: try section.one("better") ?? .more,
      wording: wording
    )
    tip.follows = try section.some("follows") ?? []
    tip.once = try section.one("once")
    tip.ideas = try ideas(section)
    tip.place = try section.one("at")
    tip.asked = try section.one("asked")
    tip.arc = try section.text("within")
    return tip
  }

  private static func ideas(_ section: TOMLTable) throws(ConfigurationError) -> [String] {
    let ideas = try section.texts("like") ?? []
    for idea in ideas where !SettingSyntax.isName(idea) {
      throw section.refusal(
        "like",
        "an idea's name is of a–z, 0–9 and “-”, not “\(idea.printable)”"
      )
    }
    return ideas
  }

  private static func systems(_ section: TOMLTable) throws(ConfigurationError) -> [String] {
    let systems = try section.texts("systems") ?? []
    for system in systems {
      guard system.hasPrefix("S"), let number = Int(system.dropFirst()), (1...18).contains(number)
      else {
        throw section.refusal("systems", "there is no system “\(system.printable)”; S1 to S18")
      }
    }
    return systems
  }

  /// The step of the programme that a tip, a question or a cue belongs to.
  static func step(_ section: TOMLTable) throws(ConfigurationError) -> Int? {
    guard let step = try section.integer("step") else { return nil }
    guard Programme.steps.contains(step) else {
      throw section.refusal("step", "there is no step \(step); the programme has 1 to 4")
    }
    return step
  }

  /// One of the five obstacles by its number; nil where none is named.
  static func obstacle(_ section: TOMLTable) throws(ConfigurationError) -> Int? {
    guard let obstacle = try section.integer("obstacle") else { return nil }
    guard (1...5).contains(obstacle) else {
      throw section.refusal("obstacle", "there is no obstacle \(obstacle); there are 1 to 5")
    }
    return obstacle
  }

  private static func part(_ section: TOMLTable) throws(ConfigurationError) -> Tip.Part? {
    let step = try step(section)
    let obstacle = try obstacle(section)
    if step != nil, obstacle != nil {
      throw section.refusal("obstacle", "a tip serves a step or an obstacle, not both")
    }
    return step.map(Tip.Part.step) ?? obstacle.map(Tip.Part.obstacle)
  }
}

extension TOMLTable {
  /// One of a few words; nil when the key is absent.
  func one<Word: CaseIterable & RawRepresentable<String>>(
    _ key: String
  ) throws(ConfigurationError) -> Word? {
    guard let text = try text(key) else { return nil }
    return try word(text, key)
  }

  /// Some of a few words; nil when the key is absent.
  func some<Word: CaseIterable & RawRepresentable<String>>(
    _ key: String
  ) throws(ConfigurationError) -> [Word]? {
    guard let texts = try texts(key) else { return nil }
    var words: [Word] = []
    for text in texts { words.append(try word(text, key)) }
    return words
  }

  private func word<Word: CaseIterable & RawRepresentable<String>>(
    _ text: String,
    _ key: String
  ) throws(ConfigurationError) -> Word {
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw refusal(key, "“\(text.printable)” is not one of \(known)")
  }
}
