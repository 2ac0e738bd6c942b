package import Coaching

/// A tip that was told, and what the person said became of it.
package struct TriedTip: Equatable {
  package var day: CivilDate
  package var tip: Tip
  package var answer: Answer
  /// What the person wrote beside the answer.
  package var note: String?
  /// Whether they called it of use.
  package var isUseful: Bool

  /// What they wrote, whole; nil where they wrote nothing.
  package var words: String? {
    if case .text(let text) = answer { return text }
    return note
  }
}

extension Workspace {
  /// Up to how many days are looked through for tips: a month; of a year there would be too many to
  /// read.
  private static let triedDays = 31
  /// How many of them are named at most, the latest: more is a list, and no look back.
  private static let triedCount = 5

  /// The tips of some days of which the person said what became of them, the latest first.
  ///
  /// - Parameters:
  ///   - first: The first day.
  ///   - last: The last.
  /// - Returns: A few of them; none where the days are many.
  /// - Throws: When the ledger cannot be read.
  func triedTips(
    from first: CivilDate,
    through last: CivilDate
  ) throws(CommandError) -> [TriedTip] {
    let count = first.days(until: last) + 1
    return count <= Self.triedDays ? try triedTips(in: first...last, atMost: Self.triedCount) : []
  }

  /// The tips of some days of which the person said what became of them, the latest first.
  ///
  /// - Parameters:
  ///   - days: The days.
  ///   - most: How many are named at most: of many those that were of use, or that something was
  ///     written about.
  /// - Returns: They.
  /// - Throws: When the ledger cannot be read.
  package func triedTips(
    in days: ClosedRange<CivilDate>,
    atMost most: Int
  ) throws(CommandError) -> [TriedTip] {
    let (count, last) = (days.lowerBound.days(until: days.upperBound) + 1, days.upperBound)
    let answers = try answersAboutTips(in: days)
    if answers.isEmpty { return [] }
    // A look back does without the tips, but for these.
    let whole = try whole()
    let useful = try whole.coach(around: last).verdicts.filter { $0.rating == .useful }
    let told = try ledger.told(from: days.lowerBound, through: last)
    let tried = answers.compactMap { given -> TriedTip? in
      let name = told.first { $0.day == given.day }?.tip
      guard let tip = name.flatMap(whole.teaching.tip) else { return nil }
      return TriedTip(
        day: given.day,
        tip: tip,
        answer: given.answered.answer,
        note: given.answered.note,
        isUseful: useful.contains { $0.tip == tip.id && $0.day >= given.day }
      )
    }
    guard tried.count > most else { return tried }
    let telling = tried.filter { $0.isUseful || $0.words != nil }
    return Array((count > Self.triedDays ? telling : tried).prefix(most))
  }

  /// The last answer of each of some days about its tip, the latest day first; none where there was
  /// no occasion.
  private func answersAboutTips(
    in days: ClosedRange<CivilDate>
  ) throws(CommandError) -> [Coach.Given] {
    let asks = teaching.questions.filter { $0.about == .tip }.map(\.id)
    let facts = try ledger.answers(to: asks, from: days.lowerBound, through: days.upperBound)
    var given: [Coach.Given] = []
    for fact in facts.sorted(by: { ($0.day, $0.sequence) < ($1.day, $1.sequence) }) {
      guard case .answered(let answered) = fact.event else { continue }
      if given.last?.day == fact.day { given.removeLast() }
      given.append(Coach.Given(fact: fact, answered: answered))
    }
    return given.filter { $0.answered.answer != .noOccasion }.reversed()
  }
}

/// An arc that the person wanted, and what they wrote when it was over.
package struct ToldArc: Equatable {
  /// The day of the yes.
  package var day: CivilDate
  package var arc: Arc
  /// What they wrote, whole; nil where they wrote nothing.
  package var words: String?
}

extension Workspace {
  /// The arcs that the person said yes to on some days, or looked back on, the latest first.
  ///
  /// - Parameters:
  ///   - first: The first day.
  ///   - last: The last.
  /// - Returns: The arcs.
  /// - Throws: When the ledger cannot be read.
  func toldArcs(
    from first: CivilDate,
    through last: CivilDate
  ) throws(CommandError) -> [ToldArc] {
    let asks = teaching.questions.filter { $0.about == .arc || $0.about == .arcBack }.map(\.id)
    let facts = try ledger.answers(to: asks, from: first, through: last)
    if facts.isEmpty { return [] }
    let arcs = try whole().teaching
    var told: [ToldArc] = []
    for fact in facts {
      guard case .answered(let answered) = fact.event, let name = answered.about,
        let arc = arcs.arc(name)
      else { continue }
      let known = told.firstIndex { $0.arc.id == name }
      switch answered.answer {
      case .yesNo(true) where known == nil: told.append(ToldArc(day: fact.day, arc: arc))
      // Who left it on the way did not want it, and what was taken back is not among the answers.
      case .yesNo(false): known.map { _ = told.remove(at: $0) }
      case .text(let text):
        let place = known ?? told.count
        if known == nil { told.append(ToldArc(day: fact.day, arc: arc)) }
        told[place].words = text
      default: break
      }
    }
    return told.reversed()
  }
}
