/// Channels that say only later what became of a card.
extension Session {
  /// A card that a channel has taken on, and of which it has not said yet whether it is shown.
  struct Underway: Equatable {
    var channel: String
    var prompt: PromptID
  }

  /// Hears that a card is shown which a channel had taken on, writes that down, and looks.
  @discardableResult
  public mutating func shown(_ prompt: PromptID, on channel: String) -> Seen? {
    // What was put off or answered meanwhile leaves the screen, and counts as not shown: put off,
    // it is to come back there.
    let seen = look()
    guard isUnderway(prompt, on: channel) else { return seen }
    forget([prompt], on: channel)
    pauses.removeAll { $0.channel == channel }
    let look = Look(now: world.now(), outlook: world.outlook())
    owed.append(draft(.shown(prompt, channel: channel), on: prompt.day, look))
    world.notice(.shown(prompt, channel: channel))
    return self.look()
  }

  /// Hears that cards could not be shown after all, or not be renewed, and looks again: another
  /// channel may show them, or this one once more, after a pause.
  @discardableResult
  public mutating func failed(
    _ prompts: [PromptID],
    on channel: String,
    _ trouble: WorldError
  ) -> Seen? {
    forget(prompts, on: channel)
    var look = Look(now: world.now(), outlook: world.outlook(), standing: standing)
    for prompt in prompts where !trouble.isAwaited {
      tell(.channelFailed(prompt, channel: channel, trouble), &look)
    }
    standing = look.standing
    if !trouble.isAwaited {
      let failures = pauses.first { $0.channel == channel }?.failures ?? 0
      pause(channel, after: failures, &look)
    }
    return self.look()
  }

  /// Hears that a channel is there anew, and looks: what failed before may do well now.
  @discardableResult
  public mutating func came(_ channel: String) -> Seen? {
    pauses.removeAll { $0.channel == channel }
    return look()
  }

  func isUnderway(_ prompt: PromptID, on channel: String) -> Bool {
    underway.contains(Underway(channel: channel, prompt: prompt))
  }

  mutating func forget(_ prompts: [PromptID], on channel: String) {
    underway.removeAll { $0.channel == channel && prompts.contains($0.prompt) }
  }

  /// The prompts that some channel has shown, or is about to, that interrupts the person.
  func interrupted(by channels: [Channel], _ plan: Plan) -> [PromptID] {
    let names = channels.filter(\.interrupts).map(\.name)
    return plan.appearing.filter { prompt in
      names.contains { name in
        prompt.shownBy.contains(name) || isUnderway(prompt.prompted.id, on: name)
      }
    }.map(\.prompted.id)
  }

  /// Whether a prompt is still to be shown on a channel.
  func isMissing(_ prompt: Coach.Prompt, on channel: Channel, _ told: [PromptID]) -> Bool {
    let id = prompt.prompted.id
    if channel.interrupts, told.contains(id) { return false }
    return !prompt.shownBy.contains(channel.name) && !isUnderway(id, on: channel.name)
  }

  /// Makes the cards that a channel has shown equal to what they would say now.
  func renew(_ plan: Plan, on channel: Channel, coach: Coach, _ look: Look) {
    guard let renew = channel.renew else { return }
    for prompt in plan.appearing where prompt.shownBy.contains(channel.name) {
      renew(look.outlook.teaching.card(for: prompt, coach: coach, zone: look.outlook.zone))
    }
  }
}
