package import Coaching

/// How the coach is, but for the service, which is the machine's to tell.
package struct StatusReport {
  package var factCount: Int
  /// Facts of the days around now that a newer version wrote.
  package var unknownCount: Int
  /// The questions that wait.
  package var waiting: [Question]
  /// How many questions have come today.
  package var askedCount: Int
  package var next: Plan.Next?
  package var pausedUntil: Instant?
  package var awayThrough: CivilDate?
  package var backOff: BackOffReport?
  /// Why nothing is ever said; nil where something is.
  package var silent: MuteReason?
  package var extras: ExtraWeek
}

extension Workspace {
  /// How the coach is, by one who knows today.
  package func status(_ coach: Coach) throws(CommandError) -> StatusReport {
    StatusReport(
      factCount: try ledger.count(),
      unknownCount: coach.unknownCount,
      waiting: coach.openQuestions(at: now, for: context),
      askedCount: coach.askedQuestions(at: now, for: context).count,
      next: coach.plan(at: now, for: context).next,
      pausedUntil: coach.pauseEnd(at: now),
      awayThrough: coach.awayThrough(today),
      backOff: backOff(coach),
      silent: silence,
      extras: extraWeek(coach)
    )
  }
}
