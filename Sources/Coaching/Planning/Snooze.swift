extension Coach {
  /// The first instant at which a prompt is over.
  ///
  /// One that was snoozed has its whole window again when it comes back, but never longer than
  /// its civil day lasts.
  public func until(of prompt: Prompt, in calendar: DayCalendar) -> Instant {
    let prompted = prompt.prompted
    guard let back = prompt.snoozedUntil else { return prompted.until }
    let window = prompted.until.seconds - prompted.due.seconds
    let again = min(back.adding(seconds: window), calendar.end(of: prompted.id.day))
    return max(prompted.until, again)
  }
}

extension Planner {
  /// Why a prompt that was written down has no place on the screen; nil when it has.
  func settling(of prompt: Coach.Prompt) -> Plan.SettledPrompt.Reason? {
    if coach.isMoot(prompt.prompted) { return .answered }
    if coach.until(of: prompt, in: calendar) <= now { return .over }
    if coach.isAnswered(prompt.prompted, by: teaching) { return .answered }
    if coach.rest(on: prompt.prompted.id.day, for: schedule) != nil { return .rest }
    if let back = prompt.snoozedUntil, now < back { return .snoozed }
    return nil
  }

  /// When a prompt that was put off is seen again; nil where it is not, or was not put off.
  func comesBack(_ id: PromptID) -> Instant? {
    guard let until = coach.prompt(id)?.snoozedUntil else { return nil }
    return coach.comesBack(id, snoozedUntil: until, for: context)
  }

  /// The prompts that can be put off, the one that came last at the end.
  public var snoozable: [Coach.Prompt] {
    let last = today.adding(days: PlanningContext.daysShownAhead)
    return coach.prompts.filter { prompt in
      guard prompt.prompted.id.day <= last else { return false }
      let why = settling(of: prompt)
      return why == nil || why == .snoozed
    }.sorted { $0.cameAt < $1.cameAt }
  }
}

extension Coach {
  /// The prompts that can be put off at an instant, the one that came last at the end.
  public func snoozable(at now: Instant, for context: PlanningContext) -> [Prompt] {
    Planner(self, context, at: now).snoozable
  }

  /// When a prompt that is put off until an instant would be seen again; nil when never.
  public func comesBack(
    _ id: PromptID,
    snoozedUntil until: Instant,
    for context: PlanningContext
  ) -> Instant? {
    let back = hush(at: until, for: context)?.until ?? until
    let due = prompt(id)?.prompted.due ?? context.calendar.start(of: id.day)
    let isEnded = context.hasEnded(id, due: due, at: back)
    let isInTime = back < context.calendar.end(of: id.day) && !isEnded
    return isInTime && rest(on: id.day, for: context.schedule) == nil ? back : nil
  }
}
