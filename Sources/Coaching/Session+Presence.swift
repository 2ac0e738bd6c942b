/// What waits inside its window.
extension Session {
  /// The prompts that wait before they begin, and those that have begun and wait for the person on
  /// a channel that would interrupt them.
  func waiting(_ plan: Plan, coach: Coach, _ look: Look) -> [Plan.Deferred] {
    let held = coach.held(plan, at: look.now, for: look.outlook)
    let names = look.channels.filter(\.interrupts).map(\.name)
    // Of such channels one shows a prompt, and no other.
    return plan.deferred
      + held.filter { held in
        let shown = coach.prompt(held.id)?.shownBy ?? []
        return !names.isEmpty && !names.contains { shown.contains($0) }
      }
  }

  /// Whether a prompt waits for the person before a channel may show it.
  func isHeld(_ prompt: Coach.Prompt, from channel: Channel, _ look: Look) -> Bool {
    channel.interrupts && look.waiting.contains { $0.id == prompt.prompted.id }
  }

  /// What is written down about the prompts that wait: once for each reason.
  func drafts(ofWaiting coach: Coach, _ look: Look) -> [Draft] {
    look.waiting.filter { !coach.isDeferred($0.id, $0.why) }
      .map { draft(.deferred($0.id, $0.why), on: $0.id.day, look) }
  }
}
