import Application
import Coaching
import TestSupport

/// The ledger as the person's acts meet it: what they write, the witness sees.
struct SimulatedFacts: FactLedger {
  let world: SimulatedWorld

  private var ledger: SimulatedLedger { world.ledger }
  private var memory: MemoryLedger { world.ledger.memory }

  func count() -> Int { memory.facts.count }

  func append(_ drafts: [Draft]) throws(CommandError) -> [Fact] {
    let facts = try met { () throws(WorldError) in try ledger.append(drafts) }
    world.witness.wrote(facts, at: world.now)
    return facts
  }

  func enter(
    on list: Entry.ID.List,
    _ draft: (Entry.ID) -> Draft
  ) throws(CommandError) -> Fact {
    try append([draft(memory.nextEntry(on: list))])[0]
  }

  func coach(around day: CivilDate, for teaching: Teaching) throws(CommandError) -> Coach {
    try met { () throws(WorldError) in try ledger.coach(around: day) }
  }

  func facts(from first: CivilDate, through last: CivilDate) -> [Fact] {
    memory.facts(from: first, through: last)
  }

  func answer(to question: String, on day: CivilDate) -> Answer? {
    memory.answer(to: question, on: day)
  }

  func answers(
    to questions: [String],
    from first: CivilDate,
    through last: CivilDate
  ) -> [Fact] {
    memory.answers(to: questions, from: first, through: last)
  }

  func lastAnswers(
    to questions: [String],
    before day: CivilDate,
    limit: Int
  ) -> [Coach.Given] {
    memory.lastAnswers(to: questions, before: day, limit: limit)
  }

  func lastDone(limit: Int) -> [Fact] { memory.lastDone(limit: limit) }

  func histories(
    of questions: [String],
    from first: CivilDate?,
    through last: CivilDate
  ) -> [HabitHistory] {
    memory.histories(of: questions, from: first, through: last)
  }

  func answeredQuestions() -> [String] { memory.answeredQuestions }
  func entries(of list: Entry.ID.List) -> Entries { memory.entries(of: list) }
  func openEntries(of list: Entry.ID.List) -> Entries { memory.openEntries(of: list) }
  func entry(_ id: Entry.ID) -> Entries.Standing? { memory.entries(of: id.list)[id] }
  func factCount(of id: Entry.ID) -> Int { memory.factCount(of: id) }
  func closings(since day: CivilDate) -> [Fact] { memory.closings(since: day) }

  private func met<Result>(
    _ work: () throws(WorldError) -> Result
  ) throws(CommandError) -> Result {
    do {
      return try work()
    } catch {
      throw CommandError(.inputOutput, "\(error)")
    }
  }
}
