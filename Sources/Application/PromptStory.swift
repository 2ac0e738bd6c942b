package import Coaching

/// What is known of a prompt: what was considered and when.
package struct PromptStory: Equatable {
  /// How it stands with a prompt at this moment.
  package enum State: Equatable {
    /// To be shown, and on no channel yet.
    case waiting
    case shown
    case settled(Plan.SettledPrompt.Reason)
    case over
    case missed
    /// Held back inside its window.
    case held
    /// Nothing is said on its day.
    case rest
    case toCome
    /// Not shown, and not missed.
    case none
  }

  package struct Step: Equatable {
    package enum What: Equatable {
      case deferred(DeferralReason)
      case prompted
      case shown(channel: String)
      case notShown(channel: String)
      case snoozed(until: Instant)
      case undone
      case passed(PassReason)
    }

    package var at: Instant
    package var what: What
  }

  package var id: PromptID
  package var due: Instant?
  package var until: Instant?
  package var state: State
  /// In the order of writing.
  package var steps: [Step]
}

extension Workspace {
  /// The story of a prompt.
  ///
  /// - Parameter name: Its name, or its slot for today's; nil for the one that was due last.
  /// - Returns: What is known of it.
  /// - Throws: When there is no such slot, or nothing was due.
  package func story(of name: String?) throws(CommandError) -> PromptStory {
    let named = try name.map { name throws(CommandError) in try prompt(named: name) }
    let id = if let named { named } else { try lastDue() }
    let facts = try facts(of: id)
    let coach = try coach(around: id.day)
    let slot = outlook.schedule.slots.first { $0.name == id.slot }
    let due = slot?.due(on: id.day, in: calendar)
    let prompted = coach.prompt(id)?.prompted
    let end = due.flatMap { slot?.until(due: $0, on: id.day, in: calendar) }
    return PromptStory(
      id: id,
      due: prompted?.due ?? due,
      until: prompted?.until ?? end,
      state: state(of: id, due: due, coach),
      steps: facts.compactMap(PromptStory.Step.init)
    )
  }

  /// The prompt of a name; of a slot alone, today's.
  private func prompt(named name: String) throws(CommandError) -> PromptID {
    let id = PromptID(name) ?? PromptID(slot: name, day: today)
    let slots = outlook.schedule.slots.map(\.name)
    if slots.contains(id.slot) { return id }
    // A slot that is no longer configured has its story all the same.
    if PromptID(name) != nil, try facts(of: id).isEmpty == false { return id }
    let starting = slots.filter { !id.slot.isEmpty && $0.hasPrefix(id.slot) }
    if starting.count == 1 { return PromptID(slot: starting[0], day: id.day) }
    throw CommandError(.data, Suggestions.unknown("slot", id.slot, among: slots))
  }

  /// The prompt that was due last: today's or, before today's first, yesterday's.
  private func lastDue() throws(CommandError) -> PromptID {
    for day in [today, today.adding(days: -1)] {
      let due = outlook.schedule.slots.compactMap { slot in
        slot.due(on: day, in: calendar).map { (at: $0, id: PromptID(slot: slot.name, day: day)) }
      }
      if let last = due.filter({ $0.at <= now }).max(by: { $0.at < $1.at }) { return last.id }
    }
    throw CommandError(
      .data,
      "nothing was due today or yesterday; name a prompt, such as morning/\(today)"
    )
  }

  /// What is written down about a prompt, in the order of writing.
  private func facts(of id: PromptID) throws(CommandError) -> [Fact] {
    let all = try ledger.facts(from: id.day, through: id.day)
    let own = all.filter { $0.event.prompt == id }
    return all.filter { fact in
      if case .undone(let undone) = fact.event { return own.contains { $0.id == undone } }
      return fact.event.prompt == id
    }
  }

  private func state(of id: PromptID, due: Instant?, _ coach: Coach) -> PromptStory.State {
    let plan = coach.plan(at: now, for: outlook)
    if let settled = plan.settled.first(where: { $0.id == id }) { return .settled(settled.why) }
    if let showing = plan.showing.first(where: { $0.prompted.id == id }) {
      return showing.shownBy.isEmpty ? .waiting : .shown
    }
    if coach.prompt(id) != nil { return .over }
    if let passing = coach.passing(of: id) { return passing.isMissed ? .missed : .none }
    if coach.rest(on: id.day, for: outlook.schedule) != nil { return .rest }
    if plan.deferred.contains(where: { $0.id == id }) { return .held }
    guard let due else { return .none }
    return due > now ? .toCome : .none
  }
}

extension PromptStory.Step {
  fileprivate init?(_ fact: Fact) {
    at = fact.instant
    switch fact.event {
    case .prompted: what = .prompted
    case .shown(_, let channel): what = .shown(channel: channel)
    case .notShown(_, let channel): what = .notShown(channel: channel)
    case .passed(_, let passing): what = .passed(passing)
    case .deferred(_, let reason): what = .deferred(reason)
    case .snoozed(_, let until): what = .snoozed(until: until)
    case .undone: what = .undone
    default: return nil
    }
  }
}

extension Event {
  /// The prompt that it happened to; nil where it is about none.
  fileprivate var prompt: PromptID? {
    switch self {
    case .prompted(let prompted): prompted.id
    case .shown(let id, _), .notShown(let id, _), .passed(let id, _), .deferred(let id, _),
      .snoozed(let id, _):
      id
    default: nil
    }
  }
}
