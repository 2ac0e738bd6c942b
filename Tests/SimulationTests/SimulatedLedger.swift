import Coaching
import TestSupport

/// A ledger whose disk fails when it is told to.
final class SimulatedLedger {
  /// The fold around a day, and of how many facts it is.
  private final class Recalled {
    let day: CivilDate
    var coach: Coach
    var count: Int

    init(day: CivilDate, coach: Coach, count: Int) {
      self.day = day
      self.coach = coach
      self.count = count
    }
  }

  /// How many writes succeed before one fails; nil while none is to.
  var writesLeft: Int?
  /// Whether the writes after it fail as well, until all is well again.
  var failsOn = false
  var failsWriting = false
  var failsReading = false
  let memory = MemoryLedger()
  private var recalled: [Recalled] = []
  private let tips: [String]
  private let spaced: [String]
  private let offers: [String]

  /// - Parameter teaching: What there is to be remembered of.
  init(_ teaching: Teaching = Doctrine.teaching) {
    tips = teaching.tips.map(\.id)
    spaced = teaching.spaced
    offers = teaching.offers
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
    guard let place = recalled.firstIndex(where: { $0.day == day }) else {
      return keep(Recalled(day: day, coach: whole(around: day), count: facts.count))
    }
    let last = recalled.remove(at: place)
    let span = day.adding(days: -9)...day.adding(days: 2)
    // What is remembered from before is not folded step by step.
    let isBefore = { (fact: Fact) in fact.day < span.lowerBound }
    if last.coach.since == nil || facts[last.count...].contains(where: isBefore) {
      return keep(Recalled(day: day, coach: whole(around: day), count: facts.count))
    }
    for fact in facts[last.count...] {
      if span.contains(fact.day) || fact.day > span.upperBound && fact.event.reachesBack {
        last.coach.apply(fact)
      } else {
        last.coach.hear(of: fact)
      }
    }
    last.count = facts.count
    return keep(last)
  }

  /// Keeps the folds of the last days that were asked about: the service asks about today, and the
  /// person about others in between.
  private func keep(_ recalled: Recalled) -> Coach {
    if self.recalled.count > 2 { self.recalled.removeFirst() }
    self.recalled.append(recalled)
    return recalled.coach
  }

  /// The fold around a day in one go.
  func whole(around day: CivilDate) -> Coach {
    memory.coach(around: day, tips: tips, spaced: spaced, offers: offers)
  }
}
