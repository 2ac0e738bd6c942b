/// The facts, what is configured and the time, which always go together, and what follows from
/// them.
///
/// *Occurrences → verdicts → limits → plan*: what is due is judged, each occurrence by itself; of
/// the verdicts the limits leave what is not too much; the rest is the plan. Nothing is handed
/// through and changed on the way.
///
/// An object that never changes: what it holds is large, and asked for in many places.
public final class Planner: Sendable {
  let coach: Coach
  let context: PlanningContext
  let now: Instant
  /// What is configured; held each by itself, since the context hands out copies of the whole.
  let schedule: Schedule
  let teaching: Teaching
  let profile: Profile
  let calendar: DayCalendar
  /// The civil day of the instant.
  let today: CivilDate

  public init(_ coach: Coach, _ context: PlanningContext, at now: Instant) {
    self.coach = coach
    self.context = context
    self.now = now
    schedule = context.schedule
    teaching = context.teaching
    profile = context.profile
    calendar = context.calendar
    today = calendar.day(at: now)
  }
}

extension Coach {
  /// The plan at an instant.
  public func plan(at now: Instant, for context: PlanningContext) -> Plan {
    Planner(self, context, at: now).plan
  }
}

extension Planner {
  /// What should be on the screen, and when to look again.
  public var plan: Plan {
    var plan = Plan(day: today, looksAgain: calendar.end(of: today))
    // The clock watch tells when it is set.
    if now < context.clockStarts { return plan }
    plan.looksAgain = min(plan.looksAgain, reminderNightEnds ?? .distantFuture)
    let todays = occurrences(on: today)
    let hush = coach.hush(at: now, for: context)
    let gate = RateLimiter(self)
    for (id, verdict) in judged(today: todays, hush: hush, by: gate) {
      switch verdict {
      case .begins(let prompted): plan.begins.append(prompted)
      case .held(let hold):
        plan.deferred.append(Plan.DeferredPrompt(id: id, why: hold.why, until: hold.until))
        plan.looksAgain = min(plan.looksAgain, hold.until ?? hold.end)
      // One that was given up before keeps its first account.
      case .passed(let why) where coach.passing(of: id) == nil:
        plan.passed.append(Plan.Passed(id: id, passing: why))
      case .passed, .nothing: break
      }
    }
    tellTips(in: &plan.begins, as: &plan.decisions)
    if !plan.begins.isEmpty { plan.begins[0].digest = missed(plan) }
    place(on: &plan, hush: hush)
    let (next, looksAgain) = lookAhead(plan, today: todays, by: gate)
    plan.next = next
    plan.looksAgain = min(plan.looksAgain, looksAgain)
    return plan
  }

  /// The verdicts on all that has come, as the limits leave them.
  func judged(today todays: [Occurrence], hush: QuietInterval?, by gate: RateLimiter) -> [Judged] {
    limited(apart(verdicts(today: todays, hush: hush) + reminderVerdicts(hush: hush)), by: gate)
  }

  /// Gives the prompts that begin their tip: decided once for each civil day, and only for what
  /// does begin.
  private func tellTips(in begins: inout [PromptContent], as decisions: inout [TipDecision]) {
    for place in begins.indices where carriesTip(begins[place].id) {
      let day = begins[place].id.day
      if let told = coach.tipTold(on: day), teaching.has(tip: told) {
        begins[place].tip = told
        continue
      }
      if !decisions.contains(where: { $0.day == day }),
        let decision = coach.decision(on: day, for: context)
      {
        decisions.append(decision)
      }
      begins[place].tip = decisions.first { $0.day == day }?.tip.id
      leaveForLater(in: &begins[place])
    }
  }

  /// What this prompt tells first cannot be asked about by it where that has another day.
  private func leaveForLater(in prompted: inout PromptContent) {
    let day = prompted.id.day
    prompted.questions.removeAll { [prompted] id in
      teaching.question(id)?.about == .tip && prompted.topic(of: id) == nil
        && !askingDays(of: prompted.tip, told: day).contains(day)
    }
  }

  func carriesTip(_ id: PromptID) -> Bool {
    schedule.slots.contains { $0.name == id.slot && $0.carries.contains(Teaching.tipItem) }
  }

  /// What was missed since the last prompt, for the first that begins: one digest, no flood.
  private func missed(_ plan: Plan) -> [PromptID] {
    // Where it was told may be forgotten before it is: a prompt of the day before can tell of it.
    let first = today.adding(days: -PlanningContext.daysBack)
    // What a clock wrote that ran ahead is told of when its time has come: where it was told then
    // may be too far ahead to be remembered.
    let missed =
      coach.passings.filter { $0.passing.isMissed && $0.id.day >= first && $0.at <= now }.map(\.id)
      + plan.passed.filter { $0.passing.isMissed }.map(\.id)
    return missed.filter { id in
      // What was given up too early, and begun after all, was not missed.
      !coach.isPrompted(id) && !plan.begins.contains { $0.id == id }
        && !coach.prompts.contains { $0.prompted.digest.contains(id) }
        && coach.rest(on: id.day, for: schedule) == nil
    }
  }

  /// Sorts what was written down into what stays on the screen and what has to go.
  private func place(on plan: inout Plan, hush: QuietInterval?) {
    // What a clock decided that ran far ahead has its place when its day is near.
    let last = today.adding(days: PlanningContext.daysShownAhead)
    let prompts = coach.prompts
    for place in prompts.indices where prompts[place].prompted.id.day <= last {
      if let why = settling(of: prompts[place]) {
        plan.settled.append(Plan.SettledPrompt(prompts[place], why))
        if why == .snoozed, let back = prompts[place].snoozedUntil {
          plan.looksAgain = min(plan.looksAgain, back)
        }
        continue
      }
      let prompt = prompts[place]
      plan.showing.append(prompt)
      let until = coach.until(of: prompt, in: calendar)
      plan.looksAgain = min(plan.looksAgain, until, hush?.until ?? .distantFuture)
      let isEnded = context.hasEnded(prompt.prompted.id, due: prompt.prompted.due, at: now)
      if hush == nil, !isEnded { plan.appearing.append(prompt) }
    }
  }

  /// The next moment, and by when to look again for what comes then.
  private func lookAhead(
    _ plan: Plan,
    today todays: [Occurrence],
    by gate: RateLimiter
  ) -> (next: Plan.Next?, looksAgain: Instant) {
    let held = (waiting(plan.deferred) + putOff(plan.settled)).min { $0.at < $1.at }
    var gate = gate
    for waiting in plan.deferred {
      let back = waiting.until ?? now
      gate.admit(RateLimiter.Candidate(id: waiting.id, isAsking: true, until: back), at: back)
    }
    var looksAgain = Instant.distantFuture
    let longest = gate.isSilence ? BackOff.longestGap : 0
    for ahead in 0...(PlanningContext.daysAhead + longest) {
      let day = today.adding(days: ahead)
      // What is not said on another day is seen to when that day has begun.
      if ahead > 0, gate.backOff.isHeld(day) { continue }
      let upcoming = upcoming(on: day, ahead == 0 ? todays : occurrences(on: day))
      // Also what will be held back then: at its moment it is said why.
      looksAgain = upcoming.map(\.due).reduce(looksAgain, min)
      let next = gate.foreseen(upcoming).compactMap { moment in
        moment.opens.map { Plan.Next(id: moment.id, at: $0) }
      }.min { $0.at < $1.at }
      guard let next else { continue }
      return (held.map { $0.at <= next.at ? $0 : next } ?? next, looksAgain)
    }
    return (held, looksAgain)
  }

  /// The prompts that are held back, each with the end of that.
  private func waiting(_ deferred: [Plan.DeferredPrompt]) -> [Plan.Next] {
    deferred.compactMap { held in held.until.map { Plan.Next(id: held.id, at: $0) } }
  }

  /// The prompts that the person has put off, each with the moment at which it is seen again.
  private func putOff(_ settled: [Plan.SettledPrompt]) -> [Plan.Next] {
    settled.filter { $0.why == .snoozed }.compactMap { settled in
      comesBack(settled.id).map { Plan.Next(id: settled.id, at: $0, isPutOff: true) }
    }
  }

  /// The moments of a civil day that are still to come.
  private func upcoming(on day: CivilDate, _ occurrences: [Occurrence]) -> [SlotOccurrence] {
    if coach.rest(on: day, for: schedule) != nil { return [] }
    let slots = occurrences.filter { $0.due > now && !isGiven($0.id) }
      .compactMap { moment(of: $0) }
    let reminders = reminderMoments(on: day).filter { $0.due > now && !coach.isPrompted($0.id) }
    return slots + reminders
  }
}
