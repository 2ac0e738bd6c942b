/// A tip chosen for a day, and all that was weighed.
public struct TipDecision: Equatable, Sendable {
  public var tip: Tip
  public var day: CivilDate
  /// What it was chosen for: part of what is drawn from.
  public var slot: String
  public var draw: Double
  public var constants: Selector.Constants
  public var claim: TipPriority
  /// In the order of their identifiers.
  public var candidates: [Selector.Candidate]

  /// The tip of the day, whichever prompt or command asks for it first.
  public static let tipSlot = "tip"

  /// The decision as it is written down.
  public var chosen: TipChosen {
    TipChosen(
      tip: tip.id,
      slot: slot,
      draw: draw,
      constants: constants.version,
      claim: claim,
      table: TipChosen.table(of: candidates)
    )
  }
}

extension Coach {
  /// The tip of a civil day: the one told on it, else the one that would be.
  public func tip(of day: CivilDate, for context: PlanningContext) -> Tip? {
    if let told = tipTold(on: day).flatMap(context.teaching.tip) { return told }
    return decision(on: day, for: context)?.tip
  }

  /// Chooses the tip of a civil day.
  ///
  /// - Parameters:
  ///   - day: The civil day.
  ///   - context: What there is to choose from, and for whom.
  /// - Returns: The decision; nil when no tip fits.
  public func decision(on day: CivilDate, for context: PlanningContext) -> TipDecision? {
    let priorities = TipPriorities(self, on: day, for: context)
    // Nothing comes between the parts of what was announced.
    if let next = priorities.nextPart {
      return decide(priorities, .arc(next.arc), among: [next.place], for: TipDecision.tipSlot)
    }
    let eligible = priorities.eligible
    for rule in TipRule.inOrder {
      for priority in rule.asks(priorities, eligible) {
        if priority.isCall, !rule.isGuard, priorities.hadEnoughCalls { continue }
        let places = rule.candidates(for: priority, on: priorities, among: eligible)
        if places.isEmpty { continue }
        return decide(priorities, priority, among: places, for: TipDecision.tipSlot)
      }
    }
    return nil
  }

  /// Chooses one more tip for a civil day, none that was told on it.
  public func anotherDecision(on day: CivilDate, for context: PlanningContext) -> TipDecision? {
    let priorities = TipPriorities(self, on: day, for: context)
    let told = told.filter { $0.day == day }.map(\.tip)
    // Away from work one light tip is enough.
    let isLight = priorities.hadOffHours
    let eligible = priorities.eligible.filter { place in
      let tip = priorities.tips[place]
      return !told.contains(tip.id) && !(isLight && tip.kind == .offHours)
    }
    let places = TipRule.rotation.candidates(for: .another, on: priorities, among: eligible)
    return decide(priorities, .another, among: places, for: "another-\(told.count)")
  }

  private func decide(
    _ priorities: TipPriorities,
    _ priority: TipPriority,
    among places: [Int],
    for slot: String
  ) -> TipDecision? {
    let selector = Selector()
    let draw = SeededDraw.unit("\(seed ?? "")|\(priorities.day)|\(slot)")
    let choice = selector.choose(
      among: priorities.items,
      eligible: places,
      verdicts: verdicts,
      needs: priorities.needs,
      today: priorities.day,
      draw: draw
    )
    guard let choice, let tip = priorities.items.place(of: choice.candidates[choice.chosen].tip)
    else {
      return nil
    }
    return TipDecision(
      tip: priorities.tips[tip],
      day: priorities.day,
      slot: slot,
      draw: draw,
      constants: selector.constants,
      claim: priority,
      candidates: choice.candidates
    )
  }
}

// MARK: - The table

extension TipChosen {
  /// The candidates as they are written down: identifier, probability, learned, need, repetition.
  static func table(of candidates: [Selector.Candidate]) -> String {
    candidates.map { candidate in
      let terms = [candidate.learned, candidate.need, candidate.repetition]
      let numbers = ([candidate.probability] + terms).map(TipChosen.text)
      return ([candidate.tip] + numbers).joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// A candidate as it was written down; numbers are kept to a millionth.
  public struct Row: Equatable, Sendable {
    public var tip: String
    public var probability: Double
    public var learned: Double
    public var need: Double
    public var repetition: Double

    public var score: Double { learned + need - repetition }
  }

  public var rows: [Row] {
    table.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().compactMap { Double($0) }
      guard words.count == 5, numbers.count == 4 else { return nil }
      return Row(
        tip: String(words[0]),
        probability: numbers[0],
        learned: numbers[1],
        need: numbers[2],
        repetition: numbers[3]
      )
    }
  }

  /// A number to a millionth, without what it does not need.
  private static func text(_ number: Double) -> String {
    let millionths = Int((number * 1e6).rounded())
    if millionths == 0 { return "0" }
    let digits = String(abs(millionths) % 1_000_000)
    var fraction = String(repeating: "0", count: 6 - digits.count) + digits
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = "\(millionths < 0 ? "-" : "")\(abs(millionths) / 1_000_000)"
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }
}
