extension Teaching {
  /// So many missed prompts are told of by their days, and no longer one by one.
  private static let manyMissed = 4

  /// What was missed, with the commands that answer or set aside all of it.
  func lines(tellingOf missed: [PromptID], on day: CivilDate) -> [Card.Line] {
    [
      .text(words(tellingOf: missed, on: day)),
      .command(phrases("missed-answer"), .answerMissed),
      .command(phrases("missed-skip"), .skipMissed),
    ]
  }

  private func words(tellingOf missed: [PromptID], on day: CivilDate) -> String {
    let count = ("count", String(missed.count))
    let days = missed.map(\.day).sorted()
    if missed.count >= Teaching.manyMissed, let first = days.first, let last = days.last {
      return first == last
        ? phrases("missed-of-day", count, ("day", phrases.name(of: first, seenOn: day)))
        : phrases(
          "missed-of-days",
          count,
          ("first", phrases.name(of: first, seenOn: day)),
          ("last", phrases.name(of: last, seenOn: day))
        )
    }
    let list = missed.map { id in
      let slot = phrases.slot(id.slot)
      return id.day == day ? slot : phrases.bracketed(slot, phrases.date(id.day, seenOn: day))
    }.joined(separator: phrases("list-comma"))
    return missed.count == 1
      ? phrases("missed-one", on: day, ("list", list))
      : phrases("missed-many", on: day, count, ("list", list))
  }
}
