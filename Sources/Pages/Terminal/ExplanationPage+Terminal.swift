package import Application
package import Coaching

/// How a figure came about, as a person reads it.
extension ExplainedStrength {
  /// - Parameters:
  ///   - phrases: The person's language.
  ///   - days: How many of the last days are shown.
  /// - Returns: The page.
  package func page(_ phrases: Phrases, days: Int) -> Page {
    var page = Page()
    let unit = measure.habit.question.unit
    let heading = [measure.habit.title(phrases), phrases.words(for: measure.habit.aim, in: unit)]
    page.heading(heading.joined(separator: phrases("comma")))
    guard let strength = measure.strength else {
      page.words(measure.lack.map(phrases.words) ?? "", indent: 2)
      return page
    }
    page.words(phrases("explain-strength"), indent: 2)
    page.rows(
      steps.suffix(days).map { step in
        let state = phrases.words(for: step.day.state)
        let number = step.day.number.map { phrases.words(for: $0, in: unit) }
        let words = [state, number].compactMap(\.self).joined(separator: phrases("comma"))
        return (phrases.dated(step.day.day, words, seenOn: steps.last?.day.day), step.sum)
      }
    )
    let score = Decimal.text(strength.score * 100)
    page.words(
      phrases("explain-shown", ("score", score), ("shown", String(strength.shown))),
      indent: 2
    )
    return page
  }
}

extension HabitMeasure.Step {
  /// The sum of a day; only what it ended with where the day did not count.
  package var sum: String {
    let after = Decimal.text(after, places: 4)
    guard let share else { return "= \(after)" }
    let before = Decimal.text(before, places: 4)
    let kept = Decimal.text(retention, places: 4)
    let rest = Decimal.text(1 - retention, places: 4)
    return "\(before) × \(kept) + \(Decimal.text(share, places: 2)) × \(rest) = \(after)"
  }
}
