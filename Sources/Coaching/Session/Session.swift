/// The daily loop: looks, writes down what it is about to do, does it, sleeps.
///
/// It keeps nothing that the facts do not say but what saves work and words: which prompts it has
/// settled, what it has said to the journal, and how often in a row something failed.
public struct Session {
  let world: World
  var settled: [SettledPrompt] = []
  /// What the last look had to say that stays true until it changes.
  var standing: [SessionEvent] = []
  private var failures = 0
  var pauses: [Pause] = []
  /// What could not be written down when a channel failed; it goes before what comes next.
  var owed: [Draft] = []
  /// What channels have taken on that confirm it later.
  var underway: [Underway] = []
  private var lastSequence: Int64?
  private var hasLooked = false

  /// The prompts that a channel has taken off the screen.
  struct SettledPrompt {
    var channel: String
    var prompts: [PromptID]
  }

  /// A channel that failed, and when it is tried again.
  ///
  /// What is written down about a failure wakes the session: without the pause it would try again
  /// at once, and for ever.
  struct Pause {
    var channel: String
    var failures: Int
    var from: Instant
    var until: Instant
  }

  public init(_ world: World) {
    self.world = world
  }

  /// What a look saw of the coach, and when something comes next.
  public struct Seen {
    public var coach: Coach
    public var next: Plan.Next?
  }

  /// Looks once; why it was called does not matter.
  ///
  /// - Returns: What it saw; nil where the ledger could not be read or written.
  @discardableResult
  public mutating func look() -> Seen? {
    var look = Look(now: world.now(), outlook: world.outlook(), all: world.channels())
    look.outlook.waitsForPerson =
      !look.channels.isEmpty && look.channels.allSatisfy(\.interrupts)
    world.wake(look.now.adding(seconds: Session.retrySeconds(after: failures + 1)))
    do {
      let (coach, plan) = try settled(&look)
      failures = 0
      finish(look, looksAgain: plan.looksAgain)
      return Seen(coach: coach, next: plan.next)
    } catch {
      tell(.ledgerFailed(error), &look)
      failures += 1
      look.retry = look.now.adding(seconds: Session.retrySeconds(after: failures))
      finish(look, looksAgain: .distantFuture)
      return nil
    }
  }

  /// Recalls, plans and writes until there is nothing more to write, and shows the last plan.
  ///
  /// A tip that is told can open a question of another prompt: so once more, but not for ever.
  private mutating func settled(
    _ look: inout Look
  ) throws(WorldError) -> (coach: Coach, plan: Plan) {
    let day = look.outlook.calendar.day(at: look.now)
    var rounds = 0
    while true {
      let coach = try world.recall(day).placed(in: look.outlook.zone)
      let planner = Planner(coach, look.outlook, at: look.now)
      let plan = planner.plan
      rounds += 1
      if rounds < 5, try write(plan, planner, look) {
        report(plan, &look)
        continue
      }
      reportStanding(plan, planner, &look)
      show(plan, planner, &look)
      return (coach, plan)
    }
  }

  /// What one look has seen.
  struct Look {
    var now: Instant
    var outlook: PlanningContext
    /// All there are, and those of them that the person wants.
    let all: [Channel]
    let channels: [Channel]
    /// When what failed is tried again.
    var retry = Instant.distantFuture
    var standing: [SessionEvent] = []

    init(
      now: Instant,
      outlook: PlanningContext,
      all: [Channel] = [],
      standing: [SessionEvent] = []
    ) {
      self.now = now
      self.outlook = outlook
      self.all = all
      self.standing = standing
      channels = all.filter(\.isWanted)
    }
  }

  /// A minute after a first failure, twice as long after each further one, at most 16 minutes.
  static func retrySeconds(after failures: Int) -> Int64 {
    60 << Int64(min(max(failures - 1, 0), 4))
  }

  private mutating func finish(_ look: Look, looksAgain: Instant) {
    standing = look.standing
    hasLooked = true
    world.wake(min(looksAgain, look.retry))
  }

  /// Says something that may still be true at the next look, but says it once.
  func tell(_ notice: SessionEvent, _ look: inout Look) {
    look.standing.append(notice)
    if !standing.contains(notice) { world.notice(notice) }
  }
}

// MARK: - Writing down

extension Session {
  /// Writes down what begins and what has passed, in one transaction; whether there was anything.
  private mutating func write(
    _ plan: Plan,
    _ planner: Planner,
    _ look: Look
  ) throws(WorldError) -> Bool {
    var drafts: [Draft] = owed
    drafts += plan.passed.map { passed in
      draft(.passed(passed.id, passed.passing), on: passed.id.day, look)
    }
    for begin in plan.begins {
      if let tip = begin.tip, planner.coach.tipTold(on: begin.id.day) == nil {
        drafts += telling(tip, on: begin.id.day, by: plan.decisions, look)
      }
      drafts.append(draft(.prompted(begin), on: begin.id.day, look))
      drafts += begin.questions.compactMap(look.outlook.teaching.question).filter(\.isSpaced)
        .map { draft(.asked(question: $0.id), on: begin.id.day, look) }
    }
    drafts += self.drafts(ofWaiting: plan, planner, look)
    if drafts.isEmpty { return false }
    try world.record(drafts)
    owed = []
    return true
  }

  /// A tip becomes that of the day, with all that was weighed.
  private func telling(
    _ tip: String,
    on day: CivilDate,
    by decisions: [TipDecision],
    _ look: Look
  ) -> [Draft] {
    let chosen = decisions.filter { $0.day == day }.map { Event.chosen($0.chosen) }
    return (chosen + [.told(tip: tip)]).map { draft($0, on: day, look) }
  }

  func draft(_ event: Event, on day: CivilDate, _ look: Look) -> Draft {
    Draft(instant: look.now, zone: look.outlook.zone.name, day: day, event: event)
  }

  private func report(_ plan: Plan, _ look: inout Look) {
    for passed in plan.passed { world.notice(.passed(passed.id, passed.passing)) }
    for begin in plan.begins {
      world.notice(.prompted(begin, lateSeconds: look.now.seconds - begin.due.seconds))
    }
  }

  private mutating func reportStanding(_ plan: Plan, _ planner: Planner, _ look: inout Look) {
    let coach = planner.coach
    for held in waiting(plan, planner, look) {
      tell(.deferred(held.id, held.why, until: held.until), &look)
      look.retry = min(look.retry, held.until ?? .distantFuture)
    }
    if let end = coach.pauseEnd(at: look.now) { tell(.paused(until: end), &look) }
    if let last = coach.awayThrough(plan.day) { tell(.away(through: last), &look) }
    let backOff = coach.backOff(at: look.now, in: look.outlook.calendar)
    if backOff.isSilence(on: plan.day) {
      tell(.backedOff(everyDays: backOff.gap(on: plan.day)), &look)
    }
    if look.now < look.outlook.clockStarts { tell(.clockNotSet, &look) }
    for given in coach.answers where given.fact.sequence > lastSequence ?? .max {
      world.notice(.answered(question: given.answered.question, day: given.day))
    }
    lastSequence = coach.lastSequence
  }
}

// MARK: - Showing

extension Session {
  /// Makes every channel equal to the plan; one that fails keeps nothing from the others.
  private mutating func show(_ plan: Plan, _ planner: Planner, _ look: inout Look) {
    let (channels, coach) = (look.channels, planner.coach)
    var told = interrupted(by: channels, plan) + waiting(plan, planner, look).map(\.id)
    for channel in channels {
      let missing = plan.appearing.filter { isMissing($0, on: channel, told) }
      let over = plan.settled.filter {
        $0.channels.contains(channel.name) || isUnderway($0.id, on: channel.name)
      }
      let before = settled.first { $0.channel == channel.name }?.prompts ?? []
      let paused = pauses.first { $0.channel == channel.name }
      let isPaused = paused.map { $0.from <= look.now && look.now < $0.until } == true
      if !isPaused { renew(plan, on: channel, coach: coach, look) }
      let isDone = missing.isEmpty && over.map(\.id) == before
      if isDone, channel.renew == nil || !isPaused { continue }
      if let paused, isPaused {
        look.standing += standing.filter { $0.isFailure(of: channel.name) }
        look.retry = min(look.retry, paused.until)
        continue
      }
      let (shown, isWell) = show(missing, on: channel, coach: coach, &look)
      if channel.interrupts { told += shown }
      let isSettled = settle(over, but: before, on: channel, &look)
      // What was only taken on may still fail.
      if !channel.isConfirmedLater { pauses.removeAll { $0.channel == channel.name } }
      if !isWell || !isSettled { pause(channel.name, after: paused?.failures ?? 0, &look) }
    }
    clear(plan, &look)
  }

  mutating func pause(_ channel: String, after failures: Int, _ look: inout Look) {
    let until = look.now.adding(seconds: Session.retrySeconds(after: failures + 1))
    pauses.removeAll { $0.channel == channel }
    pauses.append(Pause(channel: channel, failures: failures + 1, from: look.now, until: until))
    look.retry = min(look.retry, until)
  }

  /// Shows prompts on a channel: those that it took, and whether it is well.
  private mutating func show(
    _ prompts: [Coach.Prompt],
    on channel: Channel,
    coach: Coach,
    _ look: inout Look
  ) -> (shown: [PromptID], isWell: Bool) {
    var shown: [PromptID] = []
    var isWell = true
    for prompt in prompts {
      let teaching = look.outlook.teaching
      let card = teaching.card(for: prompt, coach: coach, zone: look.outlook.zone)
      do {
        try show(card, on: channel, look)
        shown.append(card.prompt)
        if !channel.isConfirmedLater { world.notice(.shown(card.prompt, channel: channel.name)) }
      } catch {
        let awaited = SessionEvent.channelAwaited(card.prompt, channel: channel.name, error)
        let failed = SessionEvent.channelFailed(card.prompt, channel: channel.name, error)
        tell(error.isAwaited ? awaited : failed, &look)
        isWell = isWell && error.isAwaited
      }
    }
    return (shown, isWell)
  }

  /// Shows a card on a channel and writes it down.
  ///
  /// Where showing twice would be seen twice, it is written down first: killed in between, the
  /// person finds the prompt elsewhere rather than a second time here.
  private mutating func show(
    _ card: Card,
    on channel: Channel,
    _ look: Look
  ) throws(WorldError) {
    let shown = draft(.shown(card.prompt, channel: channel.name), on: card.prompt.day, look)
    try channel.reach()
    if channel.isConfirmedLater {
      try channel.show(card)
      underway.append(Underway(channel: channel.name, prompt: card.prompt))
      return
    }
    if channel.isRepeatable {
      try channel.show(card)
      try world.record([shown])
      return
    }
    try world.record([shown])
    do {
      try channel.show(card)
    } catch {
      let void = Event.notShown(card.prompt, channel: channel.name)
      owed.append(draft(void, on: card.prompt.day, look))
      try world.record(owed)
      owed = []
      throw error
    }
  }

  /// Takes what has no place on the screen off a channel that has shown it, each once in this
  /// session; whether that is done.
  mutating func settle(
    _ over: [Plan.SettledPrompt],
    but before: [PromptID],
    on channel: Channel,
    _ look: inout Look
  ) -> Bool {
    let fresh = over.filter { !before.contains($0.id) }
    if let first = fresh.first {
      do {
        try channel.settle(fresh.map(\.id))
      } catch {
        tell(.channelFailed(first.id, channel: channel.name, error), &look)
        return false
      }
    }
    // What was settled before it began, a new session settles again, and does not say so again.
    forget(fresh.map(\.id), on: channel.name)
    if hasLooked { for settled in fresh { world.notice(.settled(settled.id, settled.why)) } }
    settled.removeAll { $0.channel == channel.name }
    settled.append(SettledPrompt(channel: channel.name, prompts: over.map(\.id)))
    return true
  }
}

extension SessionEvent {
  /// Whether it says that a channel failed.
  fileprivate func isFailure(of name: String) -> Bool {
    if case .channelFailed(_, channel: name, _) = self { true } else { false }
  }
}
