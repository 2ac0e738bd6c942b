import Coaching
import TestSupport

/// A ledger whose disk fails when it is told to.
final class SimulatedLedger {
  /// How many writes succeed before one fails; nil while none is to.
  var writesLeft: Int?
  /// Whether the writes after it fail as well, until all is well again.
  var failsOn = false
  var failsWriting = false
  var failsReading = false
  let memory = MemoryLedger()
  private var recalled: (day: CivilDate, coach: Coach, count: Int)?
  private let tips: [String]
  private let spaced: [String]

  /// - Parameter teaching: What there is to be remembered of.
  init(_ teaching: Teaching = Doctrine.teaching) {
    tips = teaching.tips.map(\.id)
    spaced = teaching.spaced
  }

  var facts: [Fact] { memory.facts }

  var isHealthy: Bool { !failsWriting && !failsReading && writesLeft == nil }

  func append(_ drafts: [Draft]) throws(WorldError) -> [Fact] {
    if let left = writesLeft {
      writesLeft = left == 0 ? nil : left - 1
      if left == 0 {
        failsWriting = failsOn
        throw WorldError("this write failed")
      }
    }
    if failsWriting { throw WorldError("the disk is full") }
    return try memory.append(drafts)
  }

  /// The fold around a day: the one before, and what was written since.
  func coach(around day: CivilDate) throws(WorldError) -> Coach {
    if failsReading { throw WorldError("the disk cannot be read") }
    let first = day.adding(days: -9)
    guard var last = recalled, last.day == day, last.coach.since != nil,
      // What is taken back of the time before is not in the steps.
      !facts[last.count...].contains(where: { $0.day < first && $0.event.reachesBack })
    else {
      let coach = whole(around: day)
      recalled = (day, coach, facts.count)
      return coach
    }
    // Held twice, it would be copied as it grows.
    recalled = nil
    let span = first...day.adding(days: 2)
    // What is remembered from before is not folded step by step.
    if facts[last.count...].contains(where: { $0.day < span.lowerBound }) {
      let coach = whole(around: day)
      recalled = (day, coach, facts.count)
      return coach
    }
    for fact in facts[last.count...] {
      if span.contains(fact.day) || fact.day > span.upperBound && fact.event.reachesBack {
        last.coach.apply(fact)
      } else {
        last.coach.hear(of: fact)
      }
    }
    last.count = facts.count
    recalled = last
    return last.coach
  }

  /// The fold around a day in one go.
  func whole(around day: CivilDate) -> Coach {
    memory.coach(around: day, tips: tips, spaced: spaced)
  }
}
