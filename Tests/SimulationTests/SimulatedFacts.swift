import Application
import ApplicationSupport
import Coaching
import TestSupport

/// The ledger as the person's acts meet it: what they write, the witness sees.
struct SimulatedFacts: RememberedFacts {
  let world: SimulatedWorld

  private var ledger: SimulatedLedger { world.ledger }
  var memory: MemoryLedger { world.ledger.memory }

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
}
