extension PlanningContext {
  /// Whether a prompt counts among those of its day.
  ///
  /// One that ends the day and asks nothing does not: it is the person's own bell for lights-out,
  /// which says nothing any more when it comes an hour late.
  ///
  /// What reminds of a promise does not either: it comes because the person gave their word, and a
  /// reminder held back is worth nothing.
  func counts(_ id: PromptID) -> Bool {
    if Entry.ID.isReminder(id.slot) { return false }
    guard let slot = schedule.slots.first(where: { $0.name == id.slot }) else { return true }
    return !slot.endsDay || slot.carries.contains(Teaching.tipItem) || asks(slot.carries)
  }

  func asks(_ carries: [String]) -> Bool {
    carries.contains { item in
      teaching.question(item).map(profile.hears)
        ?? (item == Teaching.checkItem || teaching.check(item) != nil)
    }
  }
}

/// Lets prompts come, in their order, as far as the limits and the person's silence allow.
struct RateLimiter {
  enum Admission: Equatable {
    case comes
    case waits(until: Instant)
    case passes(PassReason)
  }

  /// A prompt that came, or is foreseen to.
  private struct Came {
    var day: CivilDate
    var at: Instant
  }

  let outlook: PlanningContext
  let now: Instant
  /// Empty as long as the person is not thought to be silent: nothing is foreseen of that.
  private(set) var backOff: BackOff
  private var came: [Came]

  init(_ coach: Coach, at now: Instant, for outlook: PlanningContext) {
    self.outlook = outlook
    self.now = now
    let backOff = coach.backOff(at: now, in: outlook.calendar)
    let isSilence = backOff.isSilence(on: outlook.calendar.day(at: now))
    self.backOff = isSilence ? backOff : BackOff()
    came = coach.prompts.filter { outlook.counts($0.prompted.id) }
      .map { Came(day: $0.prompted.id.day, at: $0.lastCame(by: now)) }
  }

  /// Whether less is said to the person now.
  var isSilence: Bool { !backOff.asked.isEmpty }

  /// What becomes of a prompt that could come at an instant.
  func admission(
    of id: PromptID,
    asks: Bool,
    until: Instant,
    at instant: Instant
  ) -> Admission {
    if Entry.ID.isReminder(id.slot) { return .comes }
    if backOff.isSilence(on: id.day), !asks || backOff.isHeld(id.day) {
      return .passes(.backedOff)
    }
    guard outlook.counts(id) else { return .comes }
    let limits = outlook.schedule.limits
    if came.filter({ $0.day == id.day }).count >= limits.promptsPerDay { return .passes(.limit) }
    // What a clock decided that ran ahead keeps nobody away before its time has come.
    guard let last = came.map(\.at).filter({ $0 <= instant }).max() else { return .comes }
    let free = last.adding(seconds: limits.apartSeconds)
    if free <= instant { return .comes }
    let end = min(until, outlook.dayEnd(of: id) ?? until)
    return free < end ? .waits(until: free) : .passes(.near)
  }

  /// A prompt comes.
  mutating func admit(_ id: PromptID, asks: Bool, at instant: Instant) {
    if asks, isSilence { backOff.asked(on: id.day) }
    if outlook.counts(id) { came.append(Came(day: id.day, at: instant)) }
  }

  /// Moments to come as they are to be expected, if the person does nothing.
  mutating func foreseen(_ moments: [SlotOccurrence]) -> [SlotOccurrence] {
    moments.sorted { $0.due < $1.due }.map { moment in
      guard let opens = moment.opens else { return moment }
      var moment = moment
      let asks = outlook.asks(moment.carries)
      let instant = max(opens, now)
      switch admission(of: moment.id, asks: asks, until: moment.until, at: instant) {
      case .comes: break
      case .waits(let until): moment.opens = until
      case .passes(let why):
        moment.opens = nil
        moment.passing = why
      }
      if let opens = moment.opens { admit(moment.id, asks: asks, at: opens) }
      return moment
    }
  }
}

extension Coach.Prompt {
  /// When it last came by an instant, by itself or because the person had put it off till then.
  fileprivate func lastCame(by now: Instant) -> Instant {
    snoozedUntil.map { $0 <= now ? max($0, at) : at } ?? at
  }
}

extension Coach {
  /// The moments of some civil days as they are to be expected, if the person does nothing.
  ///
  /// - Parameters:
  ///   - first: The first of the days.
  ///   - count: How many, 1 or more.
  ///   - now: What is over by then, or was decided, is left as it is.
  ///   - outlook: What is configured.
  /// - Returns: Their moments, day by day.
  public func moments(
    from first: CivilDate,
    days count: Int,
    at now: Instant,
    for outlook: PlanningContext
  ) -> [SlotOccurrence] {
    var gate = RateLimiter(self, at: now, for: outlook)
    let today = outlook.calendar.day(at: now)
    // What is said to a silent person depends on what was said before.
    let isNear = today < first && first.dayNumber - today.dayNumber < PlanningContext.daysForeseen
    let start = isNear ? today : first
    return (start.dayNumber..<first.dayNumber + count).flatMap { number in
      let all = moments(on: CivilDate(dayNumber: number), for: outlook)
      let isOpen = { (moment: SlotOccurrence) in
        moment.until > now && prompt(moment.id) == nil && passing(of: moment.id) == nil
      }
      return all.filter { !isOpen($0) } + gate.foreseen(all.filter(isOpen))
    }.filter { first <= $0.id.day }.map { moment in
      var moment = moment
      moment.carries = moment.carries.filter { item in
        // On a day to come nothing stays yet from one before.
        let own = outlook.teaching.question(item).flatMap { $0.stays > 0 ? $0.every : nil }
        if let own, moment.id.day > today, !own.names(moment.id.day) { return false }
        return isSaid(item, on: moment.id.day, for: outlook)
      }
      return moment
    }
  }

  /// Whether what a slot carries is for this person, and its turn has come on a civil day.
  private func isSaid(_ item: String, on day: CivilDate, for outlook: PlanningContext) -> Bool {
    let teaching = outlook.teaching
    if item == Teaching.tipItem { return true }
    if item == Teaching.promisesItem || teaching.recalledNotes.contains(item) {
      return !entries.all.isEmpty
    }
    if let cue = teaching.cue(item) { return isSaid(cue, on: day, for: outlook) }
    return !questionsStanding(in: [item], on: day, for: outlook).isEmpty
  }

  /// Takes out of what would begin what is too much now: some of it waits, some is not said at all.
  ///
  /// What was missed would have been too much as often as not; then that is its account, and
  /// nobody is told of it.
  func withhold(in plan: inout Plan, at now: Instant, for outlook: PlanningContext) {
    let isMissing = plan.passed.contains { $0.passing.isMissed }
    if plan.begins.isEmpty, plan.deferred.isEmpty, !isMissing { return }
    var gate = RateLimiter(self, at: now, for: outlook)
    for index in plan.passed.indices where plan.passed[index].passing.isMissed {
      let id = plan.passed[index].id
      let isSilence = gate.backOff.isSilence(on: id.day)
      if let why = isSilence ? .backedOff : excess(id, by: gate) {
        plan.passed[index].passing = why
      }
    }
    withholdDeferred(in: &plan, by: gate)
    let begins = plan.begins
    plan.begins = []
    for prompted in begins {
      let asks = !prompted.questions.isEmpty
      switch gate.admission(of: prompted.id, asks: asks, until: prompted.until, at: now) {
      case .comes:
        gate.admit(prompted.id, asks: asks, at: now)
        plan.begins.append(prompted)
      case .waits(let until):
        plan.deferred.append(Plan.DeferredPrompt(id: prompted.id, why: .near, until: until))
        plan.looksAgain = min(plan.looksAgain, until)
      // What comes of no slot is what the person asked to be reminded of: it is not lost.
      case .passes where !outlook.schedule.slots.contains { $0.name == prompted.id.slot }:
        gate.admit(prompted.id, asks: asks, at: now)
        plan.begins.append(prompted)
      case .passes(let why): pass(prompted.id, why, in: &plan)
      }
    }
  }

  /// What is held back only to be too much after it, is not said at all.
  private func withholdDeferred(in plan: inout Plan, by gate: RateLimiter) {
    let held = plan.deferred
    plan.deferred = []
    for deferred in held {
      // Too near another it may be no more when the hush is over.
      if let why = excess(deferred.id, by: gate), why != .near {
        pass(deferred.id, why, in: &plan)
      } else {
        plan.deferred.append(deferred)
      }
    }
  }

  /// Why a prompt would be too much at the end of its window; nil where it would not.
  private func excess(_ id: PromptID, by gate: RateLimiter) -> PassReason? {
    let outlook = gate.outlook
    guard let slot = outlook.schedule.slots.first(where: { $0.name == id.slot }),
      let due = slot.due(on: id.day, in: outlook.calendar)
    else { return nil }
    let until = slot.until(due: due, on: id.day, in: outlook.calendar)
    let end = min(until, outlook.dayEnd(of: id) ?? until)
    let admission = gate.admission(
      of: id,
      asks: outlook.asks(slot.carries),
      until: until,
      at: max(due, end.adding(seconds: -1))
    )
    guard case .passes(let why) = admission else { return nil }
    // Where the day's messages had ended before it was due, nothing else kept it away.
    return why == .near && end <= due ? nil : why
  }
}
