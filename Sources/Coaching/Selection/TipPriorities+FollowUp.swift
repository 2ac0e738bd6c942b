/// What the answers of the last days ask for.
extension TipPriorities {
  /// The themes that the answers of the last days name.
  var needs: [String] {
    FollowUp.allCases.filter { asked(by: $0) != nil }.flatMap { followUp in
      tips.filter(followUp.means).map(\.theme).sorted().withoutRepeats
    }
  }

  /// The last day on which an answer asked for something to follow.
  private func asked(by followUp: FollowUp) -> CivilDate? {
    switch followUp {
    case .declined: lastDay { $0 == .outcome(.declined) }
    case .couldNot: lastDay { $0 == .outcome(.couldNot) }
    case .muddled: muddledDay
    case .late: lateSeries
    case .low: lowSeries
    }
  }

  /// The last of some days of low energy.
  private var lowSeries: CivilDate? {
    let low = standingAnswers.filter(isLowEnergy)
    return low.count >= quotas.lowDays ? low.map(\.day).max() : nil
  }

  private func lastDay(of isMeant: (Answer) -> Bool) -> CivilDate? {
    standingAnswers.filter { isMeant($0.answered.answer) }.map(\.day).max()
  }

  /// The last day on which the person said that an extra did not land well.
  private var muddledDay: CivilDate? {
    let days = day.adding(days: -quotas.followUpDays)...day
    return coach.extras.compactMap(coach.landing).filter { !$0.isWelcome && days.contains($0.day) }
      .map(\.day).max()
  }

  /// The last of some late evenings, none of those answered being in time.
  private var lateSeries: CivilDate? {
    let days = day.adding(days: -quotas.followUpDays)...day
    let evenings = coach.evenings(in: days, for: profile)
    let areLate = evenings.count >= quotas.lateEvenings && !evenings.contains(where: \.isInTime)
    return areLate ? evenings.last?.day : nil
  }

  /// Whether an answer asked for something that has not come yet.
  func isOwed(_ followUp: FollowUp) -> Bool {
    guard let asked = asked(by: followUp) else { return false }
    return !items.indices.contains { place in
      followUp.means(tips[place]) && items[place].lastTold.map { $0 > asked } == true
    }
  }
}

extension FollowUp {
  /// Whether a tip answers it.
  func means(_ tip: Tip) -> Bool {
    switch self {
    case .declined: tip.part == .obstacle(1)
    case .couldNot: tip.part == .obstacle(2)
    case .muddled: tip.guards == .extras
    case .late: tip.part == .step(1)
    // A low number is met with rest, not with more.
    case .low: tip.guards == .limits
    }
  }
}
