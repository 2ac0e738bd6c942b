extension Coach {
  /// The plan at an instant.
  public func plan(at now: Instant, for outlook: PlanningContext) -> Plan {
    let calendar = outlook.calendar
    let today = calendar.day(at: now)
    var plan = Plan(day: today, looksAgain: calendar.end(of: today))
    // The clock watch tells when it is set.
    if now < outlook.clockStarts { return plan }
    let judged = lastJudged(by: now) ?? now
    let settled = min(judged, now)
    for back in stride(from: PlanningContext.daysBack, through: 0, by: -1) {
      let day = today.adding(days: -back)
      // All that such a day has was over when it was last judged.
      let isJudged = calendar.end(of: day).adding(seconds: Slot.longestWindowSeconds) <= settled
      if !isJudged { judge(day, at: now, since: judged, for: outlook, into: &plan) }
    }
    remind(on: today, at: now, for: outlook, into: &plan)
    plan.begins.sort { $0.due < $1.due }
    withhold(in: &plan, at: now, for: outlook)
    tellOfMissed(in: &plan, at: now, for: outlook.schedule)
    sort(at: now, for: outlook, into: &plan)
    lookAhead(from: today, at: now, for: outlook, into: &plan)
    return plan
  }

  /// Sorts what was written down into what stays on the screen and what has to go.
  private func sort(at now: Instant, for outlook: PlanningContext, into plan: inout Plan) {
    let hush = hush(at: now, for: outlook)
    // What a clock decided that ran far ahead has its place when its day is near.
    let last = plan.day.adding(days: PlanningContext.daysShownAhead)
    for prompt in prompts where prompt.prompted.id.day <= last {
      if let why = settling(of: prompt, at: now, for: outlook) {
        plan.settled.append(Plan.SettledPrompt(prompt: prompt, why: why))
        if why == .snoozed, let back = prompt.snoozedUntil {
          plan.looksAgain = min(plan.looksAgain, back)
        }
        continue
      }
      plan.showing.append(prompt)
      let until = self.until(of: prompt, in: outlook.calendar)
      plan.looksAgain = min(plan.looksAgain, until, hush?.until ?? .distantFuture)
      let isEnded = outlook.hasEnded(prompt.prompted.id, at: now)
      if hush == nil, !isEnded { plan.appearing.append(prompt) }
    }
  }

  /// Judges each slot's prompt of one civil day.
  private func judge(
    _ day: CivilDate,
    at now: Instant,
    since judged: Instant,
    for outlook: PlanningContext,
    into plan: inout Plan
  ) {
    let rest = rest(on: day, for: outlook.schedule)
    let prompted = prompts.map(\.prompted.id).filter { $0.day == day }
    for slot in outlook.schedule.slots {
      let id = PromptID(slot: slot.name, day: day)
      guard !prompted.contains(id), let due = slot.due(on: day, in: outlook.calendar), due <= now
      else { continue }
      let until = slot.until(due: due, on: day, in: outlook.calendar)
      if hasPassed(id, until: until, at: now) { continue }
      guard speaks(slot, on: day, for: outlook) else { continue }
      // What was over before the first fact is not missed: nobody was there to be asked. And what
      // was over when something was last written was judged by what was configured then.
      if until <= now, until <= judged { continue }
      if let rest {
        // Inside its window the person may still come back to it.
        if until <= now { pass(id, rest, in: &plan) }
        continue
      }
      guard let offer = offer(slot, id: id, due: due, until: until, at: now, for: outlook) else {
        pass(id, .answered, in: &plan)
        continue
      }
      if outlook.hasEnded(id, at: min(now, until.adding(seconds: -1))) {
        pass(id, slot.late == .drop ? .dropped : .dayEnded, in: &plan)
      } else if let passing = begin(offer, at: now, for: outlook, into: &plan) {
        let isDropped = passing.isMissed && slot.late == .drop
        pass(id, isDropped ? .dropped : passing, in: &plan)
      }
    }
  }

  /// Whether a prompt was given up for good.
  ///
  /// A clock that ran ahead, or what was configured then, may have given it up too early; inside
  /// its window it still is to come, unless it was answered.
  private func hasPassed(_ id: PromptID, until: Instant, at now: Instant) -> Bool {
    guard let passing = passing(of: id) else { return false }
    return passing == .answered || until <= now
  }

  /// Gives a prompt up; one that was given up before keeps its first account.
  func pass(_ id: PromptID, _ passing: PassReason, in plan: inout Plan) {
    if self.passing(of: id) == nil {
      plan.passed.append(Plan.Passed(id: id, passing: passing))
    }
  }

  /// What a slot would say and ask; nil when all that it asks is answered.
  private func offer(
    _ slot: Slot,
    id: PromptID,
    due: Instant,
    until: Instant,
    at now: Instant,
    for outlook: PlanningContext
  ) -> PromptContent? {
    let teaching = outlook.teaching
    let asked = questions(in: slot.carries, on: id.day, for: outlook)
    let carriesTip = slot.carries.contains(Teaching.tipItem)
    let open = asked.filter { question in
      // The tip that this prompt tells can be asked about as soon as it is told.
      if question.about == .tip, carriesTip { return answer(to: question.id, on: id.day) == nil }
      return isOpen(question, askedOn: id.day)
    }
    let entries = until > now ? brought(by: slot, on: id.day, for: outlook) : []
    let isMute = open.isEmpty && entries.isEmpty && !carriesTip
    if isMute, !asked.isEmpty || slot.onlyBrings(teaching) { return nil }
    return PromptContent(
      id: id,
      due: due,
      until: until,
      // What is over needs no choice.
      tip: carriesTip && until > now ? tip(of: id.day, for: outlook)?.id : nil,
      cues: slot.carries.filter { item in
        teaching.cue(item).map { isSaid($0, on: id.day, for: outlook) } == true
      },
      questions: (open + lookBacks(by: slot, on: id.day, at: now, for: teaching)).map(\.id),
      entries: entries
    )
  }

  /// Begins a prompt inside its window, or defers it while nothing is said; else why it is not
  /// to be shown.
  func begin(
    _ prompted: PromptContent,
    at now: Instant,
    for outlook: PlanningContext,
    into plan: inout Plan
  ) -> PassReason? {
    if prompted.until <= now { return passing(of: prompted, for: outlook) }
    guard let hush = hush(at: now, for: outlook) else {
      wait(prompted, at: now, for: outlook, into: &plan)
      return nil
    }
    if hush.until >= prompted.until { return hush.why == .paused ? .paused : .missedQuiet }
    plan.deferred.append(Plan.DeferredPrompt(id: prompted.id, why: hush.why, until: hush.until))
    plan.looksAgain = min(plan.looksAgain, hush.until)
    return nil
  }

  /// Why a prompt whose window is over was not shown.
  private func passing(of prompted: PromptContent, for outlook: PlanningContext) -> PassReason {
    let last = prompted.until.adding(seconds: -1)
    if let end = pauseEnd(at: last), end >= prompted.until { return .paused }
    guard let hush = hush(at: prompted.due, for: outlook), hush.until >= prompted.until
    else { return wasAwaited(prompted.id) ? .missedAbsent : .missedOff }
    return hush.why == .paused ? .paused : .missedQuiet
  }

  /// Puts what was missed since the last prompt into the first that begins: one digest, no flood.
  private func tellOfMissed(in plan: inout Plan, at now: Instant, for schedule: Schedule) {
    guard !plan.begins.isEmpty else { return }
    // What was given up too early, and begun after all, was not missed.
    let begun = prompts.map(\.prompted.id) + plan.begins.map(\.id)
    let told = prompts.flatMap(\.prompted.digest) + begun
    // Where it was told may be forgotten before it is: a prompt of the day before can tell of it.
    let first = plan.day.adding(days: -PlanningContext.daysBack)
    // What a clock wrote that ran ahead is told of when its time has come: where it was told then
    // may be too far ahead to be remembered.
    let missed =
      passings.filter { $0.passing.isMissed && $0.id.day >= first && $0.at <= now }.map(\.id)
      + plan.passed.filter { $0.passing.isMissed }.map(\.id)
    plan.begins[0].digest = missed.filter { id in
      !told.contains(id) && rest(on: id.day, for: schedule) == nil
    }
  }

  /// Finds the next moment, and looks again by then.
  private func lookAhead(
    from today: CivilDate,
    at now: Instant,
    for outlook: PlanningContext,
    into plan: inout Plan
  ) {
    let held = plan.deferred.compactMap { held in
      held.until.map { Plan.Next(id: held.id, at: $0) }
    }.min { $0.at < $1.at }
    var gate = RateLimiter(self, at: now, for: outlook)
    for deferred in plan.deferred {
      gate.admit(deferred.id, asks: true, at: deferred.until ?? now)
    }
    let longest = gate.isSilence ? BackOff.longestGap : 0
    for ahead in 0...(PlanningContext.daysAhead + longest) {
      // What is not said on another day is seen to when that day has begun.
      if ahead > 0, gate.backOff.isHeld(today.adding(days: ahead)) { continue }
      let upcoming = moments(on: today.adding(days: ahead), for: outlook)
        .filter { $0.due > now && prompt($0.id) == nil }
      // Also what will be held back then: at its moment it is said why.
      plan.looksAgain = upcoming.map(\.due).reduce(plan.looksAgain, min)
      let next = gate.foreseen(upcoming).compactMap { moment in
        moment.opens.map { Plan.Next(id: moment.id, at: $0) }
      }.min { $0.at < $1.at }
      guard let next else { continue }
      plan.next = held.map { $0.at <= next.at ? $0 : next } ?? next
      return
    }
    plan.next = held
  }
}
