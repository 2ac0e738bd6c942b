/// A slot's moment on one civil day.
struct Occurrence {
  /// The place of its slot in the schedule.
  var place: Int
  var id: PromptID
  var due: Instant
  /// The first instant at which its prompt is over.
  var until: Instant
}

/// What becomes of one occurrence at the instant of a plan.
enum Verdict {
  /// A prompt that waits inside its window.
  struct Hold {
    var why: DeferralReason
    /// When it ends at the latest; nil where nobody can tell.
    var until: Instant?
    /// When the prompt is over.
    var end: Instant
  }

  case begins(PromptContent)
  case held(Hold)
  case passed(PassReason)
  /// It is still to come, was judged before, or has nothing to say.
  case nothing
}

extension Planner {
  typealias Judged = (id: PromptID, verdict: Verdict)

  /// The moments of a civil day's slots, in the order of the schedule.
  func occurrences(on day: CivilDate) -> [Occurrence] {
    let (start, end) = (calendar.start(of: day), calendar.end(of: day))
    return schedule.slots.indices.compactMap { place in
      // Not held, as to hold a slot counts the references to all its parts.
      guard
        let due = schedule.slots[place].due(in: calendar.zone, from: start, before: end)
      else { return nil }
      return Occurrence(
        place: place,
        id: PromptID(slot: schedule.slots[place].name, day: day),
        due: due,
        until: schedule.slots[place].until(due: due, dayEnds: end)
      )
    }
  }

  /// The verdicts on the days that are not yet accounted for, day by day.
  func verdicts(today todays: [Occurrence], hush: QuietInterval?) -> [Judged] {
    let judged = coach.lastJudged(by: now) ?? now
    let settled = min(judged, now)
    var verdicts: [Judged] = []
    // All that the days before this one have was over when it was last judged.
    let open = calendar.day(at: settled.adding(seconds: -Slot.longestWindowSeconds))
    let days = min(max(0, open.days(until: today)), PlanningContext.daysBack)
    for back in stride(from: days, through: 0, by: -1) {
      let day = today.adding(days: -back)
      let rest = coach.rest(on: day, for: schedule)
      for occurrence in back == 0 ? todays : occurrences(on: day) where occurrence.due <= now {
        let verdict = verdict(on: occurrence, rest: rest, since: judged, hush: hush)
        verdicts.append((occurrence.id, verdict))
      }
    }
    return verdicts
  }

  /// What becomes of an occurrence whose moment has come.
  private func verdict(
    on occurrence: Occurrence,
    rest: PassReason?,
    since judged: Instant,
    hush: QuietInterval?
  ) -> Verdict {
    let (id, until) = (occurrence.id, occurrence.until)
    if isGiven(id) || hasPassed(id, until: until) { return .nothing }
    // What was over before the first fact is not missed: nobody was there to be asked. And what
    // was over when something was last written was judged by what was configured then.
    if until <= now, until <= judged { return .nothing }
    guard speaks(schedule.slots[occurrence.place].carries, on: id.day) else {
      return .nothing
    }
    // Inside its window the person may still come back to it.
    if let rest { return until <= now ? .passed(rest) : .nothing }
    guard let content = content(of: occurrence) else { return .passed(.answered) }
    let isDropped = schedule.slots[occurrence.place].late == .drop
    let last = min(now, until.adding(seconds: -1))
    if context.hasEnded(id, due: occurrence.due, at: last) {
      return .passed(isDropped ? .dropped : .dayEnded)
    }
    let verdict = opening(content, hush: hush)
    if case .passed(let why) = verdict, why.isMissed, isDropped { return .passed(.dropped) }
    return verdict
  }

  /// Whether a slot has had its prompt for a civil day: by the day of the prompt or, where the days
  /// began at another hour when it was decided, by that on which the person lived it.
  ///
  /// In another zone the day of a prompt stays what it was.
  func isGiven(_ id: PromptID) -> Bool {
    if coach.isPrompted(id) { return true }
    return [-1, 1].contains { offset in
      coach.hasPrompt(of: id.day.adding(days: offset)) { prompt in
        prompt.prompted.id.slot == id.slot && prompt.zone == context.zone.name
          && calendar.day(at: prompt.prompted.due) == id.day
      }
    }
  }

  /// Whether a prompt was given up for good.
  ///
  /// A clock that ran ahead, or what was configured then, may have given it up too early; inside
  /// its window it still is to come, unless it was answered.
  private func hasPassed(_ id: PromptID, until: Instant) -> Bool {
    guard let passing = coach.passing(of: id) else { return false }
    return passing == .answered || until <= now
  }

  /// What a slot would say and ask, but for its tip; nil when all that it asks is answered.
  private func content(of occurrence: Occurrence) -> PromptContent? {
    let (id, slot) = (occurrence.id, schedule.slots[occurrence.place])
    let asked = questions(in: slot.carries, on: id.day)
    let carriesTip = slot.carries.contains(Teaching.tipItem)
    let open = asked.filter { question in
      // The tip that this prompt tells can be asked about as soon as it is told.
      if question.about == .tip, carriesTip, tipDay(of: question, on: id.day) == id.day {
        return !coach.isAnswered(question.id, on: id.day)
      }
      return isOpen(question, on: id.day)
    }
    let entries = occurrence.until > now ? coach.brought(by: slot, on: id.day, for: context) : []
    let isMute = open.isEmpty && entries.isEmpty && !carriesTip
    if isMute, !asked.isEmpty || slot.onlyBrings(teaching) { return nil }
    return PromptContent(
      id: id,
      due: occurrence.due,
      until: occurrence.until,
      cues: slot.carries.filter { item in
        teaching.cue(item).map { coach.isSaid($0, on: id.day, for: context) } == true
      },
      questions: (open + lookBacks(by: slot, on: id.day)).map(\.id),
      entries: entries,
      topics: topics(of: open, on: id.day)
    )
  }

  /// Whether a prompt begins inside its window or is held while nothing is said; else why it is
  /// not to be shown.
  func opening(_ prompted: PromptContent, hush: QuietInterval?) -> Verdict {
    if prompted.until <= now { return .passed(passing(of: prompted)) }
    if let hush {
      if hush.until >= prompted.until {
        return .passed(hush.why == .paused ? .paused : .missedQuiet)
      }
      return .held(Verdict.Hold(why: hush.why, until: hush.until, end: prompted.until))
    }
    let until = usefulUntil(prompted, until: prompted.until)
    let hold = context.presence?.hold(due: prompted.due, until: until, at: now)
    // Unless nothing would show it before the person is there, it begins.
    guard let hold, context.waitsForPerson else { return .begins(prompted) }
    return .held(Verdict.Hold(why: hold.why, until: hold.until, end: prompted.until))
  }

  /// Why a prompt whose window is over was not shown.
  private func passing(of prompted: PromptContent) -> PassReason {
    let last = prompted.until.adding(seconds: -1)
    if let end = coach.pauseEnd(at: last), end >= prompted.until { return .paused }
    guard let hush = coach.hush(at: prompted.due, for: context), hush.until >= prompted.until
    else { return coach.wasAwaited(prompted.id) ? .missedAbsent : .missedOff }
    return hush.why == .paused ? .paused : .missedQuiet
  }

  /// The verdicts without the spaced questions that another prompt asks which begins beside, and
  /// with one offer among them; one that then has nothing else to say does not begin.
  func apart(_ verdicts: [Judged]) -> [Judged] {
    var asked: [String] = []
    return verdicts.map { id, verdict in
      guard case .begins(var prompted) = verdict else { return (id, verdict) }
      let isAsking = !prompted.questions.isEmpty
      let isTwice = { [teaching] (id: String) in
        asked.contains(id)
          || teaching.question(id)?.about.isOffer == true
            && asked.contains { teaching.question($0)?.about.isOffer == true }
      }
      prompted.questions.removeAll(where: isTwice)
      prompted.topics.removeAll { isTwice($0.question) }
      let isEmptied = isAsking && prompted.questions.isEmpty && prompted.cues.isEmpty
      if isEmptied, !carriesTip(id) || coach.tip(of: id.day, for: context) == nil {
        return (id, .nothing)
      }
      asked += prompted.questions.filter { id in
        teaching.question(id).map { $0.isSpaced || $0.about.isPast } == true
      }
      return (id, .begins(prompted))
    }
  }
}

extension Coach {
  /// Whether a prompt waited for the person.
  func wasAwaited(_ id: PromptID) -> Bool {
    deferrals.contains { $0.id == id && $0.why.isOfPresence }
  }
}
