/// The daily loop: looks, writes down what it is about to do, does it, sleeps.
///
/// It keeps nothing that the facts do not say but what saves work and words: what became of cards
/// on each channel, what it has said to the journal, and how often in a row the ledger failed.
public struct Session {
  private let world: World
  private var deliveries: [ChannelDelivery] = []
  /// What the last look had to say that stays true until it changes.
  private var standing: [SessionEvent] = []
  private var failures = 0
  /// What could not be written down when a channel failed; it goes before what comes next.
  private var owed: [Draft] = []
  private var lastSequence: Int64?
  private var hasLooked = false

  public init(_ world: World) {
    self.world = world
  }

  /// What a look saw: the coach, what was planned from, and when something comes next.
  public struct Seen {
    public var coach: Coach
    public var context: PlanningContext
    public var next: Plan.Next?
  }

  /// Looks once; why it was called does not matter.
  ///
  /// - Returns: What it saw; nil where the ledger could not be read or written.
  @discardableResult
  public mutating func look() -> Seen? {
    var look = Look(world, isFirst: !hasLooked, standing: standing, owed: owed)
    world.wake(look.now.adding(seconds: Session.retrySeconds(after: failures + 1)))
    for place in deliveries.indices { deliveries[place].tellTroubles(&look) }
    do {
      let (coach, plan) = try settled(&look)
      failures = 0
      finish(look, looksAgain: plan.looksAgain)
      return Seen(coach: coach, context: look.context, next: plan.next)
    } catch {
      look.tell(.ledgerFailed(error))
      failures += 1
      look.comeBack(at: look.now.adding(seconds: Session.retrySeconds(after: failures)))
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
    let day = look.context.calendar.day(at: look.now)
    var rounds = 0
    while true {
      let coach = try world.recall(day).placed(in: look.context.zone)
      let planner = Planner(coach, look.context, at: look.now)
      let plan = planner.plan
      let waiting = waiting(plan, planner, look)
      rounds += 1
      if rounds < 5, try write(plan, planner, waiting, &look) {
        report(plan, look)
        continue
      }
      reportStanding(plan, planner, waiting, &look)
      show(plan, planner, waiting, &look)
      return (coach, plan)
    }
  }

  /// A minute after a first failure, twice as long after each further one, at most 16 minutes.
  static func retrySeconds(after failures: Int) -> Int64 {
    60 << Int64(min(max(failures - 1, 0), 4))
  }

  private mutating func finish(_ look: Look, looksAgain: Instant) {
    (standing, owed) = (look.standing, look.owed)
    hasLooked = true
    world.wake(min(looksAgain, look.retry))
  }
}

// MARK: - What channels say later

extension Session {
  /// Hears that a card is on the screen which a channel had taken on, and looks: where it still has
  /// its place there that is written down, else it is taken off again.
  @discardableResult
  public mutating func shown(_ prompt: PromptID, on channel: String) -> Seen? {
    self[channel].shown(prompt)
    return look()
  }

  /// Hears that cards could not be shown after all, or not be renewed, and looks: another channel
  /// may show them, or this one once more, after a pause.
  @discardableResult
  public mutating func failed(
    _ prompts: [PromptID],
    on channel: String,
    _ trouble: WorldError
  ) -> Seen? {
    self[channel].failed(prompts, trouble)
    return look()
  }

  /// Hears that a channel is there anew, and looks: what failed before may do well now.
  ///
  /// - Parameters:
  ///   - channel: Its name.
  ///   - prompts: What it had taken on to show when it comes: it shows only what it is now given
  ///     again, since by now nothing may be to be said.
  /// - Returns: What the look saw.
  @discardableResult
  public mutating func came(_ channel: String, holding prompts: [PromptID] = []) -> Seen? {
    self[channel].came(holding: prompts)
    return look()
  }

  /// What became of cards on the channel of a name.
  private subscript(name: String) -> ChannelDelivery {
    get { deliveries.first { $0.name == name } ?? ChannelDelivery(name) }
    set {
      if let place = deliveries.firstIndex(where: { $0.name == name }) {
        deliveries[place] = newValue
      } else {
        deliveries.append(newValue)
      }
    }
  }
}

// MARK: - Writing down

extension Session {
  /// Writes down what begins, what has passed and what is shown by now, in one transaction; whether
  /// there was anything.
  private mutating func write(
    _ plan: Plan,
    _ planner: Planner,
    _ waiting: [Plan.DeferredPrompt],
    _ look: inout Look
  ) throws(WorldError) -> Bool {
    var drafts = plan.passed.map { look.draft(.passed($0.id, $0.passing), on: $0.id.day) }
    for begin in plan.begins { drafts += beginning(begin, plan, planner, look) }
    drafts += waiting.filter { !planner.coach.isDeferred($0.id, $0.why) }
      .map { look.draft(.deferred($0.id, $0.why), on: $0.id.day) }
    let shown = toWrite(plan, waiting, look)
    for (channel, prompts) in shown {
      drafts += prompts.map { look.draft(.shown($0, channel: channel), on: $0.day) }
    }
    if drafts.isEmpty, look.owed.isEmpty { return false }
    try look.write(drafts)
    for (channel, prompts) in shown {
      self[channel].wrote(prompts)
      for prompt in prompts { look.notice(.shown(prompt, channel: channel)) }
    }
    return true
  }

  /// What channels say is on the screen and belongs there.
  private func toWrite(
    _ plan: Plan,
    _ waiting: [Plan.DeferredPrompt],
    _ look: Look
  ) -> [(channel: String, prompts: [PromptID])] {
    guard deliveries.contains(where: \.hasNews) else { return [] }
    let told = told(plan, waiting, look)
    return look.channels.map { ($0.name, self[$0.name].toWrite(plan, but: told)) }
      .filter { !$0.prompts.isEmpty }
  }

  /// A prompt begins, and with it perhaps the tip of the day and what is asked now and then.
  private func beginning(
    _ begin: PromptContent,
    _ plan: Plan,
    _ planner: Planner,
    _ look: Look
  ) -> [Draft] {
    var events: [Event] = []
    if let tip = begin.tip, planner.coach.tipTold(on: begin.id.day) == nil {
      // A tip becomes that of the day, with all that was weighed.
      events += plan.decisions.filter { $0.day == begin.id.day }.map { .chosen($0.chosen) }
      events.append(.told(tip: tip))
    }
    events.append(.prompted(begin))
    events += begin.questions.compactMap(look.context.teaching.question).filter(\.isSpaced)
      .map { .asked(question: $0.id) }
    return events.map { look.draft($0, on: begin.id.day) }
  }

  private func report(_ plan: Plan, _ look: Look) {
    for passed in plan.passed { look.notice(.passed(passed.id, passed.passing)) }
    for begin in plan.begins {
      look.notice(.prompted(begin, lateSeconds: look.now.seconds - begin.due.seconds))
    }
  }

  private mutating func reportStanding(
    _ plan: Plan,
    _ planner: Planner,
    _ waiting: [Plan.DeferredPrompt],
    _ look: inout Look
  ) {
    let coach = planner.coach
    for held in waiting {
      look.tell(.deferred(held.id, held.why, until: held.until))
      look.comeBack(at: held.until ?? .distantFuture)
      if let seconds = look.context.presence?.glance(for: held.why) {
        look.comeBack(at: look.now.adding(seconds: seconds))
      }
    }
    if let end = coach.pauseEnd(at: look.now) { look.tell(.paused(until: end)) }
    if let last = coach.awayThrough(plan.day) { look.tell(.away(through: last)) }
    let backOff = coach.backOff(at: look.now, in: look.context.calendar)
    if backOff.isSilence(on: plan.day) {
      look.tell(.backedOff(everyDays: backOff.gap(on: plan.day)))
    }
    if look.now < look.context.clockStarts { look.tell(.clockNotSet) }
    for given in coach.answers where given.fact.sequence > lastSequence ?? .max {
      look.notice(.answered(question: given.answered.question, day: given.day))
    }
    lastSequence = coach.lastSequence
  }
}

// MARK: - Showing

extension Session {
  /// Makes every channel equal to the plan; one that fails keeps nothing from the others.
  private mutating func show(
    _ plan: Plan,
    _ planner: Planner,
    _ waiting: [Plan.DeferredPrompt],
    _ look: inout Look
  ) {
    var told = told(plan, waiting, look)
    for channel in look.channels {
      let shown =
        self[channel.name].deliver(plan, by: planner.coach, but: told, to: channel, &look)
      if channel.interrupts { told += shown }
    }
    var void: [Draft] = []
    for channel in look.all where !channel.isWanted {
      void += self[channel.name].withdraw(plan, from: channel, &look)
    }
    // What cannot be written down now goes before what comes next.
    if !void.isEmpty { try? look.owe(void) }
  }

  /// The prompts that are not to come between the person and what they do: those that do already,
  /// and those that wait.
  private func told(
    _ plan: Plan,
    _ waiting: [Plan.DeferredPrompt],
    _ look: Look
  ) -> [PromptID] {
    interrupted(plan, look) + waiting.map(\.id)
  }

  /// The prompts that some channel has shown, or is about to, that interrupts the person.
  private func interrupted(_ plan: Plan, _ look: Look) -> [PromptID] {
    if plan.appearing.isEmpty { return [] }
    let places = look.channels.filter(\.interrupts).map { self[$0.name] }
    return plan.appearing.filter { prompt in places.contains { $0.has(prompt) } }
      .map(\.prompted.id)
  }

  /// The prompts that wait before they begin, and those that have begun and wait for the person
  /// before a channel may interrupt them.
  private func waiting(_ plan: Plan, _ planner: Planner, _ look: Look) -> [Plan.DeferredPrompt] {
    guard look.channels.contains(where: \.interrupts) else { return plan.deferred }
    let told = interrupted(plan, look)
    return plan.deferred + planner.held(plan).filter { !told.contains($0.id) }
  }
}
