import Coaching

/// What the questions of a self-check share.
struct CheckFrame {
  var id: String
  var every: Cadence?
  var roles: [Tip.Role]
  var isOptional: Bool
  var hint: String
  var replies: [(key: String, text: String)]
}

extension DeckReader {
  /// Reads the self-checks of a deck, each with what its questions take from it.
  func readChecks(
    _ structure: TOMLTable,
    _ wording: TOMLTable,
    into teaching: inout Teaching
  ) throws(ConfigurationError) -> [CheckFrame] {
    var frames: [CheckFrame] = []
    let wordings = try wording.section("check")
    for section in try structure.sections("check") {
      try section.allow([
        "id", "rows", "every", "roles", "optional", "steers", "tips", "days", "others",
      ])
      let id = try section.needed(.id)
      try DeckReader.check(id, isNew: !teaching.items.contains(id), section)
      let words = try self.wording(of: id, in: wordings, section)
      try words.allow(["title", "ask", "hint", "reply"])
      teaching.checks.append(
        SelfCheck(
          id: id,
          rows: try section.texts("rows") ?? [],
          title: try words.needed(.title),
          ask: try words.needed(.ask),
          steering: try DeckReader.steering(section)
        )
      )
      frames.append(
        CheckFrame(
          id: id,
          every: try section.read("every", SettingSyntax.cadence, Cadence.init),
          roles: try section.some("roles") ?? [],
          isOptional: try section.truth("optional") ?? false,
          hint: try words.needed(.hint),
          replies: try pairs(try words.section("reply"))
        )
      )
    }
    return frames
  }

  private static func steering(
    _ section: TOMLTable
  ) throws(ConfigurationError) -> SelfCheck.Steering? {
    let way: SelfCheck.Steering.Way? = try section.one("steers")
    let numbers = try (section.integer("tips"), section.integer("days"), section.integer("others"))
    guard let way else {
      for key in ["tips", "days", "others"] where section.has(key) {
        throw section.refusal(key, "“\(key)” needs “steers”: highest or lowest")
      }
      return nil
    }
    let steering = SelfCheck.Steering(
      way: way,
      tips: numbers.0 ?? 1,
      days: numbers.1 ?? 7,
      others: numbers.2 ?? 0
    )
    let known = [("tips", steering.tips, 1...30), ("days", steering.days, 1...60)]
    for (key, number, range) in known + [("others", steering.others, 0...30)]
    where !range.contains(number) {
      let limits = "\(range.lowerBound) to \(range.upperBound)"
      throw section.refusal(key, "“\(key)” is from \(limits), not \(number)")
    }
    return steering
  }

  /// Makes a question one of its self-check, which says when and of whom it is asked.
  static func join(
    _ question: inout Question,
    _ frames: [CheckFrame],
    _ section: TOMLTable
  ) throws(ConfigurationError) {
    question.leads = try section.texts("leads") ?? []
    guard let name = try section.text("check") else { return }
    guard let frame = frames.first(where: { $0.id == name }) else {
      let known = frames.map(\.id).joined(separator: ", ")
      let message = "there is no self-check “\(name.printable)” in this deck; it has \(known)"
      throw section.refusal("check", message)
    }
    guard question.kind == .scale || question.kind == .count else {
      throw section.refusal("answer", "a question of a self-check takes a scale or a count")
    }
    question.check = name
    question.every = frame.every
    question.roles = frame.roles
    question.isOptional = frame.isOptional
    question.wording.hint = frame.hint
    if question.wording.replies.isEmpty { question.wording.replies = frame.replies }
  }
}
