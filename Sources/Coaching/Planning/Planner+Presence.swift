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

extension Coach {
  /// The prompts that wait for the person before they interrupt them, of those that may appear.
  func held(_ plan: Plan, at now: Instant, for outlook: PlanningContext) -> [Plan.DeferredPrompt] {
    guard let presence = outlook.presence else { return [] }
    return plan.appearing.compactMap { prompt in
      let until = until(of: prompt, in: outlook.calendar)
      // Whoever puts a prompt off has chosen the moment.
      let due = prompt.snoozedUntil == nil ? prompt.prompted.due : .distantPast
      return presence.hold(due: due, until: until, at: now)
        .map { Plan.DeferredPrompt(id: prompt.prompted.id, why: $0.why, until: $0.until) }
    }
  }
}

extension Coach {
  /// Begins a prompt, unless nothing would show it before the person is there.
  func wait(
    _ prompted: PromptContent,
    at now: Instant,
    for outlook: PlanningContext,
    into plan: inout Plan
  ) {
    let hold = outlook.presence?.hold(due: prompted.due, until: prompted.until, at: now)
    guard let hold, outlook.waitsForPerson else {
      plan.begins += prompted.beside(plan.begins, for: outlook.teaching)
      return
    }
    plan.deferred.append(Plan.DeferredPrompt(id: prompted.id, why: hold.why, until: hold.until))
    plan.looksAgain = min(plan.looksAgain, hold.until ?? prompted.until)
  }

  /// Whether a prompt waited for the person.
  func wasAwaited(_ id: PromptID) -> Bool {
    deferrals.contains { $0.id == id && $0.why.isOfPresence }
  }
}
