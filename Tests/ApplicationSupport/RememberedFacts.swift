package import Application
package import Coaching
package import TestSupport

/// A ledger whose facts are kept in memory: what is asked is answered from there alike, whatever
/// becomes of what is written.
package protocol RememberedFacts: FactLedger {
  var memory: MemoryLedger { get }
}

extension RememberedFacts {
  package func count() -> Int { memory.facts.count }

  package func facts(from first: CivilDate, through last: CivilDate) -> [Fact] {
    memory.facts(from: first, through: last)
  }

  package func standing(_ question: String, on day: CivilDate) -> Answered? {
    memory.standing(question, on: day)
  }

  package func answers(
    to questions: [String],
    from first: CivilDate,
    through last: CivilDate
  ) -> [Fact] {
    memory.answers(to: questions, from: first, through: last)
  }

  package func told(from first: CivilDate, through last: CivilDate) -> [Coach.TipShown] {
    memory.facts(from: first, through: last).compactMap { fact in
      guard case .told(let tip) = fact.event else { return nil }
      return Coach.TipShown(tip: tip, day: fact.day)
    }
  }

  package func lastAnswers(
    to questions: [String],
    before day: CivilDate,
    limit: Int
  ) -> [Coach.Given] {
    memory.lastAnswers(to: questions, before: day, limit: limit)
  }

  package func lastDoneTogether() -> [(id: String, day: CivilDate)] {
    let done = memory.lastDone(limit: .max)
    return done.prefix { $0.instant == done[0].instant }.map { ($0.id, $0.day) }
  }
  package func known(_ ids: [String]) -> Set<String> {
    Set(ids).intersection(memory.facts.map(\.id))
  }
  package func lastDone(limit: Int) -> [Fact] { memory.lastDone(limit: limit) }

  package func histories(
    of questions: [String],
    from first: CivilDate?,
    through last: CivilDate
  ) -> [HabitHistory] {
    memory.histories(of: questions, from: first, through: last)
  }

  package func aims() -> [Fact] { memory.aims }
  package func absences() -> [ClosedRange<CivilDate>] { memory.absences }
  package func answeredQuestions() -> [String] { memory.answeredQuestions }
  package func entries(of list: Entry.ID.List) -> Entries { memory.entries(of: list) }
  package func openEntries(of list: Entry.ID.List) -> Entries { memory.openEntries(of: list) }
  package func entry(_ id: Entry.ID) -> Entries.Standing? { memory.entries(of: id.list)[id] }
  package func factCount(of id: Entry.ID) -> Int { memory.factCount(of: id) }
  package func closings(since day: CivilDate) -> [Fact] { memory.closings(since: day) }

  /// Does what may fail as a file would.
  package func met<Result>(
    _ work: () throws(WorldError) -> Result
  ) throws(CommandError) -> Result {
    do {
      return try work()
    } catch {
      throw CommandError(.inputOutput, words: "\(error)")
    }
  }
}

/// A ledger in memory as acts and questions meet it.
package struct MemoryFacts: RememberedFacts {
  package let memory = MemoryLedger()

  package init() {}

  package func append(_ drafts: [Draft]) throws(CommandError) -> [Fact] {
    try met { () throws(WorldError) in try memory.append(drafts) }
  }

  package func enter(
    on list: Entry.ID.List,
    _ draft: (Entry.ID) -> Draft
  ) throws(CommandError) -> Fact {
    try met { () throws(WorldError) in try memory.enter(on: list, draft) }
  }

  package func coach(around day: CivilDate, for teaching: Teaching) -> Coach {
    let coach = memory.coach(
      around: day,
      tips: teaching.dispensable,
      spaced: teaching.spaced,
      offers: teaching.offers
    )
    return coach.renamed(by: teaching.formerNames)
  }
}
