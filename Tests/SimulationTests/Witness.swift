import Coaching

/// Sees what is written and what appears, and compares it with the ranked goals.
///
/// It keeps books of its own: what the coach folds and plans is what is under test.
final class Witness {
  struct Known {
    var prompted: PromptContent
    /// The zone in which it was decided.
    var zone: String
    /// Since when it is to be seen.
    var at: Instant
    /// When it comes back, where it was put off.
    var snoozedUntil: Instant?
  }

  struct Asked: Hashable {
    var question: String
    var day: CivilDate
  }

  let trail: Trail
  /// What was found wrong first.
  private(set) var complaint: String?
  private(set) var prompts: [PromptID: Known] = [:]
  private(set) var passings: [PromptID: PassReason] = [:]
  /// When each was given up, by the person's clock.
  private var passedAt: [PromptID: Instant] = [:]
  private(set) var answers: [Asked: [Fact]] = [:]
  private(set) var tips: [CivilDate: String] = [:]
  /// What was missed and is still to be told of.
  private(set) var untold: Set<PromptID> = []
  let silences = Silences()
  let screens = Screens()
  let attention = Attention()
  let attendance: Attendance
  let pledges = Pledges()
  let tales = Tales()
  private(set) var digested: Set<PromptID> = []
  var shown: [String: Set<PromptID>] = [:]
  /// What was written down as shown, and has not appeared.
  var promised: [String: Set<PromptID>] = [:]
  /// The prompts that were put off, by the fact that says so.
  private var snoozes: [String: PromptID] = [:]
  /// What was given up when the process was killed in between: better once too few than twice.
  private(set) var forgone: [String: Set<PromptID>] = [:]
  /// When the coach wrote, and so had judged all that was over.
  private var judged = Judgements()
  /// Prompts that are not yet seen everywhere.
  var current: [PromptID] = []
  /// Since when nothing has hindered the coach.
  var undisturbed: Instant
  /// Until when it was last seen to that nothing was lost.
  var seenTo: Instant
  /// When the first fact was written.
  private(set) var birth: Instant?
  /// The earliest time that a clock has shown when a fact was written.
  private var earliest = Instant.distantFuture
  private(set) var context: PlanningContext
  private var quiet: [Arrangement.Quiet]
  private(set) var kept: Timetable

  init(
    now: Instant,
    context: PlanningContext,
    quiet: [Arrangement.Quiet],
    attendance: Attendance,
    trail: Trail
  ) {
    self.attendance = attendance
    undisturbed = now
    seenTo = now
    self.trail = trail
    self.context = context
    self.quiet = quiet
    kept = Timetable(at: now, for: context, quiet: quiet)
    (pledges.zone, silences.zone) = (context.zone, context.zone)
  }

  func complain(_ rule: String, _ about: String, at now: Instant) {
    guard complaint == nil else { return }
    complaint = "\(rule): \(about) at \(context.zone.timestamp(now)) (\(context.zone.name))"
  }

  func timetable(at now: Instant) -> Timetable {
    if !kept.holds(at: now) { kept = Timetable(at: now, for: context, quiet: quiet) }
    return kept
  }

  /// The configuration, the zone or the clock is another one.
  func changed(to context: PlanningContext, quiet: [Arrangement.Quiet], at now: Instant) {
    self.context = context
    self.quiet = quiet
    trail.zone = context.zone
    (pledges.zone, silences.zone) = (context.zone, context.zone)
    kept = Timetable(at: now, for: context, quiet: quiet)
    undisturbed = now
    seenTo = now
    attendance.changed(at: now)
    for id in current {
      let back = prompts[id]?.snoozedUntil ?? now
      prompts[id]?.at = max(now, back)
    }
  }

  func disturbed(at now: Instant) { undisturbed = now }

  /// When the coach last wrote what was over, and by what was configured then.
  func lastJudged(at now: Instant) -> Instant? {
    judged.last(by: now)
  }

  /// The process ended: what it had promised to show and did not, it will not show.
  func stopped() {
    for (channel, ids) in promised { forgone[channel, default: []].formUnion(ids) }
    promised = [:]
  }
}

// MARK: - What is written

extension Witness {
  /// Facts were written down, all in one.
  func wrote(_ facts: [Fact], at now: Instant) {
    birth = birth ?? facts.first?.instant
    earliest = facts.map(\.instant).reduce(earliest, min)
    attend(to: facts, at: now)
    // What was missed is written beside the prompt that tells of it.
    for fact in facts {
      trail.note("wrote \(fact.event)", at: now)
      screens.wrote(fact.event)
      switch fact.event {
      case .passed(let id, let passing): passed(id, passing, at: now)
      case .prompted(let prompted): self.prompted(prompted, at: now)
      case .shown(let id, let channel):
        let isThere = shown[channel]?.contains(id) == true
        if !isThere { promised[channel, default: []].insert(id) }
      case .notShown(let id, let channel): notShown(id, on: channel)
      case .told(let tip): told(tip, on: fact.day, at: now)
      case .answered(let given):
        answers[Asked(question: given.question, day: fact.day), default: []].append(fact)
        tales.answered(given, by: fact)
      case .snoozed(let id, let until): snoozed(id, until: until, by: fact)
      case .paused, .away: silences.add(fact)
      case .entered, .edited, .closed: pledges.wrote(fact)
      case .undone(let id): undone(id, on: fact.day, at: now)
      case .asked, .extra, .stepped, .chosen, .rated, .muted, .unmuted, .hesitated: break
      case .deferred, .unseen, .aimed, .unknown: break
      }
    }
    if facts.contains(where: \.isJudgement) { judged.add(now) }
    guard facts.contains(where: \.isPrompted) else { return }
    let today = timetable(at: now).today
    let days = today.adding(days: -PlanningContext.daysBack)...today.adding(days: 2)
    let isOwed = { [self] (id: PromptID) in
      days.contains(id.day) && !isRest(id.day) && (passedAt[id] ?? now) <= now
    }
    if let left = untold.first(where: isOwed) {
      complain("missed prompts are told of", "\(left) was not", at: now)
    }
  }

  private func undone(_ id: String, on day: CivilDate, at now: Instant) {
    for key in answers.keys where key.day == day { answers[key]?.removeAll { $0.id == id } }
    silences.remove(id)
    pledges.remove(id)
    tales.takenBack(id)
    // Only the last one that puts a prompt off can bring it back.
    if let snoozed = snoozes[id], let back = prompts[snoozed]?.snoozedUntil, now < back {
      prompts[snoozed]?.snoozedUntil = now
      prompts[snoozed]?.at = now
    }
  }

  /// A prompt was put off: it leaves the screen, and may come back to each channel once.
  private func snoozed(_ id: PromptID, until: Instant, by fact: Fact) {
    snoozes = snoozes.filter { $0.value != id }
    snoozes[fact.id] = id
    prompts[id]?.snoozedUntil = until
    prompts[id]?.at = until
    for channel in shown.keys { shown[channel]?.remove(id) }
    for channel in forgone.keys { forgone[channel]?.remove(id) }
    for channel in promised.keys { promised[channel]?.remove(id) }
    if !current.contains(id) { current.append(id) }
  }

  private func told(_ tip: String, on day: CivilDate, at now: Instant) {
    if let before = tips[day], before != tip {
      complain("a day has one tip", "\(day) has \(before) and \(tip)", at: now)
    }
    tips[day] = tip
    seeThatPartsComeInOrder(tip, on: day, at: now)
    tales.told(tip, on: day)
  }

  private func passed(_ id: PromptID, _ passing: PassReason, at now: Instant) {
    let rule = "every prompt has one account"
    let timetable = timetable(at: now)
    if let before = passings[id] { complain(rule, "\(id) \(passing) after \(before)", at: now) }
    if prompts[id] != nil { complain(rule, "\(id) \(passing), and prompted", at: now) }
    passings[id] = passing
    passedAt[id] = now
    if passing.isMissed { untold.insert(id) }
    guard let moment = timetable.moment(of: id) else {
      return complain(rule, "\(id) \(passing), and not on the timetable", at: now)
    }
    let isTrue =
      switch passing {
      case .missedOff: moment.until <= now
      case .missedQuiet: [now, moment.due].contains { isHushed(at: $0) || timetable.isTwice($0) }
      case .missedAbsent: moment.until <= now && attendance.isAlone
      case .answered: isAnswered(moment)
      case .dayEnded: moment.dayEnd <= now
      case .paused: wasPaused(moment, at: now)
      case .dropped: moment.slot.late == .drop
      case .away: silences.isAway(on: id.day) && moment.until <= now
      case .dayOff: timetable.isOff(id.day) && moment.until <= now
      case .backedOff, .limit, .near: isExcess(moment, passing, at: now)
      }
    if moment.slot.late == .drop, passing.isMissed { complain(rule, "\(id) is missed", at: now) }
    let isForRest = passing == .away || passing == .dayOff
    if isRest(id.day) != isForRest {
      complain("a day of rest does not count", "\(id) \(passing)", at: now)
    }
    if !isTrue { complain(rule, "\(id) is not \(passing)", at: now) }
    // Before the first fact nobody was there to be asked.
    if moment.until <= lastJudged(at: now) ?? earliest {
      complain("only what was to come is missed", "\(id) \(passing)", at: now)
    }
  }

  private func prompted(_ prompted: PromptContent, at now: Instant) {
    let id = prompted.id
    let timetable = timetable(at: now)
    let rule = "prompted once, in its window"
    if prompts[id] != nil { complain(rule, "\(id) again", at: now) }
    prompts[id] = Known(prompted: prompted, zone: context.zone.name, at: now)
    if isLived(id) { complain(rule, "\(id) on a day that had it under another name", at: now) }
    current.append(id)
    untold.remove(id)
    tell(of: prompted, at: now)
    if Pledges.number(ofReminder: id.slot) != nil { return reminded(prompted, at: now) }
    guard let moment = timetable.moment(of: id) else {
      return complain(rule, "\(id) is not on the timetable", at: now)
    }
    if now < moment.due || moment.until <= now { complain(rule, "\(id)", at: now) }
    if prompted.until != moment.until { complain(rule, "\(id) has another end", at: now) }
    if moment.dayEnd <= now { complain("nothing begins after the day's end", "\(id)", at: now) }
    seeThatNothingIsHushed(id, at: now)
    seeThatItIsNoExcess(prompted, at: now)
    let isSpaced = prompted.questions.contains(Doctrine.spaced.id)
    if isSpaced { seeThatNobodyAsked(id, at: now) }
    seeThatTipsHaveTheirDay(prompted, at: now)
    seeThatArcsHaveTheirTime(prompted, at: now)
    let isMore = [Doctrine.tipQuestion.id, Doctrine.series.id, Doctrine.seriesBack.id]
      .contains(where: prompted.questions.contains)
    if isAnswered(moment), !isSpaced, !isMore {
      complain("what is answered is not asked", "\(id)", at: now)
    }
    if let tip = prompted.tip, tips[id.day] != tip {
      complain("a day has one tip", "\(id) has \(tip)", at: now)
    }
  }

  /// Whether a slot had its prompt on the day that the person lives, under the name of another day:
  /// that is so when the days began at another hour then.
  func isLived(_ id: PromptID) -> Bool {
    [-1, 1].contains { offset in
      let other = PromptID(slot: id.slot, day: id.day.adding(days: offset))
      guard let known = prompts[other], known.zone == context.zone.name else { return false }
      return context.calendar.day(at: known.prompted.due) == id.day
    }
  }

  private func tell(of prompted: PromptContent, at now: Instant) {
    for id in prompted.digest {
      let rule = "missed prompts are told of once"
      if !digested.insert(id).inserted { complain(rule, "\(id) again", at: now) }
      if passings[id]?.isMissed != true { complain(rule, "\(id) was not missed", at: now) }
      if prompts[id] != nil { complain(rule, "\(id) was prompted", at: now) }
      if isRest(id.day) { complain(rule, "\(id) is of a day of rest", at: now) }
      untold.remove(id)
    }
  }
}

extension Fact {
  fileprivate var isJudgement: Bool {
    if case .passed = event { true } else { isPrompted }
  }

  fileprivate var isPrompted: Bool {
    if case .prompted = event { true } else { false }
  }
}

// MARK: - What is seen

extension Witness {
  /// A card appeared that was not there, or was there and is not to be repeated.
  func appeared(_ id: PromptID, on channel: String, at now: Instant) {
    trail.note("\(id) appeared on \(channel)", at: now)
    promised[channel]?.remove(id)
    screens.put(id, on: channel)
    if !shown[channel, default: []].insert(id).inserted {
      complain("a card appears once", "\(id) on \(channel)", at: now)
    }
    guard let known = prompts[id] else {
      return complain("written before shown", "\(id) on \(channel)", at: now)
    }
    let timetable = timetable(at: now)
    seeThatNothingIsHushed(id, at: now)
    if isPutOff(known, at: now) { complain("put off means off", "\(id) on \(channel)", at: now) }
    if timetable.dayEnd(of: known.prompted) <= now {
      complain("nothing is said after the day's end", "\(id) on \(channel)", at: now)
    }
    let isAnswered = isDone(known)
    if until(of: known) <= now || isAnswered {
      complain("what is settled is not shown", "\(id) on \(channel)", at: now)
    }
  }
}
