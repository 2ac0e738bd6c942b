extension Presence {
  /// How long a prompt waits for one who is away until they are asked for again, in seconds.
  private static let awaySeconds: Int64 = 45 * 60

  /// Why a prompt waits for the person, and until when at most; nil where it may interrupt them.
  ///
  /// Half of a short window has to be left for it to be of use.
  ///
  /// - Parameters:
  ///   - due: When its moment came.
  ///   - until: When it is over.
  ///   - now: The instant in question.
  /// - Returns: The reason, and when it ends by itself; no such instant where nobody can tell.
  func hold(
    due: Instant,
    until: Instant,
    at now: Instant
  ) -> (why: DeferralReason, until: Instant?)? {
    if let hindrance { return (hindrance, nil) }
    // The first break after its moment is the moment. What a clock decided that ran ahead has
    // waited already.
    if due > now || back.map({ $0 >= due }) == true { return nil }
    let most = (until.seconds - due.seconds) / 2
    let patience = min(isAway ? Presence.awaySeconds : patienceSeconds, most)
    var last = due.adding(seconds: patience)
    // Still away then, they are asked for once more.
    if isAway, last <= now { last = due.adding(seconds: most) }
    return now < last ? (isAway ? .idle : .busy, last) : nil
  }
}

extension Planner {
  /// Until when a prompt is of use to one who waits for a break: what reminds of a promise, until
  /// its reserve begins.
  func usefulUntil(_ prompted: PromptContent, until: Instant) -> Instant {
    guard let id = Entry.ID(ofReminder: prompted.id.slot), let entry = coach.entries[id]?.entry,
      let due = entry.due
    else { return until }
    let reserve = due.adding(seconds: -entry.reserveSeconds)
    return prompted.due < reserve ? min(until, reserve) : until
  }

  /// The prompts that wait for the person before they interrupt them, of those that may appear.
  func held(_ plan: Plan) -> [Plan.DeferredPrompt] {
    guard let presence = context.presence else { return [] }
    return plan.appearing.compactMap { prompt in
      let until = usefulUntil(prompt.prompted, until: coach.until(of: prompt, in: calendar))
      // Whoever puts a prompt off has chosen the moment.
      let due = prompt.snoozedUntil == nil ? prompt.prompted.due : .distantPast
      return presence.hold(due: due, until: until, at: now)
        .map { Plan.DeferredPrompt(id: prompt.prompted.id, why: $0.why, until: $0.until) }
    }
  }
}
