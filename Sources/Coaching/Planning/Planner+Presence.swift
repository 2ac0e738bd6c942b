extension Presence {
  /// How long a prompt waits for one who is away until they are asked for again, in seconds.
  private static let awaySeconds: Int64 = 45 * 60
  /// How long a prompt waits at most for a shell's prompt, in seconds: what runs at a terminal may
  /// run all day.
  private static let busySeconds: Int64 = 5 * 60
  /// How often it is looked for meanwhile, in seconds: nobody tells when a program ends.
  private static let glanceSeconds: Int64 = 60
  /// How often it is asked whether they may be disturbed again, where nobody tells.
  private static let inquirySeconds: Int64 = 5 * 60

  /// In how many seconds to look again for what nobody tells of; nil where it is told.
  func glance(for why: DeferralReason) -> Int64? {
    if hindrance != nil { return nil }
    if isAway, why == .inhibited { return Presence.inquirySeconds }
    return why == .busy && terminal == .busy ? Presence.glanceSeconds : nil
  }

  /// Why nothing is to come between the person and what they do.
  ///
  /// Of a terminal nobody tells when it is used again, and what is written there is seen then.
  private var holds: DeferralReason? { hindrance == .idle && terminal != nil ? nil : hindrance }

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
    if let holds { return (holds, nil) }
    // The first break after its moment is the moment. What a clock decided that ran ahead has
    // waited already.
    if due > now || back.map({ $0 >= due }) == true || terminal == .atPrompt { return nil }
    let most = (until.seconds - due.seconds) / 2
    let usual = isAway ? Presence.awaySeconds : patienceSeconds
    let patience = min(usual, terminal == nil ? most : min(Presence.busySeconds, most))
    var last = due.adding(seconds: patience)
    // Still away then, they are asked for once more.
    if isAway, last <= now { last = due.adding(seconds: most) }
    return now < last ? (isAway ? awayReason : .busy, last) : nil
  }
}

extension Planner {
  /// Until when a prompt is of use to one who waits for a break: what reminds of a promise, until
  /// its reserve begins; what ends the day, until the light is to be out.
  func usefulUntil(_ prompted: PromptContent, until: Instant) -> Instant {
    guard let id = Entry.ID(ofReminder: prompted.id.slot), let entry = coach.entries[id]?.entry,
      let due = entry.due
    else { return min(until, lightsOut(after: prompted) ?? until) }
    let reserve = due.adding(seconds: -entry.reserveSeconds)
    return prompted.due < reserve ? min(until, reserve) : until
  }

  /// When the light is to be out in the evening that a prompt ends; nil for another prompt, and
  /// where that is over or not known.
  private func lightsOut(after prompted: PromptContent) -> Instant? {
    let id = prompted.id
    guard context.slots.first(where: { $0.name == id.slot })?.endsDay == true,
      let times = context.profile.lightsOut, let time = times.time(on: id.day.weekday)
    else { return nil }
    let evenings = EveningCalendar(dayStarts: calendar.dayStarts, lightsOut: times)
    let out = calendar.zone.instant(of: evenings.moment(of: time, in: id.day))
    return prompted.due < out ? out : nil
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
