package import Coaching

extension Workspace {
  /// Which way the programme goes: the last step stands and the next joins, or back by one.
  package enum StepMove: String, CaseIterable, Sendable { case stands, back }

  /// Goes a step of the programme.
  ///
  /// - Throws: When all four steps are asked every day, or there is no step that way.
  package func take(_ move: StepMove) throws(CommandError) {
    let programme = context.profile.programme
    guard programme.mode == .stepByStep else {
      throw CommandError(.data, "steps-all")
    }
    let step = try coach().step(in: programme) + (move == .stands ? 1 : -1)
    guard Programme.steps.contains(step) else {
      let end = move == .stands ? Saying("step-is-last") : Saying("step-is-first")
      throw CommandError(.data, end)
    }
    try record(.stepped(to: step), on: today)
  }

  /// The four steps, by a coach who knows today.
  package func programme(_ coach: Coach) -> ProgrammeReport {
    let programme = context.profile.programme
    return ProgrammeReport(
      programme: programme,
      step: coach.step(in: programme),
      today: fourSteps(coach, on: today)
    )
  }

  /// What of the four steps was done on a day, by a coach who knows the week before it.
  package func fourSteps(_ coach: Coach, on day: CivilDate) -> StepDay {
    StepDay(day: day, four: coach.fourSteps(on: day, for: context))
  }

  /// The four steps on each of some days.
  package func fourSteps(
    on days: ClosedRange<CivilDate>
  ) throws(CommandError) -> [StepDay] {
    var coach = Coach()
    let answers = try ledger.answers(
      to: Coach.questionsOfSteps(in: teaching),
      // The fourth step looks back a week.
      from: days.lowerBound.adding(days: -7),
      through: days.upperBound
    )
    for fact in answers { coach.apply(fact) }
    return (0...days.lowerBound.days(until: days.upperBound)).map { number in
      fourSteps(coach, on: days.lowerBound.adding(days: number))
    }
  }

  /// What the facts of some days alone add up to.
  func fold(from first: CivilDate, through last: CivilDate) throws(CommandError) -> Coach {
    var coach = Coach()
    for fact in try ledger.facts(from: first, through: last) { coach.apply(fact) }
    return coach
  }
}

/// The four steps, how they are gone, and where the person is.
package struct ProgrammeReport: Equatable {
  package var programme: Programme
  /// The last of the steps that the person has come to.
  package var step: Int
  package var today: StepDay
}

/// The four steps on a day.
package struct StepDay: Equatable {
  package var day: CivilDate
  package var four: FourSteps
}
