/// A question of a self-check whose tips are to come.
struct SelfCheckFocus: Equatable {
  var question: Question
  var side: TipPriority.Side
  /// When the self-check was answered.
  var since: CivilDate
  /// How many of its tips may come since then.
  var tips: Int

  /// Whether a tip serves it.
  func means(_ tip: Tip) -> Bool {
    question.leads.contains { tip.rows.contains($0) || tip.theme == $0 }
  }
}

extension Coach {
  /// What the last self-checks ask for on a civil day, what leads before the others.
  func leads(on day: CivilDate, from teaching: Teaching) -> [SelfCheckFocus] {
    teaching.checks.flatMap { check -> [SelfCheckFocus] in
      guard let steering = check.steering,
        let given = answers(to: check.id, from: teaching).last(where: { $0.day < day }),
        given.day.days(until: day) <= steering.days, !muted.contains(check.id)
      else { return [] }
      return SelfCheckFocus.all(given, teaching.questions(of: check.id), steering)
    }
  }
}

extension SelfCheckFocus {
  /// Where all stand alike, none leads.
  fileprivate static func all(
    _ given: SelfCheck.Answers,
    _ questions: [Question],
    _ steering: SelfCheck.Steering
  ) -> [SelfCheckFocus] {
    let numbers = given.numbers.compactMap { $0 }
    let best = steering.way == .highest ? numbers.max() : numbers.min()
    guard let best, numbers.contains(where: { $0 != best }),
      let place = given.numbers.firstIndex(of: best)
    else { return [] }
    let side: TipPriority.Side = steering.way == .highest ? .highest : .lowest
    let first = SelfCheckFocus(
      question: questions[place],
      side: side,
      since: given.day,
      tips: steering.tips
    )
    guard steering.others > 0 else { return [first] }
    let others = questions.indices.filter { $0 != place && given.numbers[$0] != nil }
    return [first]
      + others.map {
        SelfCheckFocus(
          question: questions[$0],
          side: .other,
          since: given.day,
          tips: steering.others
        )
      }
  }
}
