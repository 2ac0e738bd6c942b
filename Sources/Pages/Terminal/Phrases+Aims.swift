package import Coaching

extension Phrases {
  /// A share of a hundred.
  func percent(_ number: Int) -> String { self("percent", ("number", String(number))) }

  /// What a person means to do about a question, and how often where that is not every day.
  package func words(for aim: Aim, in unit: String? = nil) -> String {
    let what = words(for: aim.target, in: unit)
    let often = aim.frequency
    if often.days == 1 { return what }
    let (times, days) = (("times", String(often.times)), ("days", String(often.days)))
    return aim.isSum
      ? self("aim-sum", ("aim", what), days) : self("aim-often", ("aim", what), times, days)
  }

  private func words(for target: Aim.Target, in unit: String?) -> String {
    switch target {
    case .done: self("aim-done")
    case .notDone: self("aim-not-done")
    case .by(let time, 0): self("aim-by", ("time", time.description))
    case .by(let time, let tolerance):
      self("aim-by-late", ("time", time.description), ("minutes", String(tolerance)))
    case .atLeast(let number): self("aim-at-least", ("count", words(for: number, in: unit)))
    case .atMost(let number): self("aim-at-most", ("count", words(for: number, in: unit)))
    case .unset: self("aim-unset")
    }
  }

  /// What a suggestion goes by, counted in the days that were looked at.
  func ground(of suggestion: Review.Suggestion) -> String {
    let (tally, aim) = (suggestion.tally, suggestion.habit.aim)
    let done = ("done", String(tally.done))
    if !aim.isDaily, !aim.isSum, tally.done < suggestion.days {
      let meant = ("meant", String(tally.goal))
      return self("done-of-meant", done, meant, ("days", String(suggestion.days)))
    }
    let days = ("days", word(for: suggestion.days))
    if aim.isDaily || !aim.isSum { return self("done-of-days", done, days) }
    let meant = ("aim", words(for: aim, in: suggestion.habit.question.unit))
    return self("reached-of-days", meant, done, days)
  }

  /// A number in words where the language has them here, else in digits.
  private func word(for number: Int) -> String {
    switch number {
    case 7: self("seven")
    case 14: self("fourteen")
    case 30: self("thirty")
    default: String(number)
    }
  }
}
