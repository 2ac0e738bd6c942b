import Coaching
import Storage
import TestSupport

/// A life with the coach, made from a seed: some 27 facts a day.
///
/// The benchmark measures on twenty years of it that end at the day it runs.
struct TwentyYears {
  static let tips = (1...48).map { "tip-\($0)" }
  private static let slots = [
    (name: "morning", hour: 7, questions: ["sleep"]),
    (name: "offer", hour: 11, questions: ["offer"]),
    (name: "end-of-work", hour: 17, questions: ["energy", "help", "tip"]),
    (name: "wind-down", hour: 22, questions: []),
  ]
  private static let channels = ["spool", "terminal", "desktop"]

  var chance: SplitMix64
  private let last: CivilDate
  private let years: Int
  /// The person's own, `habit-1` and on, asked at the end of work.
  private let habits: [String]

  init(seed: UInt64, through last: CivilDate, years: Int = 20, habits: Int = 0) {
    chance = SplitMix64(seed: seed)
    self.last = last
    self.years = years
    self.habits = (0..<habits).map { "habit-\($0 + 1)" }
  }

  /// Writes all of it, one transaction a year.
  mutating func write(to ledger: Ledger) throws {
    for year in (0..<years).reversed() {
      let days = (-364...0).map { last.adding(days: $0 - year * 365) }
      let facts = try ledger.append(days.flatMap { drafts(of: $0) })
      let answers = facts.filter { if case .answered = $0.event { true } else { false } }
      let undone = answers.filter { _ in chance.happens(1, in: 20) }
      try ledger.append(
        undone.map { fact in
          Draft(
            instant: fact.instant.adding(seconds: 60),
            zone: fact.zone,
            day: fact.day,
            event: .undone(fact: fact.id)
          )
        }
      )
    }
  }

  /// What happened on one day.
  mutating func drafts(of day: CivilDate) -> [Draft] {
    let tip = chance.pick(Self.tips)
    var drafts = [draft(.told(tip: tip), day, second: 25_200)]
    for slot in Self.slots {
      let id = PromptID(slot: slot.name, day: day)
      let second = slot.hour * 3600 + chance.below(1800)
      if chance.happens(1, in: 25) {
        drafts.append(draft(.passed(id, .missedOff), day, second: second))
        continue
      }
      let due = draft(.unknown(kind: ""), day, second: slot.hour * 3600).instant
      let prompted = PromptContent(
        id: id,
        due: due,
        until: due.adding(seconds: 7200),
        tip: slot.name == "morning" ? tip : nil,
        cues: ["cue"],
        questions: slot.questions + (slot.name == "end-of-work" ? habits : [])
      )
      drafts.append(draft(.prompted(prompted), day, second: second))
      drafts += shown(id, day, second: second)
      drafts += prompted.questions.flatMap { answers(to: $0, day, second: second + 60) }
    }
    return drafts
  }

  private mutating func shown(_ id: PromptID, _ day: CivilDate, second: Int) -> [Draft] {
    Self.channels.flatMap { channel in
      let shown = draft(.shown(id, channel: channel), day, second: second)
      guard chance.happens(1, in: 3) else { return [shown] }
      return [shown, draft(.notShown(id, channel: channel), day, second: second)]
    }
  }

  private mutating func answers(to question: String, _ day: CivilDate, second: Int) -> [Draft] {
    let answer: Answer =
      switch question {
      case "sleep": .timeOfDay(CivilTime(secondOfDay: 79_200 + chance.below(120) * 60))
      case "offer": .outcome(chance.pick(Outcome.allCases))
      case "energy": .scale(chance.below(11))
      default: chance.happens(1, in: 9) ? .noOccasion : .yesNo(chance.happens(2, in: 3))
      }
    let note = chance.happens(1, in: 10) ? "Somebody on the train needed a seat." : nil
    let answered = Answered(question: question, answer: answer, note: note, from: "command")
    let draft = draft(.answered(answered), day, second: second)
    return chance.happens(1, in: 3) ? [draft, draft] : [draft]
  }

  private func draft(_ event: Event, _ day: CivilDate, second: Int) -> Draft {
    Draft(
      instant: Instant(seconds: Int64(day.dayNumber) * 86_400 + Int64(second)),
      zone: "Europe/Berlin",
      day: day,
      event: event
    )
  }
}
