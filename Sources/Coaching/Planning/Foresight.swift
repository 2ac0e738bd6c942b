/// What the coach would do in the time to come, if the person answers nothing.
///
/// It does in its head what a session does: at each moment it takes the planner's verdicts, writes
/// down in a coach of its own what begins and what is given up, and goes on to the next moment. So
/// a question that is asked every so often is asked on its days, what comes too near another waits,
/// and no rule of the plan has a second definition here.
///
/// A person who is not silent by now is taken to react to each prompt, else less and less would be
/// foreseen for everybody.
struct Foresight {
  private var coach: Coach
  private let context: PlanningContext
  private let isSilence: Bool
  /// The questions of which it is remembered when they were asked: whoever reacts, answers.
  private let spaced: [String]
  private var now: Instant
  private(set) var moments: [SlotOccurrence] = []

  /// - Parameters:
  ///   - planner: What is known now.
  ///   - start: The instant from which on it is foreseen.
  init(_ planner: Planner, from start: Instant) {
    coach = planner.coach
    now = start
    isSilence = planner.coach.backOff(at: planner.now, in: planner.calendar)
      .isSilence(on: planner.today)
    let teaching = planner.teaching
    spaced = isSilence ? teaching.questions.filter(\.isSpaced).map(\.id) : teaching.spaced
    // Nobody can tell when the person will be there.
    var context = planner.context
    context.presence = nil
    context.waitsForPerson = false
    self.context = context
  }

  /// Goes on until an instant.
  mutating func run(until end: Instant) {
    var last: CivilDate?
    while now < end {
      let day = context.calendar.day(at: now)
      if day != last {
        coach.forget(before: day.adding(days: -PlanningContext.daysFolded), but: spaced)
      }
      last = day
      now = step()
    }
  }

  /// Does what is to be done now; when there is more.
  private mutating func step() -> Instant {
    let planner = Planner(coach, context, at: now)
    var next = planner.calendar.end(of: planner.today)
    if now < context.clockStarts { return min(context.clockStarts, next) }
    let todays = planner.occurrences(on: planner.today)
    let hush = coach.hush(at: now, for: context)
    next = min(next, planner.reminderNightEnds ?? .distantFuture)
    for occurrence in todays where occurrence.due > now { next = min(next, occurrence.due) }
    for reminder in planner.reminderMoments(on: planner.today) where reminder.due > now {
      next = min(next, reminder.due)
    }
    var isChanged = false
    for (id, verdict) in planner.judged(today: todays, hush: hush, by: RateLimiter(planner)) {
      switch verdict {
      case .begins(let content):
        begin(content, carries: planner.carries(content))
        isChanged = true
      case .held(let hold): next = min(next, hold.until ?? hold.end)
      case .passed(let why) where coach.passing(of: id) == nil:
        pass(id, why, in: planner)
        isChanged = true
      case .passed, .nothing: break
      }
    }
    // What begins may open a question of another prompt, as it does for a session.
    return isChanged ? now : next
  }

  private mutating func begin(_ content: PromptContent, carries: [String]) {
    moments.append(
      SlotOccurrence(
        id: content.id,
        due: content.due,
        until: content.until,
        opens: now,
        carries: carries
      )
    )
    // Which tip it is makes no difference to when something is said.
    if carries.contains(Teaching.tipItem), coach.tipTold(on: content.id.day) == nil {
      write(.told(tip: ""), on: content.id.day)
    }
    write(.prompted(content), on: content.id.day)
    // What is none of the known kinds is taken for a sign of life, and nothing else.
    if !isSilence { write(.unknown(kind: "reaction"), on: content.id.day) }
  }

  private mutating func pass(_ id: PromptID, _ why: PassReason, in planner: Planner) {
    write(.passed(id, why), on: id.day)
    // A day off and a day away have no prompts, today as in time to come.
    guard why != .dayOff, why != .away,
      let slot = context.schedule.slots.first(where: { $0.name == id.slot }),
      let due = slot.due(on: id.day, in: planner.calendar)
    else { return }
    moments.append(
      SlotOccurrence(
        id: id,
        due: due,
        until: slot.until(due: due, on: id.day, in: planner.calendar),
        opens: nil,
        carries: slot.carries.filter { planner.isSaid($0, on: id.day) },
        passing: why.isOfHush ? nil : why
      )
    )
  }

  private mutating func write(_ event: Event, on day: CivilDate) {
    coach.apply(
      Fact(
        sequence: coach.lastSequence + 1,
        id: "",
        instant: now,
        zone: context.zone.name,
        day: day,
        event: event
      )
    )
  }
}

extension PassReason {
  /// Whether quiet hours or a pause cover it: that is said by its having no time to open.
  fileprivate var isOfHush: Bool { self == .missedQuiet || self == .paused }
}

extension Planner {
  /// What a slot carries of what a prompt of it says and asks.
  func carries(_ content: PromptContent) -> [String] {
    guard let slot = schedule.slots.first(where: { $0.name == content.id.slot }) else {
      return [Teaching.promisesItem]
    }
    return slot.carries.filter { item in
      if item == Teaching.tipItem || content.cues.contains(item) { return true }
      if item == Teaching.promisesItem || teaching.recalledNotes.contains(item) {
        return !coach.entries.all.isEmpty
      }
      return content.questions.contains { id in
        if id == item { return true }
        guard let check = teaching.question(id)?.check else { return false }
        return check == item || item == Teaching.checkItem
      }
    }
  }
}
