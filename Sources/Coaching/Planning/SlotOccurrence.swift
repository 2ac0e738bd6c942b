/// What the coach would do at one slot of one civil day.
public struct SlotOccurrence: Equatable, Sendable {
  public var id: PromptID
  public var due: Instant
  /// The first instant at which its prompt would be over.
  public var until: Instant
  /// When its prompt can first be shown; nil when pause or quiet hours cover its window, or the
  /// day has ended before it.
  public var opens: Instant?
  public var carries: [String]
  /// Why it is foreseen not to be shown, beside pause and quiet hours.
  public var passing: PassReason?
  /// Whether the person has put it off until it opens.
  public var isPutOff = false
}

extension Planner {
  /// The moments of a civil day in the order of the schedule; none where the person rests.
  public func moments(on day: CivilDate) -> [SlotOccurrence] {
    if coach.rest(on: day, for: schedule) != nil { return [] }
    return occurrences(on: day).compactMap { moment(of: $0) } + reminderMoments(on: day)
  }

  /// What would be done at an occurrence; nil where its slot has nothing to say.
  func moment(of occurrence: Occurrence) -> SlotOccurrence? {
    let id = occurrence.id
    let carries = schedule.slots[occurrence.place].carries
    guard coach.isPrompted(id) || speaks(carries, on: id.day) else { return nil }
    let (due, until) = (occurrence.due, occurrence.until)
    let opens = coach.hush(at: due, for: context)?.until ?? due
    let isEnded = opens < until && context.hasEnded(id, due: due, at: opens)
    return SlotOccurrence(
      id: id,
      due: due,
      until: until,
      opens: opens < until && !isEnded ? opens : nil,
      carries: carries,
      passing: isEnded ? .dayEnded : nil
    )
  }

  /// The moments of some civil days as they are to be expected, if the person does nothing; what
  /// is over, or was decided, is left as it is.
  ///
  /// - Parameters:
  ///   - first: The first of the days.
  ///   - count: How many, 1 or more.
  /// - Returns: Their moments, day by day.
  public func moments(from first: CivilDate, days count: Int) -> [SlotOccurrence] {
    let last = first.adding(days: count - 1)
    let isNear = first.dayNumber - today.dayNumber < PlanningContext.daysForeseen
    var foresight = Foresight(self, from: isNear ? now : calendar.start(of: first))
    if today <= last { foresight.run(until: windowsEnd(of: last)) }
    let ahead = foresight.moments
    let days = first...last
    return past(in: days).filter { moment in !ahead.contains { $0.id == moment.id } }
      + ahead.filter { days.contains($0.id.day) }
  }

  /// When all that is due on a civil day is over: what is held back until the next day has begun
  /// is still that day's.
  private func windowsEnd(of day: CivilDate) -> Instant {
    occurrences(on: day).map(\.until).reduce(calendar.end(of: day), max)
  }

  /// The moments of some days that have come: what was decided, or is over.
  private func past(in days: ClosedRange<CivilDate>) -> [SlotOccurrence] {
    let first = days.lowerBound.dayNumber
    let past = first..<max(first, min(today, days.upperBound).dayNumber + 1)
    return past.flatMap { moments(on: CivilDate(dayNumber: $0)) }
      .filter { $0.due <= now || isGiven($0.id) }.map { moment in
        var moment = moment
        moment.carries = moment.carries.filter { isSaid($0, on: moment.id.day) }
        if let prompt = coach.prompt(moment.id), settling(of: prompt) == .snoozed {
          moment.opens = comesBack(moment.id)
          moment.until = coach.until(of: prompt, in: calendar)
          moment.isPutOff = true
        }
        return moment
      }
  }

  /// Whether what a slot carries is for this person, and its turn has come on a civil day.
  func isSaid(_ item: String, on day: CivilDate) -> Bool {
    if item == Teaching.tipItem { return true }
    if item == Teaching.promisesItem || teaching.recalledNotes.contains(item) {
      return !coach.entries.all.isEmpty
    }
    if let cue = teaching.cue(item) { return coach.isSaid(cue, on: day, for: context) }
    return !questionsStanding(in: [item], on: day).isEmpty
  }
}

// MARK: - What can be answered

extension Planner {
  /// The questions whose moment has come today and that are not answered, in the day's order.
  public var openQuestions: [Question] {
    askedQuestions.filter { isOpen($0, on: today) }
  }

  /// The questions whose moment has come today, each once, in the day's order.
  public var askedQuestions: [Question] {
    var asked: [Question] = []
    let come = moments(on: today).filter { $0.due <= now }.sorted { $0.due < $1.due }
    for moment in come {
      for question in questionsStanding(in: moment.carries, on: today)
      where !asked.contains(where: { $0.id == question.id }) {
        // One offer a day is enough.
        if question.about.isOffer, asked.contains(where: \.about.isOffer) { continue }
        asked.append(question)
      }
    }
    return asked + coach.lookBacksAsked(on: today, for: teaching)
  }

  /// The questions of prompts that were missed and that can still be answered, oldest day first.
  ///
  /// - Returns: Each question with the civil day that its answer is for, once.
  public var missedQuestions: [(question: Question, day: CivilDate)] {
    var missed: [(question: Question, day: CivilDate)] = []
    let passings = coach.passings.sorted { $0.id.day < $1.id.day }
    for passed in passings where passed.passing.isMissed {
      guard let slot = schedule.slots.first(where: { $0.name == passed.id.slot }),
        !coach.isPrompted(passed.id), coach.rest(on: passed.id.day, for: schedule) == nil
      else { continue }
      let isPast = { [today] (question: Question) in
        // What stays will be asked again by itself.
        question.stays < passed.id.day.days(until: today) || question.stays == 0
      }
      for question in questions(in: slot.carries, on: passed.id.day)
      where isOpen(question, on: passed.id.day) && isPast(question) {
        let day = answerDay(of: question, askedOn: passed.id.day)
        let isKnown = missed.contains {
          $0.question.id == question.id && ($0.day == day || question.isSpaced)
        }
        if question.takes(day, on: today), !isKnown { missed.append((question, day)) }
      }
    }
    return missed
  }
}

extension Coach {
  /// The questions whose moment has come today and that are not answered, in the day's order.
  public func openQuestions(at now: Instant, for context: PlanningContext) -> [Question] {
    Planner(self, context, at: now).openQuestions
  }

  /// The questions whose moment has come today, each once, in the day's order.
  public func askedQuestions(at now: Instant, for context: PlanningContext) -> [Question] {
    Planner(self, context, at: now).askedQuestions
  }

  /// The questions of prompts that were missed and that can still be answered, oldest day first.
  public func missedQuestions(
    at now: Instant,
    for context: PlanningContext
  ) -> [(question: Question, day: CivilDate)] {
    Planner(self, context, at: now).missedQuestions
  }

  /// The moments of some civil days as they are to be expected, if the person does nothing.
  public func moments(
    from first: CivilDate,
    days count: Int,
    at now: Instant,
    for context: PlanningContext
  ) -> [SlotOccurrence] {
    Planner(self, context, at: now).moments(from: first, days: count)
  }
}
