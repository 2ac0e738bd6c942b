package import Coaching

extension Phrases {
  /// What a kind of answer is, in the person's language, for a list of what can be answered.
  func takes(_ question: Question) -> String {
    let form = question.number
    guard question.kind == .number else { return takes(question.kind) }
    let unit = form.unit.map { self("takes-unit", ("unit", $0)) } ?? ""
    let takes = takes(question.kind) + unit
    guard form.range.upperBound < Answer.numbers.upperBound else { return takes }
    let ends = [form.range.lowerBound, form.range.upperBound].map(\.description)
    return takes + self("takes-limits", ("least", ends[0]), ("most", ends[1]))
  }

  /// The same of any question of a kind.
  func takes(_ kind: AnswerKind) -> String {
    switch kind {
    case .yesNo, .outcome: either(kind.choices.map { word(for: $0) })
    case .scale: self("takes-scale")
    case .timeOfDay: self("takes-time", ("example", kind.example))
    case .count: self("takes-count", ("most", String(Answer.counts.upperBound)))
    case .number: self("takes-number", ("example", kind.example))
    case .text: self("takes-text")
    case .stretches: self("takes-stretches", ("example", kind.example))
    }
  }

  /// What a self-check takes: so many answers, and of which kinds.
  func takes(all kinds: [AnswerKind]) -> String {
    var different: [AnswerKind] = []
    for kind in kinds where !different.contains(kind) { different.append(kind) }
    if kinds.count == 1 { return takes(kinds[0]) }
    let each = different.map { takes($0) }.joined(separator: self("list-comma"))
    return self("takes-several", ("count", String(kinds.count)), ("takes", each))
  }

  private func either(_ words: [String]) -> String {
    let first = words.dropLast().joined(separator: self("list-comma"))
    return self("either", ("first", first), ("last", words.last ?? ""))
  }
}

extension AnswerKind {
  /// The answers to choose from, as they are written down; none where there are too many.
  package var choices: [String] {
    switch self {
    case .yesNo: ["yes", "no"]
    case .outcome: Outcome.allCases.map(\.rawValue)
    case .scale, .timeOfDay, .count, .number, .text, .stretches: []
    }
  }
}
