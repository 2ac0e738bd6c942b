extension PlanningContext {
  /// Whether a prompt counts among those of its day.
  ///
  /// One that ends the day and asks nothing does not: it is the person's own bell for lights-out,
  /// which says nothing any more when it comes an hour late.
  ///
  /// What reminds of a promise does not either: it comes because the person gave their word, and a
  /// reminder held back is worth nothing.
  func counts(_ id: PromptID) -> Bool {
    let slots = slots
    // A reminder has the name of no slot.
    guard let place = slots.indices.first(where: { slots[$0].name == id.slot }) else {
      return !Entry.ID.isReminder(id.slot)
    }
    if !slots[place].endsDay { return true }
    let carries = slots[place].carries
    return carries.contains(Teaching.tipItem) || asks(carries)
  }

  func asks(_ carries: [String]) -> Bool {
    carries.contains { item in
      if let place = teaching.place(ofQuestion: item) {
        return profile.hears(teaching.questions[place])
      }
      return item == Teaching.checkItem || teaching.check(item) != nil
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

  /// A prompt that could come.
  struct Candidate {
    var id: PromptID
    /// Whether it asks anything, so that somebody silent can react to it.
    var isAsking: Bool
    /// The first instant at which it is over.
    var until: Instant
  }

  /// A prompt that came, or is foreseen to.
  private struct Came {
    var day: CivilDate
    var at: Instant
    /// When it comes or came back, where the person had put it off.
    var back: Instant?

    /// When it last came by an instant; what a clock decided that ran ahead keeps nobody away
    /// before its time has come.
    func last(by instant: Instant) -> Instant? {
      if let back, at <= back, back <= instant { return back }
      return at <= instant ? at : nil
    }
  }

  let planner: Planner
  /// Empty as long as the person is not thought to be silent: nothing is foreseen of that.
  private(set) var backOff: BackOff
  private var came: [Came]

  init(_ planner: Planner) {
    self.planner = planner
    let backOff = planner.coach.backOff(at: planner.now, in: planner.calendar)
    let isSilence = backOff.isSilence(on: planner.today)
    self.backOff = isSilence ? backOff : BackOff()
    came = []
    // By their places, as to hold each would count the references to all that it has.
    let prompts = planner.coach.prompts
    for place in prompts.indices where planner.context.counts(prompts[place].prompted.id) {
      let (day, back) = (prompts[place].prompted.id.day, prompts[place].snoozedUntil)
      came.append(Came(day: day, at: prompts[place].at, back: back))
    }
  }

  /// Whether less is said to the person now.
  var isSilence: Bool { !backOff.asked.isEmpty }

  /// What becomes of a prompt that could come at an instant.
  func admission(of candidate: Candidate, at instant: Instant) -> Admission {
    let id = candidate.id
    if Entry.ID.isReminder(id.slot) { return .comes }
    if backOff.isSilence(on: id.day), !candidate.isAsking || backOff.isHeld(id.day) {
      return .passes(.backedOff)
    }
    guard planner.context.counts(id) else { return .comes }
    let limits = planner.schedule.limits
    if came.count(where: { $0.day == id.day }) >= limits.promptsPerDay { return .passes(.limit) }
    guard let last = came.lazy.compactMap({ $0.last(by: instant) }).max() else { return .comes }
    let free = last.adding(seconds: limits.apartSeconds)
    if free <= instant { return .comes }
    let end = min(
      candidate.until,
      planner.context.dayEnd(of: id, due: instant) ?? candidate.until
    )
    return free < end ? .waits(until: free) : .passes(.near)
  }

  /// A prompt comes.
  mutating func admit(_ candidate: Candidate, at instant: Instant) {
    let day = candidate.id.day
    if candidate.isAsking, isSilence { backOff.asked(on: day) }
    if planner.context.counts(candidate.id) { came.append(Came(day: day, at: instant)) }
  }

  /// Moments to come as they are to be expected, if the person does nothing.
  mutating func foreseen(_ moments: [SlotOccurrence]) -> [SlotOccurrence] {
    moments.sorted { $0.due < $1.due }.map { moment in
      guard let opens = moment.opens else { return moment }
      var moment = moment
      // Nobody counts what a person is asked who reacts.
      let isAsking = isSilence && planner.asks(moment)
      let candidate = Candidate(id: moment.id, isAsking: isAsking, until: moment.until)
      switch admission(of: candidate, at: max(opens, planner.now)) {
      case .comes: break
      case .waits(let until): moment.opens = until
      case .passes(let why):
        moment.opens = nil
        moment.passing = why
      }
      if let opens = moment.opens { admit(candidate, at: opens) }
      return moment
    }
  }
}

// MARK: - What is too much now

extension Planner {
  /// Whether a prompt of a moment would ask something.
  fileprivate func asks(_ moment: SlotOccurrence) -> Bool {
    !questions(in: moment.carries, on: moment.id.day).isEmpty
  }

  /// What the limits leave of the verdicts: some of what would begin waits, some is not said.
  ///
  /// What begins comes last, in the order of its time.
  func limited(_ verdicts: [Judged], by gate: RateLimiter) -> [Judged] {
    var begins: [PromptContent] = []
    var limited: [Judged] = []
    for (id, verdict) in verdicts {
      switch verdict {
      case .begins(let prompted): begins.append(prompted)
      case .held:
        // Held back only to be too much after it, it is not said at all; but too near another it
        // may be no more when the hush is over.
        let why = excess(id, by: gate).flatMap { $0 == .near ? nil : $0 }
        limited.append((id, why.map(Verdict.passed) ?? verdict))
      case .passed(let why): limited.append((id, .passed(account(of: id, why, by: gate))))
      case .nothing: break
      }
    }
    return limited + admitted(begins.sorted { $0.due < $1.due }, by: gate)
  }

  /// Why a prompt was not shown: what was missed would have been too much as often as not; then
  /// that is its account, and nobody is told of it.
  private func account(of id: PromptID, _ why: PassReason, by gate: RateLimiter) -> PassReason {
    if !why.isMissed { return why }
    return gate.backOff.isSilence(on: id.day) ? .backedOff : excess(id, by: gate) ?? why
  }

  /// What becomes of the prompts that would begin, each beside those before it.
  private func admitted(_ begins: [PromptContent], by gate: RateLimiter) -> [Judged] {
    var gate = gate
    return begins.map { prompted in
      let candidate = RateLimiter.Candidate(
        id: prompted.id,
        isAsking: !prompted.questions.isEmpty,
        until: prompted.until
      )
      switch gate.admission(of: candidate, at: now) {
      case .comes:
        gate.admit(candidate, at: now)
        return (prompted.id, .begins(prompted))
      case .waits(let until):
        let hold = Verdict.Hold(why: .near, until: until, end: prompted.until)
        return (prompted.id, .held(hold))
      case .passes(let why): return (prompted.id, .passed(why))
      }
    }
  }

  /// Why a prompt would be too much at the end of its window; nil where it would not.
  private func excess(_ id: PromptID, by gate: RateLimiter) -> PassReason? {
    guard let slot = schedule.slots.first(where: { $0.name == id.slot }),
      let due = slot.due(on: id.day, in: calendar)
    else { return nil }
    let until = slot.until(due: due, on: id.day, in: calendar)
    let end = min(until, context.dayEnd(of: id, due: due) ?? until)
    let candidate = RateLimiter.Candidate(
      id: id,
      isAsking: context.asks(slot.carries),
      until: until
    )
    let admission = gate.admission(of: candidate, at: max(due, end.adding(seconds: -1)))
    guard case .passes(let why) = admission else { return nil }
    // Where the day's messages had ended before it was due, nothing else kept it away.
    return why == .near && end <= due ? nil : why
  }
}
