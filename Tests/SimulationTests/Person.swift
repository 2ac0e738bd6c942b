import Application
import Coaching
import Configuration
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
    guard person.answers, now >= world.context.clockStarts else { return }
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
      for missed in coach().missedQuestions(at: now, for: world.context) {
        answer(missed.question, day: missed.day)
      }
    case 8, 9: snooze()
    case 10: draw.happens(1, in: 3) ? resume() : pause()
    case 11: goAway()
    default:
      for question in coach().openQuestions(at: now, for: world.context) {
        let today = world.context.calendar.day(at: now)
        let planner = Planner(coach(), world.context, at: now)
        answer(question, day: planner.answerDay(of: question, askedOn: today))
      }
    }
    notify()
  }

  /// An answer for a day that has passed, some days late.
  private func answerLate() {
    let today = world.context.calendar.day(at: now)
    let day = today.adding(days: -1 - draw.below(draw.happens(1, in: 2) ? 1 : 7))
    answer(draw.pick(Doctrine.teaching.questions), day: day)
  }

  private func snooze() {
    guard let prompts = try? workspace.snoozable(), !prompts.isEmpty else { return }
    let id = draw.pick(prompts)
    let seconds = Int64(1 + draw.below(draw.pick([900, 7200, 40_000])))
    _ = try? workspace.snooze(id, until: now.adding(seconds: seconds))
  }

  private func pause() {
    let longest = draw.pick([3600, 3600, 86_400, 9 * 86_400, 40 * 86_400])
    let until = now.adding(seconds: Int64(1 + draw.below(longest)))
    // Until a moment that the clock will show, or for a span.
    let clock = draw.happens(1, in: 2) ? world.context.zone.civil(at: until) : nil
    try? workspace.pause(until: until, clock: clock)
    if draw.happens(1, in: 3) { undo() }
  }

  /// The person is here again, perhaps not for long.
  private func resume() {
    guard (try? workspace.resume()) == true else { return }
    // What was silenced until now is to come now.
    world.witness.disturbed(at: now)
    if draw.happens(1, in: 3) { undo() }
  }

  /// A journey that begins today or later, or the account of one that is over.
  private func goAway() {
    let first = workspace.today.adding(days: draw.below(20) - 5)
    let last = first.adding(days: draw.below(draw.pick([3, 20, 60])))
    try? workspace.goAway(first...last)
  }

  /// What the person's acts work with, as a command's do.
  var workspace: Workspace {
    Workspace(
      Paths(configuration: "", ledger: "", spool: "", lock: "", shared: ""),
      Doctrine.configuration,
      SimulatedFacts(world: world),
      world.context,
      at: now,
      from: .command
    )
  }

  func coach() -> Coach {
    let today = world.context.calendar.day(at: now)
    return (try? world.ledger.coach(around: today)) ?? world.ledger.whole(around: today)
  }

  private func answer(_ question: Question, day: CivilDate?) {
    let typed = answer(to: question).description
    _ = try? workspace.record(GivenAnswer(typed, on: day), to: question)
  }

  private func answer(to question: Question) -> Answer {
    if draw.happens(1, in: 10) { return .noOccasion }
    return switch question.kind {
    case .yesNo: .yesNo(draw.happens(1, in: 2))
    case .scale: .scale(draw.below(11))
    case .timeOfDay: .timeOfDay(CivilTime(secondOfDay: (1260 + draw.below(500)) * 60))
    case .count: .count(draw.below(10))
    case .number: .number(DecimalNumber(millionths: Int64(draw.below(200)) * 50_000))
    case .text: .text("a few words")
    case .outcome: .outcome(draw.pick(Outcome.allCases))
    // No question of the simulation takes them.
    case .stretches: .noOccasion
    }
  }

  private func tip() {
    guard coach().tipTold(on: workspace.today) == nil, (try? workspace.todaysTip()) != nil
    else { return }
    // Whether it was done is a question that was not open before: its time begins now.
    world.witness.disturbed(at: now)
  }

  private func undo() {
    guard (try? workspace.undo()) != nil else { return }
    // What was answered a moment ago is open again: its time begins now.
    world.witness.disturbed(at: now)
  }
}
