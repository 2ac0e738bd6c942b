import ArgumentParser
import Coaching
import Storage

struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell of a prompt what was considered and when: shown, held back or missed, and why.",
    discussion: """
      EXAMPLES
        coach why                          the last prompt that was due
        coach why morning                  today's, by the slot or its first letters
        coach why morning/2026-11-22

      JSON: prompt, due, until, now (waiting, shown, answered, over, snoozed, missed, held, rest, \
      to-come or none), story [{at, what, why, channel, until}].
      """
  )

  @Argument(help: "A prompt: its slot, or slot/day; the last one unless said.")
  var prompt: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace()
    let id = try prompt.map { name throws(CommandError) in try workspace.prompt(named: name) }
    let view = try View(id ?? workspace.lastDue(), workspace)
    if json { try Output.json(view) } else { view.show(in: workspace) }
  }
}

extension Workspace {
  /// The prompt of a name; of a slot alone, today's.
  fileprivate func prompt(named name: String) throws(CommandError) -> PromptID {
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
  fileprivate func lastDue() throws(CommandError) -> PromptID {
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
  fileprivate func facts(of id: PromptID) throws(CommandError) -> [Fact] {
    do {
      let all = try ledger.facts(from: id.day, through: id.day)
      let own = all.filter { $0.event.prompt == id }
      return all.filter { fact in
        if case .undone(let undone) = fact.event { return own.contains { $0.id == undone } }
        return fact.event.prompt == id
      }
    } catch {
      throw CommandError(error)
    }
  }
}

extension Why {
  struct View: Encodable {
    var prompt: String
    var due: String?
    var until: String?
    var now: String
    var story: [Step] = []

    struct Step: Encodable {
      var at: String
      /// `deferred`, `prompted`, `shown`, `not-shown`, `snoozed`, `undone` or `passed`.
      var what: String
      var why: String?
      var channel: String?
      var until: String?
    }

    fileprivate init(_ id: PromptID, _ workspace: Workspace) throws(CommandError) {
      let zone = workspace.outlook.zone
      let facts = try workspace.facts(of: id)
      let coach = try workspace.coach(around: id.day)
      let slot = workspace.outlook.schedule.slots.first { $0.name == id.slot }
      let due = slot?.due(on: id.day, in: workspace.calendar)
      prompt = id.description
      let prompted = coach.prompt(id)?.prompted
      self.due = (prompted?.due ?? due).map(zone.timestamp)
      let end = due.flatMap { slot?.until(due: $0, on: id.day, in: workspace.calendar) }
      until = (prompted?.until ?? end).map(zone.timestamp)
      now = View.state(of: id, due: due, coach, workspace)
      story = facts.map { Step($0, zone) }
    }

    /// How it stands with the prompt at this moment.
    private static func state(
      of id: PromptID,
      due: Instant?,
      _ coach: Coach,
      _ workspace: Workspace
    ) -> String {
      let plan = coach.plan(at: workspace.now, for: workspace.outlook)
      if let settled = plan.settled.first(where: { $0.id == id }) { return settled.why.rawValue }
      if let showing = plan.showing.first(where: { $0.prompted.id == id }) {
        return showing.shownBy.isEmpty ? "waiting" : "shown"
      }
      if coach.prompt(id) != nil { return "over" }
      if let passing = coach.passing(of: id) { return passing.isMissed ? "missed" : "none" }
      if coach.rest(on: id.day, for: workspace.outlook.schedule) != nil { return "rest" }
      if plan.deferred.contains(where: { $0.id == id }) { return "held" }
      guard let due else { return "none" }
      return due > workspace.now ? "to-come" : "none"
    }
  }
}

extension Why.View.Step {
  fileprivate init(_ fact: Fact, _ zone: Zone) {
    at = zone.timestamp(fact.instant)
    what = ""
    switch fact.event {
    case .prompted: what = "prompted"
    case .shown(_, let channel):
      what = "shown"
      self.channel = channel
    case .notShown(_, let channel):
      what = "not-shown"
      self.channel = channel
    case .passed(_, let passing):
      what = "passed"
      why = passing.rawValue
    case .deferred(_, let reason):
      what = "deferred"
      why = reason.rawValue
    case .snoozed(_, let until):
      what = "snoozed"
      self.until = zone.timestamp(until)
    case .undone: what = "undone"
    default: break
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
