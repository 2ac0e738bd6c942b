/// Why a tip was chosen, as far as it can be said in a sentence.
public enum Reason: Equatable, Sendable {
  case claim(TipPriority)
  /// A question of a self-check, by what it is called, and where it stood.
  case check(String, TipPriority.Side)
  /// It is a part of an arc, by what that is called.
  case arc(String)
  /// Tips on its theme were called useful so many times in so many.
  case learned(useful: Int, of: Int)
  /// Answers of the last days named its theme.
  case needed
  case new
  case restedDays(Int)
  case freeChoice
}

extension Coach {
  /// Why a tip was chosen: what had the first word, and the largest terms that stand out.
  public func reasons(for chosen: TipChosen, on day: CivilDate, from teaching: Teaching) -> [Reason]
  {
    let claim: [Reason] =
      switch chosen.claim {
      case .rotation, .another: []
      case .check(let question, let side):
        [.check(teaching.question(question)?.wording.title ?? question, side)]
      case .arc(let id): [.arc(teaching.arc(id)?.wording.title ?? id)]
      default: [.claim(chosen.claim)]
      }
    let rows = chosen.rows
    guard let row = rows.first(where: { $0.tip == chosen.tip }), rows.count > 1 else {
      return claim.isEmpty ? [rest(of: chosen.tip, before: day)] : claim
    }
    let count = Double(rows.count)
    let mean = { (term: (TipChosen.Row) -> Double) in rows.map(term).reduce(0, +) / count }
    let terms: [(excess: Double, reason: Reason?)] = [
      (row.need - mean(\.need), .needed),
      (row.learned - mean(\.learned), learnedReason(for: chosen.tip, from: teaching)),
      (mean(\.repetition) - row.repetition, rest(of: chosen.tip, before: day)),
    ]
    let largest = terms.filter { $0.excess > Selector.Constants().temperature }
      .sorted { $0.excess > $1.excess }.prefix(2).compactMap(\.reason)
    if !(claim + largest).isEmpty { return claim + largest }
    if isFree(row, among: rows) { return [.freeChoice] }
    return [rest(of: chosen.tip, before: day)]
  }

  /// Whether it came by the share of free choice alone: without that it would hardly have come.
  ///
  /// What all had the same chance of is no free choice, but an even one.
  private func isFree(_ row: TipChosen.Row, among rows: [TipChosen.Row]) -> Bool {
    let constants = Selector.Constants()
    let free = constants.freeShare / Double(rows.count)
    return row.probability < 2 * free
  }

  private func learnedReason(for tip: String, from teaching: Teaching) -> Reason? {
    guard let theme = teaching.tip(tip)?.theme else { return nil }
    let ratings = verdicts.filter { teaching.tip($0.tip)?.theme == theme }.map(\.rating)
    if ratings.isEmpty { return nil }
    return .learned(useful: ratings.filter { $0 == .useful }.count, of: ratings.count)
  }

  private func rest(of tip: String, before day: CivilDate) -> Reason {
    let last = told.filter { $0.tip == tip && $0.day < day }.map(\.day).max()
    return last.map { .restedDays(day.dayNumber - $0.dayNumber) } ?? .new
  }
}
