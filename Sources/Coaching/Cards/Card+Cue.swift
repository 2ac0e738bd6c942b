extension Cue {
  /// What it says on a day: the person's own words before its own.
  func lines(on day: CivilDate, by coach: Coach) -> [Card.Line] {
    let text = text(on: day, by: coach)
    let said = opens.map { Card.Line.command(text, SuggestedCommand(opening: $0)) } ?? .text(text)
    return [own.map(Card.Line.text), said].compactMap(\.self)
  }

  /// The wording of a day: by what is so then, where it has one for that.
  private func text(on day: CivilDate, by coach: Coach) -> String {
    for moment in Moment.allCases {
      let texts = moments.filter { $0.moment == moment }.map(\.text)
      if !texts.isEmpty, coach.isSo(moment, on: day) {
        return texts.wording(on: day, for: "\(id)|\(moment.rawValue)")
      }
    }
    return texts.wording(on: day, for: id)
  }
}

extension Coach {
  /// For how many days an offer's outcome is spoken of.
  private static let spokenDays = 3
  /// After how many days without an answer there was a silence: a weekend is none.
  private static let silentDays = 3

  /// Whether something is so on a civil day.
  ///
  /// Only what was before the day tells, so that a card does not change its words while it stays.
  fileprivate func isSo(_ moment: Cue.Moment, on day: CivilDate) -> Bool {
    switch moment {
    case .declined: lastOutcome(before: day) == .declined
    case .couldNot: lastOutcome(before: day) == .couldNot
    case .afterSilence: isAfterSilence(on: day)
    case .lowDay: answer(to: Habit.energy, on: day.adding(days: -1))?.answered.answer.isLow == true
    case .thirdOffer: offers(within: 7, before: day) == 2
    }
  }

  /// Whether there were answers once, and none on the last days.
  private func isAfterSilence(on day: CivilDate) -> Bool {
    let silence = day.adding(days: -Self.silentDays)..<day
    let answered = (past.filter { $0.question != nil }.map(\.day) + answers.map(\.day))
    return answered.contains { $0 < silence.lowerBound }
      && !answered.contains(where: silence.contains)
  }

  private func outcomes(_ days: Range<CivilDate>) -> [Outcome] {
    standing(in: days).compactMap { given in
      if case .outcome(let outcome) = given.answered.answer { outcome } else { nil }
    }
  }

  private func lastOutcome(before day: CivilDate) -> Outcome? {
    outcomes(day.adding(days: -Self.spokenDays)..<day).last
  }

  private func offers(within days: Int, before day: CivilDate) -> Int {
    outcomes(day.adding(days: 1 - days)..<day).filter { $0 != .couldNot }.count
  }
}
