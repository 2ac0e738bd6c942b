/// The person's evenings beside the lights-out that they meant. What is late is said here and in
/// `Lateness` alone: measures, programme, tips, cues and reviews all ask `Aim.amount`.
extension Coach {
  /// Whether the light went out in time.
  ///
  /// - Parameters:
  ///   - answered: The answer about an evening.
  ///   - evening: Its civil day.
  ///   - profile: What is meant now, for an answer of an older version that does not tell what was
  ///     meant when it was given.
  /// - Returns: The verdict; nil where the person had set no time.
  func isInTime(_ answered: Answered, on evening: CivilDate, for profile: Profile) -> Bool? {
    let aim = answered.aim ?? profile.lightsOutAim(on: evening)
    return aim.amount(of: answered.answer).map(aim.isReached)
  }

  /// The evenings of some civil days that were answered and can be judged, oldest first.
  func evenings(
    in days: ClosedRange<CivilDate>,
    for profile: Profile
  ) -> [(day: CivilDate, isInTime: Bool)] {
    (days.lowerBound.dayNumber...days.upperBound.dayNumber).compactMap { number in
      let day = CivilDate(dayNumber: number)
      guard let answered = answer(to: Habit.sleep, on: day)?.answered,
        let isInTime = isInTime(answered, on: day, for: profile)
      else { return nil }
      return (day, isInTime)
    }
  }
}

extension Profile {
  /// What the person means about the light of an evening now.
  fileprivate func lightsOutAim(on evening: CivilDate) -> Aim {
    let target = lightsOut?.time(on: evening.weekday)
    return Aim(target.map { .by($0, tolerance: toleranceMinutes) } ?? .unset)
  }

  /// How late an evening's light went out by what the person means now; nil where they set no time.
  func lateness(of time: CivilTime, on evening: CivilDate) -> Lateness? {
    lightsOut?.time(on: evening.weekday).map { Lateness(of: time, after: $0) }
  }
}
