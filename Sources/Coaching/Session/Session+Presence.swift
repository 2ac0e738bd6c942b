/// What waits inside its window.
extension Session {
  /// The prompts that wait before they begin, and those that have begun and wait for the person
  /// before a channel may interrupt them.
  func waiting(_ plan: Plan, _ planner: Planner, _ look: Look) -> [Plan.DeferredPrompt] {
    guard look.channels.contains(where: \.interrupts) else { return plan.deferred }
    let told = interrupted(by: look.channels, plan)
    return plan.deferred
      + planner.held(plan).filter { !told.contains($0.id) }
  }

  /// What is written down about the prompts that wait: once for each reason.
  func drafts(ofWaiting plan: Plan, _ planner: Planner, _ look: Look) -> [Draft] {
    waiting(plan, planner, look).filter { !planner.coach.isDeferred($0.id, $0.why) }
      .map { draft(.deferred($0.id, $0.why), on: $0.id.day, look) }
  }
}
