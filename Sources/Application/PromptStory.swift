package import Coaching
import Configuration

/// What is known of a prompt: what was considered and when.
package struct PromptStory: Equatable {
  /// How it stands with a prompt at this moment.
  package enum State: Equatable {
    /// To be shown, and on no channel yet.
    case waiting
    /// Its moment has come, and nothing has begun it yet: where the service runs it does at once.
    case unbegun
    case shown
    case settled(Plan.SettledPrompt.Reason)
    case over
    case missed
    /// Held back inside its window, and kept by some channels meanwhile.
    case held(in: [String])
    /// It has left the screen that it was on, by itself or by the person.
    case putAway(since: Instant)
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
  /// - Parameters:
  ///   - name: Its name, or its slot for today's; of what reminds of a promise, `promise-3` or the
  ///     promise's number; nil for the one that was due last.
  ///   - awaySince: Since when a prompt has been off the screen that it was on, which only that
  ///     machine's login knows; nil where it is not, or nobody knows.
  /// - Returns: What is known of it.
  /// - Throws: When there is no such slot or promise, or nothing was due.
  package func story(
    of name: String?,
    awaySince: (PromptID) -> Instant? = { _ in nil }
  ) throws(CommandError) -> PromptStory {
    let named = try name.map { name throws(CommandError) in try prompt(named: name) }
    let id = if let named { named } else { try lastDue() }
    let facts = try facts(of: id)
    let coach = try coach(around: id.day)
    let moment = moment(of: id, coach)
    let prompted = coach.prompt(id)?.prompted
    return PromptStory(
      id: id,
      due: prompted?.due ?? moment?.due,
      until: prompted?.until ?? moment?.until,
      state: state(of: id, due: moment?.due, coach, awaySince: awaySince(id)),
      steps: facts.compactMap(PromptStory.Step.init)
    )
  }

  /// When a prompt is due and over, by what is configured and promised now.
  private func moment(of id: PromptID, _ coach: Coach) -> (due: Instant, until: Instant)? {
    if let slot = context.schedule.slots.first(where: { $0.name == id.slot }) {
      return slot.due(on: id.day, in: calendar).map { due in
        (due, slot.until(due: due, on: id.day, in: calendar))
      }
    }
    guard Entry.ID.isReminder(id.slot) else { return nil }
    return coach.moments(from: id.day, days: 1, at: now, for: context).first { $0.id == id }
      .map { ($0.due, $0.until) }
  }

  /// The prompt of a name; of a slot alone, today's.
  private func prompt(named name: String) throws(CommandError) -> PromptID {
    let id = PromptID(name) ?? PromptID(slot: name, day: today)
    let slots = context.schedule.slots.map(\.name)
    if slots.contains(id.slot) { return id }
    if PromptID(name) == nil {
      if let reminder = try reminder(named: name) { return reminder }
    } else if let promise = Entry.ID(ofReminder: id.slot), try ledger.entry(promise) != nil {
      return id
    }
    // A slot that is no longer configured has its story all the same.
    if PromptID(name) != nil, try facts(of: id).isEmpty == false { return id }
    let starting = slots.filter { !id.slot.isEmpty && $0.hasPrefix(id.slot) }
    if starting.count == 1 { return PromptID(slot: starting[0], day: id.day) }
    let titles = slots.map { Name($0, phrases.slot($0)) }
    if let found = try Suggestions.only(.slot, id.slot, among: titles) {
      return PromptID(slot: found, day: id.day)
    }
    throw CommandError(.data, Suggestions.unknown(.slot, id.slot, among: titles))
  }

  /// What reminds of a promise, by its number or by the name that plan and status print: what came
  /// last or, before anything did, what comes next; nil where the name is none of a promise's.
  private func reminder(named name: String) throws(CommandError) -> PromptID? {
    guard let promise = Entry.ID(ofReminder: name) ?? Int(name).map({ Entry.ID(.promise, $0) })
    else { return nil }
    guard try ledger.entry(promise) != nil else {
      let number = ("number", promise.number)
      throw CommandError(.data, "promise-no-such", number, ("open", try openPromises))
    }
    let isMeant = { (id: PromptID) in
      Int(name) == nil ? id.slot == name : Entry.ID(ofReminder: id.slot) == promise
    }
    let coach = try coach()
    let given = coach.prompts.map(\.prompted).filter { isMeant($0.id) }
    if let last = given.max(by: { $0.due < $1.due }) { return last.id }
    let ahead = coach.moments(from: today, days: Workspace.daysToRemind, at: now, for: context)
    if let next = ahead.first(where: { isMeant($0.id) }) { return next.id }
    let days = ("count", Workspace.daysToRemind)
    throw CommandError(.data, "reminder-none", ("number", promise.number), days)
  }

  /// For how many days ahead a reminder is looked for.
  private static let daysToRemind = 31

  /// The prompt that was due last: today's or, before today's first, yesterday's.
  private func lastDue() throws(CommandError) -> PromptID {
    let coach = try coach()
    let days = [today, today.adding(days: -1)]
    let reminders = coach.prompts.map(\.prompted).filter {
      Entry.ID.isReminder($0.id.slot) && days.contains($0.id.day)
    }.map { (at: $0.due, id: $0.id) }
    let held = coach.plan(at: now, for: context).deferred.compactMap { held in
      Entry.ID.isReminder(held.id.slot)
        ? moment(of: held.id, coach).map { (at: $0.due, id: held.id) } : nil
    }
    for day in days {
      let due = context.schedule.slots.compactMap { slot in
        slot.due(on: day, in: calendar).map { (at: $0, id: PromptID(slot: slot.name, day: day)) }
      }
      let all = due + (reminders + held).filter { $0.id.day == day }
      if let last = all.filter({ $0.at <= now }).max(by: { $0.at < $1.at }) { return last.id }
    }
    throw CommandError(.data, "due-nothing", ("day", "\(today)"))
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

  private func state(
    of id: PromptID,
    due: Instant?,
    _ coach: Coach,
    awaySince: Instant?
  ) -> PromptStory.State {
    let plan = coach.plan(at: now, for: context)
    if let settled = plan.settled.first(where: { $0.id == id }) { return .settled(settled.why) }
    if let showing = plan.showing.first(where: { $0.prompted.id == id }) {
      return state(of: showing, coach, awaySince: awaySince)
    }
    if coach.prompt(id) != nil { return .over }
    if let passing = coach.passing(of: id) { return passing.isMissed ? .missed : .none }
    if coach.rest(on: id.day, for: context.schedule) != nil { return .rest }
    if plan.deferred.contains(where: { $0.id == id }) { return .held(in: []) }
    if plan.begins.contains(where: { $0.id == id }) {
      // Whether the person is there only the service knows.
      let isAwaited = coach.deferrals.contains { $0.id == id && $0.why.isOfPresence }
      return isAwaited ? .held(in: []) : .unbegun
    }
    if let passed = plan.passed.first(where: { $0.id == id }), passed.passing.isMissed {
      return .missed
    }
    guard let due else { return .none }
    return due > now ? .toCome : .none
  }

  /// How it stands with a prompt that is open.
  private func state(
    of showing: Coach.Prompt,
    _ coach: Coach,
    awaySince: Instant?
  ) -> PromptStory.State {
    if let awaySince { return .putAway(since: awaySince) }
    let interrupting = Settings.ChannelName.allCases.filter(\.interrupts).map(\.rawValue)
    // Whether the person is there only the service knows; that it waited for them is written down.
    let hasWaited = coach.deferrals.contains { $0.id == showing.prompted.id && $0.why.isOfPresence }
    if hasWaited, !showing.shownBy.contains(where: interrupting.contains) {
      return .held(in: showing.shownBy)
    }
    return showing.shownBy.isEmpty ? .waiting : .shown
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
