extension Teaching {
  /// The command that gives an answer together with what may go beside it; none where nothing may,
  /// or where nothing was said that it would be set beside.
  func lines(
    naming question: Question,
    _ answer: SuggestedCommand,
    coach: Coach
  ) -> [Card.Line] {
    switch question.also {
    case nil: return []
    case .circle:
      return [
        .command(
          phrases("name-circle"),
          answer.beside(circle: Tip.Circle.colleague.rawValue).spoken(phrases)
        )
      ]
    case .fear:
      let last = Obstacle(lookBack: question.id).flatMap(coach.hesitation)
      guard last?.hesitated.fear != nil else { return [] }
      return [.command(phrases("name-fear"), answer.beside(fear: 3).spoken(phrases))]
    }
  }

  /// What a question that looks back asks, with the act or the extra it looks back on.
  func wording(lookingBack question: Question, coach: Coach) -> String? {
    if question.about == .extra {
      let extra = coach.lastOpenExtra?.extra.text.printable ?? phrases("extra")
      return question.wording.ask.filled([("extra", extra)])
    }
    guard let obstacle = Obstacle(lookBack: question.id) else { return nil }
    let last = coach.hesitation(before: obstacle)?.hesitated
    let act =
      last.map { $0.tip.flatMap(tip)?.wording.title ?? phrases("support-title") }
      ?? phrases.obstacle(obstacle.rawValue)
    return question.wording.ask.filled([("tip", act)])
  }
}
