import Coaching

/// What the study found, one line a figure.
struct StudyTable {
  let text: String

  init(_ lives: [StudiedYears], _ decks: [(name: String, tips: Set<String>)]) throws {
    let all = lives.flatMap(\.mornings)
    let share = { (isMeant: (StudiedYears.Morning) -> Bool) in
      StudyTable.percent(all.filter(isMeant).count, of: all.count)
    }
    var rows: [(String, String)] = [("persons", String(lives.count))]
    let distinct = lives.map { Set($0.mornings.prefix(365).map(\.tip.id)).count }.sorted()
    rows.append(("distinct tips in a year, least to most", StudyTable.range(distinct)))
    let repeats = lives.map { life in life.repeats(within: 120) }.reduce(0, +)
    rows.append(("repeats within 120 days", String(repeats)))
    let clock = lives.map { Int(1000 * $0.autocorrelation(at: 28)) }.sorted()
    rows.append(("circles again after 28 days, in thousandths", StudyTable.range(clock)))
    for deck in decks where !deck.tips.isEmpty {
      let isMeant = { (morning: StudiedYears.Morning) in deck.tips.contains(morning.tip.id) }
      let each = lives.map { 100 * $0.count(isMeant) / max(1, $0.mornings.count) }.sorted()
      let spread = "of one person \(StudyTable.range(each))"
      rows.append(("deck \(deck.name)", "\(share(isMeant)), \(spread)"))
    }
    for (name, claim) in StudyTable.claims { rows.append((name, share { claim($0.claim) })) }
    rows.append(("about a circle", share { $0.tip.circle != nil }))
    rows += StudyTable.forms.map { name, isMeant in ("form: \(name)", share(isMeant)) }
    let untrue = lives.map { $0.untrueReasons.count }.reduce(0, +)
    let given = all.map(\.reasons.count).reduce(0, +)
    rows.append(("reasons that are not true", "\(untrue) of \(given)"))
    let width = rows.map(\.0.count).max() ?? 0
    text = rows.map { name, value in
      name + String(repeating: " ", count: width - name.count + 2) + value
    }.joined(separator: "\n")
  }

  private static var claims: [(String, (TipPriority) -> Bool)] {
    [
      ("following an answer", { if case .followUp = $0 { true } else { false } }),
      ("an obstacle's series", { if case .obstacle = $0 { true } else { false } }),
      ("a circle's turn", { if case .circle = $0 { true } else { false } }),
      ("a step's turn", { if case .step = $0 { true } else { false } }),
      ("off-hours or an extra's turn", { $0 == .offHours || $0 == .extra }),
      ("a part of an arc", { if case .arc = $0 { true } else { false } }),
      ("the rotation", { $0 == .rotation }),
    ]
  }

  private static var forms: [(String, (StudiedYears.Morning) -> Bool)] {
    [
      ("asks yes or no", { $0.tip.answer == .yesNo }),
      ("asks a count", { $0.tip.answer == .count }),
      ("asks a scale", { $0.tip.answer == .scale }), ("asks for words", { $0.tip.answer == .text }),
      ("asks for a time", { $0.tip.answer == .timeOfDay }),
      ("asks how it went", { $0.tip.answer == .outcome }),
      ("tells a story", { !$0.tip.wording.tell.isEmpty }),
      ("asked about another day", { $0.tip.asked != nil }),
    ]
  }

  private static func percent(_ count: Int, of all: Int) -> String {
    "\((1000 * count / max(1, all) + 5) / 10) %"
  }

  private static func range(_ sorted: [Int]) -> String {
    guard let first = sorted.first, let last = sorted.last else { return "–" }
    return "\(first), \(sorted[sorted.count / 2]), \(last)"
  }
}

extension StudiedYears {
  /// How many mornings had a tip that was told less than so many days before.
  fileprivate func repeats(within days: Int) -> Int {
    var last: [String: Int] = [:]
    var count = 0
    for morning in mornings {
      if let before = last[morning.tip.id], morning.day - before < days { count += 1 }
      last[morning.tip.id] = morning.day
    }
    return count
  }
}
