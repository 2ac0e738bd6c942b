/// What the person said in the last days, and what that asks for.
struct RecentAnswers {
  let coach: Coach
  let context: PlanningContext
  let day: CivilDate
  let quotas = Quotas()

  /// The days of which an answer still asks for something to follow.
  private var days: ClosedRange<CivilDate> { day.adding(days: -quotas.followUpDays)...day }

  /// The answers of these days that stand.
  var standing: [Coach.Given] { coach.standing(in: days) }

  /// The last day on which an answer asked for something to follow.
  func asked(by followUp: FollowUp) -> CivilDate? {
    switch followUp {
    case .declined: lastDay { $0 == .outcome(.declined) }
    case .couldNot: lastDay { $0 == .outcome(.couldNot) }
    case .muddled: muddledDay
    case .late: lateSeries
    case .low: lowSeries
    }
  }

  func isLowEnergy(_ given: Coach.Given) -> Bool {
    given.answered.question == Habit.energy && given.answered.answer.isLow
  }

  func isTipUndone(_ given: Coach.Given) -> Bool {
    given.answered.answer == .yesNo(false)
      && context.teaching.question(given.answered.question)?.about == .tip
  }

  private func lastDay(of isMeant: (Answer) -> Bool) -> CivilDate? {
    standing.filter { isMeant($0.answered.answer) }.map(\.day).max()
  }

  /// The last of some days of low energy.
  private var lowSeries: CivilDate? {
    let low = standing.filter(isLowEnergy)
    return low.count >= quotas.lowDays ? low.map(\.day).max() : nil
  }

  /// The last day on which the person said that an extra did not land well.
  private var muddledDay: CivilDate? {
    coach.extras.compactMap(coach.landing).filter { !$0.isWelcome && days.contains($0.day) }
      .map(\.day).max()
  }

  /// The last of some late evenings, none of those answered being in time.
  private var lateSeries: CivilDate? {
    let evenings = coach.evenings(in: days, for: context.profile)
    let areLate = evenings.count >= quotas.lateEvenings && !evenings.contains(where: \.isInTime)
    return areLate ? evenings.last?.day : nil
  }
}
