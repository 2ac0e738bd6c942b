/// A slot that the person answers at another hour than it comes, and when it could come.
public struct BestHour: Equatable, Sendable {
  public var slot: String
  /// When it comes, and when it could.
  public var from: CivilTime
  public var to: CivilTime
  /// How many of so many answers came at another hour, all on the same side.
  var count: Int
  var of: Int
  /// By how many minutes, in the middle of those; less than none where they were earlier.
  var minutes: Int

  // Every number here is the program's choice.
  /// How many days of a slot are looked at: two weeks of one that comes daily, nearly three of one
  /// that comes on working days.
  static let days = 14
  /// On how many of them there has to be an answer on the same side: two weeks of working days.
  static let least = 10
  /// From how many minutes on an answer is late, or early, at all: within a quarter of an hour one
  /// finishes what one is at.
  static let sideMinutes = 15
  /// By how much it is another hour, in the middle of them: half of what prompts keep apart.
  static let leastMinutes = 45
  /// To how many minutes a new time is told: nobody sets a clock to 08:43.
  static let stepMinutes = 15
  /// For how many civil days what was answered to an offer holds: a year, for who said no to an
  /// hour has said so.
  static let restDays = 365
}

extension BestHour {
  /// Reads what `description` gave.
  public init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 6, let from = CivilTime(words[1]), let to = CivilTime(words[2]),
      let count = Int(words[3]), let of = Int(words[4]), let minutes = Int(words[5])
    else { return nil }
    self.init(slot: words[0], from: from, to: to, count: count, of: of, minutes: minutes)
  }

  /// As it is written down with the question: the slot and both times first.
  public var description: String {
    "\(slot) \(from.shortDescription) \(to.shortDescription) \(count) \(of) \(minutes)"
  }
}

extension Planner {
  /// The slot to offer another hour for; nil where each is answered when it comes.
  ///
  /// What a prompt asks was written down with it, and stays. Nothing is offered to somebody who is
  /// silent, nor again what was answered within a year.
  func bestHour(of question: Question, on day: CivilDate) -> String? {
    if let asked = coach.topic(askedBy: question.id, on: day) { return asked }
    if coach.backOff(at: now, in: calendar).isSilence(on: day) { return nil }
    let given = answersGiven(before: day)
    // To count them costs little, and is mostly enough.
    if given.count < BestHour.least { return nil }
    let answered = coach.answers.filter {
      $0.answered.question == question.id && $0.day.days(until: day) < BestHour.restDays
    }
    return schedule.slots.lazy.compactMap { self.bestHour(of: $0, before: day, given) }
      .first { hour in
        !answered.contains { hour.isAnswered(by: $0.answered) }
      }?.description
  }

  /// The hour that an answer is about which is given unasked; nil where none would be offered.
  public func bestHour(ofAnswerTo question: Question) -> String? {
    bestHour(of: question, on: today)
  }

  /// The hour at which a slot could come.
  private func bestHour(
    of slot: Slot,
    before day: CivilDate,
    _ given: [GivenAnswer]
  ) -> BestHour? {
    guard !slot.endsDay, let when = slot.when, let from = slot.onlyTime,
      !wasMoved(slot, from)
    else { return nil }
    let days = (1...Planner.daysLooked).map { day.adding(days: -$0) }
      .filter { when.names($0) && coach.rest(on: $0, for: schedule) == nil }.prefix(BestHour.days)
    let late = days.compactMap { day in
      given.filter { $0.day == day && asking($0) == slot.name }.map(\.minute).min()
        .map { (day: day, minutes: $0 - from.minuteOfDay) }
    }
    let sides = [1, -1].map { side in
      late.filter { $0.minutes * side > BestHour.sideMinutes }
    }
    guard let side = sides.first(where: { $0.count >= BestHour.least }) else { return nil }
    // What was so for weeks and is over is none of it.
    let isNear = { (near: CivilDate) in near.days(until: day) <= PlanningContext.daysFolded }
    let near = late.count { isNear($0.day) }
    guard near > 0, side.count(where: { isNear($0.day) }) * 2 > near else { return nil }
    let middle = side.map(\.minutes).sorted()[side.count / 2]
    guard abs(middle) >= BestHour.leastMinutes,
      let to = freeTime(near: from, by: middle, for: slot, from: day)
    else { return nil }
    return BestHour(
      slot: slot.name,
      from: from,
      to: to,
      count: side.count,
      of: late.count,
      minutes: middle
    )
  }

  /// An answer by the day that it was asked on, and the minutes since that day's midnight.
  private struct GivenAnswer {
    var question: String
    var day: CivilDate
    var minute: Int
  }

  /// The civil days of which it is known when something was answered.
  private static let daysLooked = Coach.PriorState.pastDays + PlanningContext.daysFolded

  /// What was answered on the civil day on which it was asked, in the zone of now: of an answer for
  /// another day, or in another zone, nobody can tell what hour it was for.
  private func answersGiven(before day: CivilDate) -> [GivenAnswer] {
    let days = day.adding(days: -Planner.daysLooked)..<day
    let known =
      coach.past.compactMap { past in
        past.question.flatMap { question in past.said.map { (question, past.day, $0) } }
      }
      + coach.answers.map { given in
        (given.answered.question, given.day, Coach.Said(given.fact))
      }
    return known.compactMap { id, about, said in
      guard said.zone == calendar.zone.name, let question = teaching.question(id),
        question.about == .day || question.about == .eveningBefore
      else { return nil }
      let asked = question.askedDay(ofAnswerOn: about)
      guard days.contains(asked), calendar.day(at: said.at) == asked else { return nil }
      let local = calendar.zone.civil(at: said.at)
      let minute = asked.days(until: local.date) * CivilTime.dayMinutes + local.time.minuteOfDay
      return GivenAnswer(question: id, day: asked, minute: minute)
    }
  }

  /// The slot that had asked a question when it was answered; the first that asks it on that day
  /// where none had.
  private func asking(_ given: GivenAnswer) -> String? {
    let asking = schedule.slots.compactMap { slot -> (name: String, minute: Int)? in
      guard slot.carries.contains(given.question), let when = slot.when, when.names(given.day),
        let time = slot.onlyTime
      else { return nil }
      return (slot.name, time.minuteOfDay)
    }.sorted { ($0.minute, $0.name) < ($1.minute, $1.name) }
    return (asking.last { $0.minute <= given.minute } ?? asking.first)?.name
  }

  /// Whether a prompt of the last days came at another time: then the slot was moved, and what was
  /// answered before was for that.
  private func wasMoved(_ slot: Slot, _ time: CivilTime) -> Bool {
    coach.prompts.contains { prompt in
      guard prompt.prompted.id.slot == slot.name, prompt.zone == calendar.zone.name else {
        return false
      }
      // What the clocks leave out comes a little later, and is no other time.
      let due = calendar.zone.civil(at: prompt.prompted.due)
      return due.time != time
        && prompt.prompted.due != slot.due(on: prompt.prompted.id.day, in: calendar)
    }
  }

  /// The time at which a slot could come: the one it is answered at, or the nearest to that at
  /// which nothing is in its way; nil where none is another hour.
  private func freeTime(
    near from: CivilTime,
    by minutes: Int,
    for slot: Slot,
    from day: CivilDate
  ) -> CivilTime? {
    let side = minutes < 0 ? -1 : 1
    let step = BestHour.stepMinutes
    let most = (abs(minutes) + step / 2) / step * step
    let days = (0..<7).map { day.adding(days: $0) }.filter { slot.when?.names($0) == true }
    return stride(from: most, through: BestHour.leastMinutes, by: -step).lazy
      .compactMap { from.moved(by: $0 * side) }
      .first { time in days.allSatisfy { self.isFree(time, for: slot, on: $0) } }
  }

  /// Whether a slot could come at a time of a day: not in quiet hours, nor close to another, nor
  /// after what ends the day.
  private func isFree(_ time: CivilTime, for slot: Slot, on day: CivilDate) -> Bool {
    let at = calendar.zone.instant(of: CivilDateTime(date: day, time: time))
    guard calendar.day(at: at) == day, schedule.quiet.end(at: at, in: calendar.zone) == nil,
      !context.hasEnded(PromptID(slot: slot.name, day: day), due: at, at: at)
    else { return false }
    let others = schedule.slots.filter { $0.name != slot.name }
      .compactMap { $0.due(on: day, in: calendar) }
    return others.allSatisfy { abs($0.seconds - at.seconds) >= schedule.limits.apartSeconds }
  }
}

extension BestHour {
  /// Whether an answer was to the same slot at the same time.
  fileprivate func isAnswered(by answered: Answered) -> Bool {
    guard let about = answered.about.flatMap(BestHour.init) else { return false }
    return about.slot == slot && about.from == from && answered.answer != .noOccasion
  }
}

extension CivilTime {
  fileprivate static let dayMinutes = 1440

  fileprivate var minuteOfDay: Int { secondOfDay / 60 }

  /// So many minutes later or earlier; nil on another day.
  fileprivate func moved(by minutes: Int) -> CivilTime? {
    let second = secondOfDay + minutes * 60
    return (0..<86_400).contains(second) ? CivilTime(secondOfDay: second) : nil
  }
}

extension Slot {
  /// The one time of day at which it comes, to the minute and in any zone; nil where it comes at
  /// several, or sleeps.
  public var onlyTime: CivilTime? {
    guard alsoWhen.isEmpty, let when, when.zone == nil,
      let text = when.description.split(separator: " ").last, let time = CivilTime(String(text)),
      time.second == 0
    else { return nil }
    return time
  }
}
