/// What the coach would do at one slot of one civil day.
public struct SlotOccurrence: Equatable, Sendable {
  public var id: PromptID
  public var due: Instant
  /// The first instant at which its prompt would be over.
  public var until: Instant
  /// When its prompt can first be shown; nil when pause or quiet hours cover its window.
  public var opens: Instant?
  public var carries: [String]
  /// Why it is foreseen not to be shown, beside pause and quiet hours.
  public var passing: PassReason?
}

extension Coach {
  /// The moments of a civil day in the order of the schedule; none where the person rests.
  public func moments(on day: CivilDate, for outlook: PlanningContext) -> [SlotOccurrence] {
    if rest(on: day, for: outlook.schedule) != nil { return [] }
    let moments = outlook.schedule.slots.compactMap { slot -> SlotOccurrence? in
      let id = PromptID(slot: slot.name, day: day)
      guard let due = slot.due(on: day, in: outlook.calendar),
        prompt(id) != nil || speaks(slot, on: day, for: outlook)
      else { return nil }
      let until = slot.until(due: due, on: day, in: outlook.calendar)
      let opens = hush(at: due, for: outlook)?.until ?? due
      return SlotOccurrence(
        id: id,
        due: due,
        until: until,
        opens: opens < until ? opens : nil,
        carries: slot.carries
      )
    }
    return moments + reminderMoments(on: day, for: outlook)
  }

  /// The moments that have come on a civil day by an instant, in the order of their time.
  func momentsCome(
    on day: CivilDate,
    by now: Instant,
    for outlook: PlanningContext
  ) -> [SlotOccurrence] {
    moments(on: day, for: outlook).filter { $0.due <= now }.sorted { $0.due < $1.due }
  }

  /// The questions whose moment has come today and that are not answered, in the day's order.
  public func openQuestions(at now: Instant, for outlook: PlanningContext) -> [Question] {
    let today = outlook.calendar.day(at: now)
    return askedQuestions(at: now, for: outlook).filter { isOpen($0, askedOn: today) }
  }

  /// The questions whose moment has come today, each once, in the day's order.
  public func askedQuestions(at now: Instant, for outlook: PlanningContext) -> [Question] {
    let today = outlook.calendar.day(at: now)
    var asked: [Question] = []
    for moment in momentsCome(on: today, by: now, for: outlook) {
      for question in questionsStanding(in: moment.carries, on: today, for: outlook)
      where !asked.contains(question) {
        asked.append(question)
      }
    }
    return asked + lookBacksAsked(on: today, for: outlook.teaching)
  }

  /// The questions of prompts that were missed and that can still be answered, oldest day first.
  ///
  /// - Returns: Each question with the civil day that its answer is for, once.
  public func missedQuestions(
    at now: Instant,
    for outlook: PlanningContext
  ) -> [(question: Question, day: CivilDate)] {
    let today = outlook.calendar.day(at: now)
    var missed: [(question: Question, day: CivilDate)] = []
    for passed in passings.sorted(by: { $0.id.day < $1.id.day }) where passed.passing.isMissed {
      guard let slot = outlook.schedule.slots.first(where: { $0.name == passed.id.slot }),
        prompt(passed.id) == nil, rest(on: passed.id.day, for: outlook.schedule) == nil
      else { continue }
      let isPast = { (question: Question) in
        // What stays will be asked again by itself.
        question.stays < passed.id.day.days(until: today) || question.stays == 0
      }
      for question in questions(in: slot.carries, on: passed.id.day, for: outlook)
      where isOpen(question, askedOn: passed.id.day) && isPast(question) {
        let day = question.answerDay(askedOn: passed.id.day)
        let isKnown = missed.contains {
          $0.question.id == question.id && ($0.day == day || question.isSpaced)
        }
        if question.takes(day, on: today), !isKnown { missed.append((question, day)) }
      }
    }
    return missed
  }
}
