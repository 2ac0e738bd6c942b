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

  /// The last of two or more days of low energy.
  private var lowSeries: CivilDate? {
    let low = standingAnswers.filter { given in
      if case .scale(let points) = given.answered.answer {
        given.answered.question == Habit.energy && points <= Recall.lowScale
      } else {
        false
      }
    }
    return low.count >= 2 ? low.map(\.day).max() : nil
  }

  private func lastDay(of isMeant: (Answer) -> Bool) -> CivilDate? {
    standingAnswers.filter { isMeant($0.answered.answer) }.map(\.day).max()
  }

  /// The last day on which the person said that an extra did not land well.
  private var muddledDay: CivilDate? {
    let days = day.adding(days: -TipPriorities.followUpDays)...day
    return coach.extras.compactMap(coach.landing).filter { !$0.isWelcome && days.contains($0.day) }
      .map(\.day).max()
  }

  /// The last of two or more late evenings, none of those answered being in time.
  private var lateSeries: CivilDate? {
    guard let targets = profile.lightsOut else { return nil }
    let evenings = standingAnswers.compactMap { given -> (day: CivilDate, isLate: Bool)? in
      guard given.answered.question == "sleep", case .timeOfDay(let time) = given.answered.answer,
        let target = targets.time(on: given.day.weekday)
      else { return nil }
      let late = TipPriorities.minutesFromNoon(time) - TipPriorities.minutesFromNoon(target)
      return (given.day, late > profile.toleranceMinutes)
    }
    return evenings.count >= 2 && evenings.allSatisfy(\.isLate) ? evenings.map(\.day).max() : nil
  }

  /// An evening runs from noon to noon.
  static func minutesFromNoon(_ time: CivilTime) -> Int {
    (time.secondOfDay / 60 + 720) % 1440
  }

  /// Whether an answer asked for something that has not come yet.
  func isOwed(_ followUp: FollowUp) -> Bool {
    guard let asked = asked(by: followUp) else { return false }
    return !items.indices.contains { place in
      followUp.means(tips[place]) && items[place].lastTold.map { $0 > asked } == true
    }
  }
}
