extension Teaching {
  /// The blocks that ask some questions; those of a self-check stand together in one.
  func blocks(
    asking questions: [Question],
    on day: CivilDate,
    coach: Coach
  ) -> [[Card.Line]] {
    var checks: [String] = []
    return questions.compactMap { question in
      guard let check = question.check.flatMap(check) else {
        return lines(asking: question, on: day, coach: coach)
      }
      if checks.contains(check.id) { return nil }
      checks.append(check.id)
      return lines(asking: check, questions.filter { $0.check == check.id })
    }
  }

  /// A self-check with the commands that answer all of it, or what is open of it.
  private func lines(asking check: SelfCheck, _ open: [Question]) -> [Card.Line] {
    let whole = questions(of: check.id).indices.map { String(Teaching.examples[$0 % 5]) }
    return [.text(check.ask)] + open.map { .text("– \($0.wording.title)") }
      + open.prefix(1).map { .text($0.wording.hint) } + [
        .command(phrases("answer-with"), .answer(name: check.id, answers: whole)),
        .command(phrases("one-by-one"), .answer(name: check.id, answers: [])),
      ]
  }

  /// What an answer may look like; five that differ, and mean nothing.
  private static let examples = [3, 5, 0, 2, 7]
}
