import Coaching
import TestSupport

/// How a person lives with the coach.
struct Person {
  /// Seconds between what they do, at most.
  var longestGap: Int
  /// Whether they answer at all.
  var answers: Bool
  /// Whether they promise anything.
  var promises = false

  static let all = [
    Person(longestGap: 4 * 3600, answers: true), Person(longestGap: 12 * 3600, answers: true),
    Person(longestGap: 40 * 3600, answers: true), Person(longestGap: 10 * 86_400, answers: false),
  ]

  func gap(_ draw: inout SplitMix64) -> Int64 {
    Int64(1 + draw.below(longestGap))
  }
}

extension Life {
  /// The person does something at the command line, whether or not the service runs.
  func act() {
    guard person.answers, now >= world.outlook.clockStarts else { return }
    looks.events += 1
    if person.promises, draw.happens(1, in: 6) {
      promise()
      return notify()
    }
    switch draw.below(16) {
    case 0, 1: undo()
    case 2: tip()
    case 3: for _ in 0...1 { answer(draw.pick(Doctrine.teaching.questions), day: nil) }
    case 4, 5: answerLate()
    case 6: answer(draw.pick(Doctrine.teaching.questions), day: nil)
    case 7:
      for missed in coach().missedQuestions(at: now, for: world.outlook) {
        answer(missed.question, day: missed.day)
      }
    case 8, 9: snooze()
    case 10: pause()
    case 11: goAway()
    default:
      for question in coach().openQuestions(at: now, for: world.outlook) {
        let today = world.outlook.calendar.day(at: now)
        answer(question, day: question.answerDay(askedOn: today))
      }
    }
    notify()
  }

  /// An answer for a day that has passed, some days late.
  private func answerLate() {
    let today = world.outlook.calendar.day(at: now)
    let day = today.adding(days: -1 - draw.below(draw.happens(1, in: 2) ? 1 : 7))
    answer(draw.pick(Doctrine.teaching.questions), day: day)
  }

  private func snooze() {
    let prompts = coach().snoozable(at: now, for: world.outlook)
    if prompts.isEmpty { return }
    let id = draw.pick(prompts).prompted.id
    let until = now.adding(seconds: Int64(1 + draw.below(draw.pick([900, 7200, 40_000]))))
    guard coach().comesBack(id, snoozedUntil: until, for: world.outlook) != nil else { return }
    append(.snoozed(id, until: until), on: id.day)
  }

  private func pause() {
    let longest = draw.pick([3600, 3600, 86_400, 9 * 86_400, 40 * 86_400])
    let until = now.adding(seconds: Int64(1 + draw.below(longest)))
    let day = coach().day(ofPauseUntil: until, in: world.outlook.calendar)
    append(.paused(until: until), on: day)
    if draw.happens(1, in: 3) { undo() }
  }

  /// A journey that begins today or later, or the account of one that is over.
  private func goAway() {
    let today = world.outlook.calendar.day(at: now)
    let first = today.adding(days: draw.below(20) - 5)
    let last = first.adding(days: draw.below(draw.pick([3, 20, 60])))
    append(.away(from: first, through: last), on: last)
  }

  func coach() -> Coach {
    let today = world.outlook.calendar.day(at: now)
    return (try? world.ledger.coach(around: today)) ?? world.ledger.whole(around: today)
  }

  private func answer(_ question: Question, day: CivilDate?) {
    let calendar = world.outlook.calendar
    let answer = answer(to: question)
    let day = day ?? question.answerDay(of: answer, given: now, in: calendar)
    guard day <= calendar.day(at: now) else { return }
    let answered = Answered(question: question.id, answer: answer, from: "command")
    append(.answered(answered), on: day)
  }

  private func answer(to question: Question) -> Answer {
    if draw.happens(1, in: 10) { return .noOccasion }
    return switch question.kind {
    case .yesNo: .yesNo(draw.happens(1, in: 2))
    case .scale: .scale(draw.below(11))
    case .timeOfDay: .timeOfDay(CivilTime(secondOfDay: (1260 + draw.below(500)) * 60))
    case .count: .count(draw.below(10))
    case .text: .text("a few words")
    case .outcome: .outcome(draw.pick(Outcome.allCases))
    }
  }

  private func tip() {
    let today = world.outlook.calendar.day(at: now)
    let coach = coach()
    guard coach.tipTold(on: today) == nil,
      let tip = coach.tip(of: today, for: world.outlook)
    else { return }
    append(.told(tip: tip.id), on: today)
    // Whether it was done is a question that was not open before: its time begins now.
    world.witness.disturbed(at: now)
  }

  private func undo() {
    guard let last = world.ledger.lastDone else { return }
    append(.undone(fact: last.id), on: last.day)
    // What was answered a moment ago is open again: its time begins now.
    world.witness.disturbed(at: now)
  }

  func append(_ event: Event, on day: CivilDate) {
    let draft = Draft(instant: now, zone: world.outlook.zone.name, day: day, event: event)
    guard let facts = try? world.ledger.append([draft]) else { return }
    world.witness.wrote(facts, at: now)
  }
}
