/// What should be on the screen at an instant, and when to look again.
public struct Plan: Equatable, Sendable {
  /// A prompt that is to be held back for now.
  public struct Deferred: Equatable, Sendable {
    public var id: PromptID
    public var until: Instant
  }

  /// A prompt that will not be shown.
  public struct Passed: Equatable, Sendable {
    public var id: PromptID
    public var passing: Passing
  }

  /// The moment that comes next.
  public struct Next: Equatable, Sendable {
    public var id: PromptID
    public var at: Instant
  }

  /// The civil day of the instant.
  public var day: CivilDate
  /// Prompts whose moment has come; to be written down before they are shown.
  public var begins: [Prompted] = []
  /// Prompts that were written down and are neither answered nor over.
  public var showing: [Coach.Prompt] = []
  /// Those of them that may appear now where they have not yet: not in quiet hours, and not once
  /// the day's messages have ended.
  public var appearing: [Coach.Prompt] = []
  /// Prompts that were written down and are answered or over.
  public var settled: [Coach.Prompt] = []
  public var passed: [Passed] = []
  public var deferred: [Deferred] = []
  public var next: Next?
  public var looksAgain: Instant
}

/// What a plan is made from beside the facts: nothing of it changes by itself.
public struct Outlook: Equatable, Sendable {
  public var schedule: Schedule
  public var teaching: Teaching
  public var zone: Zone

  public init(schedule: Schedule, teaching: Teaching, zone: Zone) {
    self.schedule = schedule
    self.teaching = teaching
    self.zone = zone
  }

  public var calendar: DayCalendar { DayCalendar(zone: zone, dayStarts: schedule.dayStarts) }

  /// Whether the day's messages have ended for a prompt that is none of those that end them.
  func hasEnded(_ id: PromptID, at now: Instant) -> Bool {
    let ending = schedule.slots.filter(\.endsDay)
    if ending.contains(where: { $0.name == id.slot }) { return false }
    return ending.contains { $0.due(on: id.day, in: calendar).map { $0 <= now } == true }
  }

  /// How many civil days back a prompt is still accounted for; what is older was never there.
  public static let daysBack = 7
  /// How many civil days ahead the next moment is looked for: a week names every weekday.
  static let daysAhead = 8
}

extension Coach {
  /// The plan at an instant.
  public func plan(at now: Instant, for outlook: Outlook) -> Plan {
    let calendar = outlook.calendar
    let today = calendar.day(at: now)
    var plan = Plan(day: today, looksAgain: calendar.end(of: today))
    let judged = lastJudged(by: now) ?? now
    for back in stride(from: Outlook.daysBack, through: 0, by: -1) {
      judge(today.adding(days: -back), at: now, since: judged, for: outlook, into: &plan)
    }
    plan.begins.sort { $0.due < $1.due }
    tellOfMissed(in: &plan)
    sort(at: now, for: outlook, into: &plan)
    lookAhead(from: today, at: now, for: outlook, into: &plan)
    return plan
  }

  /// Sorts what was written down into what stays on the screen and what has to go.
  private func sort(at now: Instant, for outlook: Outlook, into plan: inout Plan) {
    let quietEnd = outlook.schedule.quiet.end(at: now, in: outlook.zone)
    for prompt in prompts {
      if prompt.prompted.until <= now || isAnswered(prompt.prompted, by: outlook.teaching) {
        plan.settled.append(prompt)
        continue
      }
      plan.showing.append(prompt)
      plan.looksAgain = min(plan.looksAgain, prompt.prompted.until, quietEnd ?? .distantFuture)
      let isEnded = outlook.hasEnded(prompt.prompted.id, at: now)
      if quietEnd == nil, !isEnded { plan.appearing.append(prompt) }
    }
  }

  /// Judges each slot's prompt of one civil day.
  private func judge(
    _ day: CivilDate,
    at now: Instant,
    since judged: Instant,
    for outlook: Outlook,
    into plan: inout Plan
  ) {
    let prompted = prompts.map(\.prompted.id).filter { $0.day == day }
    for slot in outlook.schedule.slots {
      let id = PromptID(slot: slot.name, day: day)
      guard !prompted.contains(id), let due = slot.due(on: day, in: outlook.calendar), due <= now
      else { continue }
      let until = due.adding(seconds: slot.windowSeconds)
      if hasPassed(id, until: until, at: now) { continue }
      // What was over before the first fact is not missed: nobody was there to be asked. And what
      // was over when something was last written was judged by what was configured then.
      if until <= now, until <= judged { continue }
      let offer = offer(slot, id: id, due: due, until: until, from: outlook.teaching)
      guard let offer else {
        pass(id, .answered, in: &plan)
        continue
      }
      if outlook.hasEnded(id, at: min(now, until.adding(seconds: -1))) {
        pass(id, .dayEnded, in: &plan)
      } else {
        begin(offer, at: now, for: outlook, into: &plan)
      }
    }
  }

  /// Whether a prompt was given up for good.
  ///
  /// A clock that ran ahead, or what was configured then, may have given it up too early; inside
  /// its window it still is to come, unless it was answered.
  private func hasPassed(_ id: PromptID, until: Instant, at now: Instant) -> Bool {
    guard let passing = passing(of: id) else { return false }
    return passing == .answered || until <= now
  }

  /// Gives a prompt up; one that was given up before keeps its first account.
  private func pass(_ id: PromptID, _ passing: Passing, in plan: inout Plan) {
    if self.passing(of: id) == nil {
      plan.passed.append(Plan.Passed(id: id, passing: passing))
    }
  }

  /// What a slot would say and ask; nil when all that it asks is answered.
  private func offer(
    _ slot: Slot,
    id: PromptID,
    due: Instant,
    until: Instant,
    from teaching: Teaching
  ) -> Prompted? {
    let asked = slot.carries.compactMap(teaching.question)
    let carriesTip = slot.carries.contains(Teaching.tipItem)
    let open = asked.filter { question in
      // The tip that this prompt tells can be asked about as soon as it is told.
      if question.about == .tip, carriesTip { return answer(to: question.id, on: id.day) == nil }
      return isOpen(question, askedOn: id.day)
    }
    if !carriesTip, open.isEmpty, !asked.isEmpty { return nil }
    return Prompted(
      id: id,
      due: due,
      until: until,
      tip: carriesTip ? tip(of: id.day, from: teaching)?.id : nil,
      cues: slot.carries.filter { teaching.cue($0) != nil },
      questions: open.map(\.id)
    )
  }

  /// Begins a prompt inside its window, defers it over quiet hours, or counts it as missed.
  private func begin(
    _ prompted: Prompted,
    at now: Instant,
    for outlook: Outlook,
    into plan: inout Plan
  ) {
    let quiet = outlook.schedule.quiet
    if prompted.until <= now {
      let quietEnd = quiet.end(at: prompted.due, in: outlook.zone)
      let passing: Passing =
        quietEnd.map { $0 >= prompted.until } == true ? .missedQuiet : .missedOff
      pass(prompted.id, passing, in: &plan)
    } else if let end = quiet.end(at: now, in: outlook.zone) {
      if end >= prompted.until {
        pass(prompted.id, .missedQuiet, in: &plan)
      } else {
        plan.deferred.append(Plan.Deferred(id: prompted.id, until: end))
        plan.looksAgain = min(plan.looksAgain, end)
      }
    } else {
      plan.begins.append(prompted)
    }
  }

  /// Puts what was missed since the last prompt into the first that begins: one digest, no flood.
  private func tellOfMissed(in plan: inout Plan) {
    guard !plan.begins.isEmpty else { return }
    // What was given up too early, and begun after all, was not missed.
    let begun = prompts.map(\.prompted.id) + plan.begins.map(\.id)
    let told = prompts.flatMap(\.prompted.digest) + begun
    // Where it was told may be forgotten before it is: a prompt of the day before can tell of it.
    let first = plan.day.adding(days: -Outlook.daysBack)
    let missed =
      passings.filter { $0.passing.isMissed && $0.id.day >= first }.map(\.id)
      + plan.passed.filter { $0.passing.isMissed }.map(\.id)
    plan.begins[0].digest = missed.filter { !told.contains($0) }
  }

  /// Finds the next moment, and looks again by then.
  private func lookAhead(
    from today: CivilDate,
    at now: Instant,
    for outlook: Outlook,
    into plan: inout Plan
  ) {
    let held = plan.deferred.map { Plan.Next(id: $0.id, at: $0.until) }.min { $0.at < $1.at }
    for ahead in 0...Outlook.daysAhead {
      let day = today.adding(days: ahead)
      let next = outlook.schedule.slots.compactMap { slot -> Plan.Next? in
        let id = PromptID(slot: slot.name, day: day)
        guard let due = slot.due(on: day, in: outlook.calendar), due > now, prompt(id) == nil,
          let opens = outlook.schedule.opens(slot, due: due, in: outlook.zone)
        else { return nil }
        return Plan.Next(id: id, at: opens)
      }.min { $0.at < $1.at }
      guard let next else { continue }
      plan.next = held.map { $0.at <= next.at ? $0 : next } ?? next
      plan.looksAgain = min(plan.looksAgain, next.at)
      return
    }
    plan.next = held
  }
}

extension Schedule {
  /// When a prompt can first be shown: at its moment, or when the quiet around it ends; nil when
  /// that is not inside its window.
  public func opens(_ slot: Slot, due: Instant, in zone: Zone) -> Instant? {
    guard let end = quiet.end(at: due, in: zone) else { return due }
    return end < due.adding(seconds: slot.windowSeconds) ? end : nil
  }

  /// What the coach would do on some civil days, in order of time.
  public func moments(
    from day: CivilDate,
    days: Int,
    in calendar: DayCalendar
  ) -> [(id: PromptID, due: Instant, until: Instant, carries: [String])] {
    (0..<days).flatMap { ahead in
      let day = day.adding(days: ahead)
      return slots.compactMap { slot in
        slot.due(on: day, in: calendar).map { due in
          let until = due.adding(seconds: slot.windowSeconds)
          return (PromptID(slot: slot.name, day: day), due, until, slot.carries)
        }
      }.sorted { $0.1 < $1.1 }
    }
  }
}
