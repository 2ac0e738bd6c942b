/// What it costs to read all decks, and to choose the tip of a day.
///
///     choice DECKS LEDGER DAY
///
/// Adds to the ledger which tips came on the six hundred days before the day, and what the person
/// said of each, for it tells of others; then prints nanoseconds, a line each: for the decks in all
/// languages, read and checked; for what the ledger recalls around the day; for the choice among
/// three hundred tips.
import Coaching
import Configuration
import Storage
import TestSupport

func configuration(_ decks: String, in language: Language) throws -> Configuration {
  try Configuration(.init(files: [], decks: [decks], language: language))
}

/// Tips of the decks, and the first of them again under other names until there are so many.
func tips(_ teaching: Teaching, count: Int) -> [Tip] {
  let more = teaching.tips.prefix(max(0, count - teaching.tips.count)).map { tip in
    var other = tip
    other.id += "-again"
    return other
  }
  return Array((teaching.tips + more).prefix(count))
}

/// A tip each day, the next in turn, with a verdict in the evening.
func history(of tips: [Tip], through last: CivilDate, in calendar: DayCalendar) -> [Draft] {
  (-600..<0).flatMap { offset in
    let day = last.adding(days: offset)
    let tip = tips[(offset + 600) % tips.count].id
    let morning = calendar.zone.instant(
      of: CivilDateTime(date: day, time: CivilTime(secondOfDay: 7 * 3600))
    )
    return [
      Event.told(tip: tip), .rated(tip: tip, offset % 3 == 0 ? .notForMe : .useful),
    ].enumerated().map { index, event in
      Draft(
        instant: morning.adding(seconds: Int64(index) * 36_000),
        zone: calendar.zone.name,
        day: day,
        event: event
      )
    }
  }
}

func run() throws {
  guard CommandLine.arguments.count == 4, let day = CivilDate(CommandLine.arguments[3]) else {
    preconditionFailure("usage: choice DECKS LEDGER DAY")
  }
  let decks = CommandLine.arguments[1]
  let ledger = try Ledger(path: CommandLine.arguments[2])
  let read = Stopwatch.median {
    Language.allCases.reduce(0) { sum, language in
      sum &+ Int64((try? configuration(decks, in: language))?.teaching.tips.count ?? 0)
    }
  }
  let english = try configuration(decks, in: .english)
  var context = PlanningContext(
    schedule: english.settings.schedule,
    teaching: english.teaching,
    zone: .utc,
    profile: Profile(roles: Tip.Role.allCases, level: 3)
  )
  context.teaching.tips = tips(english.teaching, count: 300)
  try ledger.append(history(of: context.teaching.tips, through: day, in: context.calendar))
  let ids = context.teaching.tips.map(\.id)
  let recalled = Stopwatch.median {
    Int64((try? ledger.coach(around: day, tips: ids))?.verdicts.count ?? 0)
  }
  let coach = try ledger.coach(around: day, tips: ids)
  precondition(coach.verdicts.count > 500 && ids.count == 300, "there is nothing to weigh")
  let chosen = Stopwatch.median {
    let decision = coach.decision(on: day, for: context)
    return Int64(decision?.candidates.count ?? 0)
  }
  for took in [read, recalled, chosen] { print(took) }
}

try run()
