/// What became of the cards on one channel, as far as the facts do not say it.
///
/// Nothing of it outlives the process: a new one finds in the facts what was shown, shows the rest,
/// and settles once more what is over.
struct ChannelDelivery {
  /// A failure, and when the channel is tried again.
  ///
  /// What is written down about a failure wakes the session: without the pause it would try again
  /// at once, and for ever.
  private struct Pause {
    var failures: Int
    var from: Instant
    var until: Instant

    func holds(at now: Instant) -> Bool { from <= now && now < until }
  }

  let name: String
  /// What the channel has taken on, and of which it has not said yet whether it is shown.
  private var underway: [PromptID] = []
  /// What it says is on the screen, and is neither written down yet nor taken off again.
  private var confirmed: [PromptID] = []
  /// What it has taken off the screen.
  private var settled: [PromptID] = []
  private var pause: Pause?
  /// What the channel could not do, and nobody was told of yet.
  private var troubles: [(prompts: [PromptID], trouble: WorldError)] = []

  init(_ name: String) {
    self.name = name
  }
}

// MARK: - What the channel says later

extension ChannelDelivery {
  /// A card is on the screen.
  mutating func shown(_ prompt: PromptID) {
    if !confirmed.contains(prompt) { confirmed.append(prompt) }
    pause = nil
  }

  /// Cards could not be shown after all, or not be renewed.
  mutating func failed(_ prompts: [PromptID], _ trouble: WorldError) {
    forget(prompts)
    if !trouble.isAwaited { troubles.append((prompts, trouble)) }
  }

  /// The channel is there anew; what it was only to show when it comes is to be asked for again.
  mutating func came(holding prompts: [PromptID]) {
    forget(prompts)
    pause = nil
  }

  /// Tells of what it could not do, and leaves it alone for a while.
  mutating func tellTroubles(_ look: inout Look) {
    for (prompts, trouble) in troubles {
      for prompt in prompts { look.tell(.channelFailed(prompt, channel: name, trouble)) }
      rest(&look)
    }
    troubles = []
  }

  private mutating func forget(_ prompts: [PromptID]) {
    underway.removeAll(where: prompts.contains)
    confirmed.removeAll(where: prompts.contains)
  }
}

// MARK: - What is there

extension ChannelDelivery {
  /// Whether the channel has shown a prompt, or is about to.
  func has(_ prompt: Coach.Prompt) -> Bool {
    prompt.shownBy.contains(name) || underway.contains(prompt.prompted.id)
  }

  /// Whether it has said of a card that it is on the screen, and that is not dealt with yet.
  var hasNews: Bool { !confirmed.isEmpty }

  private func isTaken(_ id: PromptID) -> Bool { underway.contains(id) || confirmed.contains(id) }

  /// What the channel says is on the screen and belongs there: it is to be written down.
  ///
  /// - Parameters:
  ///   - plan: What should be on the screen.
  ///   - told: What comes between the person and what they do elsewhere, or is not to do so yet.
  /// - Returns: The prompts; `wrote` says that it is done.
  func toWrite(_ plan: Plan, but told: [PromptID]) -> [PromptID] {
    confirmed.filter { id in
      guard let prompt = plan.appearing.first(where: { $0.prompted.id == id }) else { return false }
      return !prompt.shownBy.contains(name) && (underway.contains(id) || !told.contains(id))
    }
  }

  mutating func wrote(_ prompts: [PromptID]) { forget(prompts) }

  /// What has no place on the channel any more: what is settled, and what came to the screen when
  /// nothing was to be said there any more.
  private func over(_ plan: Plan, but told: [PromptID]) -> [Plan.SettledPrompt] {
    let over = plan.settled.filter { $0.channels.contains(name) || isTaken($0.id) }
    let wanted = toWrite(plan, but: told)
    let late = confirmed.filter { id in
      !wanted.contains(id) && !over.contains { $0.id == id }
        && !plan.showing.contains { $0.prompted.id == id && $0.shownBy.contains(name) }
    }
    return over + late.map { Plan.SettledPrompt($0, .late) }
  }
}

// MARK: - Making it equal to the plan

extension ChannelDelivery {
  /// Shows what is missing on a channel and takes off what is over.
  ///
  /// - Parameters:
  ///   - plan: What should be on the screen.
  ///   - coach: What it was made from.
  ///   - told: What is not to come between the person and what they do by this channel.
  ///   - channel: The channel of this name.
  ///   - look: The look that this is part of.
  /// - Returns: The prompts that the channel took.
  mutating func deliver(
    _ plan: Plan,
    by coach: Coach,
    but told: [PromptID],
    to channel: Channel,
    _ look: inout Look
  ) -> [PromptID] {
    let missing = plan.appearing.filter { prompt in
      !has(prompt) && !(channel.interrupts && told.contains(prompt.prompted.id))
    }
    let over = over(plan, but: told)
    let isPaused = pause?.holds(at: look.now) == true
    let isRenewed = isPaused ? false : renew(plan, by: coach, on: channel, look)
    if missing.isEmpty, over.map(\.id) == settled, isRenewed || !channel.renews { return [] }
    if let pause, isPaused {
      look.leave(toldOf: name)
      look.comeBack(at: pause.until)
      return []
    }
    let (shown, isWell) = show(missing, by: coach, on: channel, &look)
    let isSettled = settle(over, on: channel, &look)
    // What was only taken on may still fail.
    let failures = pause
    if !channel.confirmsLater { pause = nil }
    if !isWell || !isSettled {
      pause = failures
      rest(&look)
    }
    return shown
  }

  /// Takes off a channel that is wanted no more what it has shown.
  ///
  /// - Returns: What is to be written down: what is still open counts as not shown there, so that
  ///   it is shown again when the channel is wanted again.
  mutating func withdraw(_ plan: Plan, from channel: Channel, _ look: inout Look) -> [Draft] {
    let open = plan.showing.map { Plan.SettledPrompt($0, .unwanted) }
    let there = (plan.settled + open).filter { $0.channels.contains(name) || isTaken($0.id) }
    if there.map(\.id) == settled { return [] }
    guard settle(there, on: channel, &look) else { return [] }
    return plan.showing.filter { $0.shownBy.contains(name) }.map { gone in
      let id = gone.prompted.id
      return look.draft(.notShown(id, channel: name), on: id.day)
    }
  }

  private mutating func rest(_ look: inout Look) {
    let failures = pause?.failures ?? 0
    let until = look.now.adding(seconds: Session.retrySeconds(after: failures + 1))
    pause = Pause(failures: failures + 1, from: look.now, until: until)
    look.comeBack(at: until)
  }

  /// Makes the cards that a channel has shown equal to what they would say now; whether it can.
  private func renew(
    _ plan: Plan,
    by coach: Coach,
    on channel: Channel,
    _ look: Look
  ) -> Bool {
    guard case .confirmed(let renew) = channel.delivery else { return false }
    for prompt in plan.appearing where prompt.shownBy.contains(name) {
      renew(look.card(for: prompt, by: coach))
    }
    return true
  }

  /// Shows prompts on a channel: those that it took, and whether it is well.
  private mutating func show(
    _ prompts: [Coach.Prompt],
    by coach: Coach,
    on channel: Channel,
    _ look: inout Look
  ) -> (shown: [PromptID], isWell: Bool) {
    var shown: [PromptID] = []
    var isWell = true
    for prompt in prompts {
      let card = look.card(for: prompt, by: coach)
      do {
        try show(card, on: channel, &look)
        shown.append(card.prompt)
        if !channel.confirmsLater { look.notice(.shown(card.prompt, channel: name)) }
      } catch {
        let awaited = SessionEvent.channelAwaited(card.prompt, channel: name, error)
        let failed = SessionEvent.channelFailed(card.prompt, channel: name, error)
        look.tell(error.isAwaited ? awaited : failed)
        isWell = isWell && error.isAwaited
      }
    }
    return (shown, isWell)
  }

  /// Shows a card on a channel and writes it down, in the order that its delivery asks for.
  private mutating func show(
    _ card: Card,
    on channel: Channel,
    _ look: inout Look
  ) throws(WorldError) {
    let shown = look.draft(.shown(card.prompt, channel: name), on: card.prompt.day)
    try channel.reach()
    switch channel.delivery {
    case .confirmed:
      try channel.show(card)
      underway.append(card.prompt)
    case .kept:
      try channel.show(card)
      try look.record(shown)
    case .said, .interrupting:
      try look.record(shown)
      do {
        try channel.show(card)
      } catch {
        let void = Event.notShown(card.prompt, channel: name)
        try look.owe([look.draft(void, on: card.prompt.day)])
        throw error
      }
    }
  }

  /// Takes what has no place there off the channel, each once in this session; whether it is done.
  private mutating func settle(
    _ over: [Plan.SettledPrompt],
    on channel: Channel,
    _ look: inout Look
  ) -> Bool {
    let fresh = over.filter { !settled.contains($0.id) || confirmed.contains($0.id) }
    if let first = fresh.first {
      do {
        try channel.settle(fresh.map(\.id))
      } catch {
        look.tell(.channelFailed(first.id, channel: name, error))
        return false
      }
    }
    forget(fresh.map(\.id))
    // What was settled before it began, a new session settles again, and does not say so again.
    if !look.isFirst { for settled in fresh { look.notice(.settled(settled.id, settled.why)) } }
    settled = over.map(\.id)
    return true
  }
}

extension Channel {
  /// Whether `show` only takes a card on.
  fileprivate var confirmsLater: Bool {
    if case .confirmed = delivery { true } else { false }
  }

  /// Whether a card that it has shown can be made equal to another.
  fileprivate var renews: Bool { confirmsLater }
}
