package import Coaching

/// Today at a glance.
package struct TodayReport {
  /// An open question, or a self-check that is open.
  package struct Open: Equatable {
    /// The question; of a self-check the first of its questions that is open.
    package var question: Question
    /// The self-check that is asked as a whole; nil where a question stands alone.
    package var check: SelfCheck?
    /// The civil day that its answer is for.
    package var day: CivilDate
    /// As it is asked today.
    package var ask: String
  }

  package var day: CivilDate
  /// The tip that was told today.
  package var tip: Tip?
  /// The prompts that came.
  package var said: [Coach.Prompt]
  package var open: [Open]
  /// What is due today, was before, or was asked about today.
  package var promised: [Entries.Standing]
  /// What was brought back today of what the person wrote down.
  package var notes: [Entries.Standing]
  package var answered: [Coach.Given]
  package var next: Plan.Next?
  /// How many questions of missed prompts can still be answered.
  package var missed: Int
  /// Why nothing is said today; nil where something may be.
  package var rest: PassReason?
  package var pausedUntil: Instant?
  package var backOff: BackOffReport?
  /// Why nothing is ever said; nil where something is.
  package var silent: MuteReason?
  /// Nil where the steps are not asked together.
  package var fourSteps: StepDay?
}

/// How the coach has withdrawn from a person who does not react.
package struct BackOffReport: Equatable {
  /// The day of the last sign of life.
  package var lastSign: CivilDate?
  /// The day of the next prompt.
  package var next: CivilDate
}

extension Workspace {
  /// Today, by a coach who knows today.
  package func todayReport(_ coach: Coach) -> TodayReport {
    let plan = coach.plan(at: now, for: context)
    let said = coach.prompts.filter { $0.prompted.id.day == today }
    let notes = said.flatMap(\.prompted.entries).compactMap { coach.entries[$0] }
    let isAllFour = context.profile.programme.mode == .allFour
    return TodayReport(
      day: today,
      tip: coach.tipTold(on: today).flatMap(teaching.tip),
      said: said,
      open: open(coach),
      promised: coach.promised(on: today, for: context),
      notes: notes.filter { $0.id.list == .note && $0.isOpen },
      answered: answered(coach),
      next: plan.next,
      missed: coach.missedQuestions(at: now, for: context).count,
      rest: coach.rest(on: today, for: context.schedule),
      pausedUntil: coach.pauseEnd(at: now),
      backOff: backOff(coach),
      silent: silence,
      fourSteps: isAllFour ? fourSteps(coach, on: today) : nil
    )
  }

  /// How the coach has withdrawn; nil while the person reacts.
  ///
  /// - Parameters:
  ///   - coach: One who knows today.
  ///   - context: What is planned from; nil for what holds here.
  /// - Returns: Since when it has, and what comes next.
  package func backOff(_ coach: Coach, for context: PlanningContext? = nil) -> BackOffReport? {
    let context = context ?? self.context
    let today = context.calendar.day(at: now)
    let backOff = coach.backOff(at: now, in: context.calendar)
    guard backOff.isSilence(on: today) else { return nil }
    return BackOffReport(
      lastSign: coach.lastSign(in: context.calendar),
      next: coach.plan(at: now, for: context).next?.id.day ?? backOff.next(from: today)
    )
  }

  /// The open questions, those of a self-check as one.
  private func open(_ coach: Coach) -> [TodayReport.Open] {
    var open: [TodayReport.Open] = []
    let planner = Planner(coach, context, at: now)
    for waiting in planner.openQuestions {
      let check = waiting.check.flatMap(teaching.check)
      if let check, open.contains(where: { $0.check?.id == check.id }) { continue }
      let day = planner.answerDay(of: waiting, askedOn: today)
      let question = teaching.asked(waiting, on: today, aboutTipOf: day, coach: coach)
      open.append(
        TodayReport.Open(
          question: question,
          check: check,
          day: day,
          ask: check?.ask
            ?? teaching.wording(of: question, on: today, aboutTipOf: day, coach: coach)
        )
      )
    }
    return open
  }

  /// What was answered to the questions of today, or of the evening before.
  private func answered(_ coach: Coach) -> [Coach.Given] {
    let days = [today, today.adding(days: -1)]
    return teaching.questions.compactMap { question in
      let day = coach.answerDay(of: question, askedOn: today)
      let given = coach.answer(to: question.id, on: day)
      return given.flatMap { days.contains($0.day) || question.about == .tip ? $0 : nil }
    }
  }
}
