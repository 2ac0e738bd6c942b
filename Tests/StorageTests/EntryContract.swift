import Coaching
import Storage
import TestSupport
import Testing

/// What a ledger keeps of promises.
@Suite struct EntryContract {
  private func entry(_ number: Int, due: Int? = nil) -> Entry {
    Entry(
      id: Entry.ID(.promise, number),
      kind: "promise",
      text: "call",
      due: due.map { draft(.unknown(kind: ""), $0).instant }
    )
  }

  private func open(_ ledger: any Keeping) throws -> [Int] {
    try ledger.coach(around: day(0), tips: []).entries.open(.promise).map(\.id.number)
  }

  @Test(arguments: Keeper.allCases)
  func `The coach knows every promise that is open, however long it has been`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      let days = [-410, -30, -9, 0, 2, 300]
      for (index, day) in days.enumerated() {
        _ = try ledger.append([draft(.entered(entry(index + 1)), day)])
      }
      #expect(try open(ledger) == [2, 3, 4, 5, 6])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `What was closed is not open, unless that was taken back`(_ keeper: Keeper) throws {
    try keeper.check { ledger in
      for number in 1...4 { _ = try ledger.append([draft(.entered(entry(number)), -30)]) }
      _ = try ledger.append([draft(.closed(Entry.ID(.promise, 1), .kept), -20)])
      _ = try ledger.append([draft(.closed(Entry.ID(.promise, 2), .kept), -1)])
      let facts = try ledger.append([draft(.closed(Entry.ID(.promise, 3), .missed), -20)])
      _ = try ledger.append([draft(.undone(fact: facts[0].id), -20)])
      #expect(try open(ledger) == [3, 4])
    }
  }

  @Test(arguments: Keeper.allCases)
  func `A promise that was changed is as it was changed, and made when it was made`(
    _ keeper: Keeper
  ) throws {
    try keeper.check { ledger in
      _ = try ledger.append([draft(.entered(entry(1)), -30)])
      let edits = try [-25, -1].map {
        try ledger.append([draft(.edited(entry(1, due: $0)), $0)])[0]
      }
      let standing = { try ledger.coach(around: day(0), tips: []).entries[Entry.ID(.promise, 1)] }
      #expect(try standing()?.entry == entry(1, due: -1))
      #expect(try standing()?.madeOn == day(-30))
      _ = try ledger.append([draft(.undone(fact: edits[1].id), -1)])
      #expect(try standing()?.entry == entry(1, due: -25))
      _ = try ledger.append([draft(.undone(fact: edits[0].id), -25)])
      #expect(try standing()?.entry == entry(1))
    }
  }
}

@Suite struct LedgerEntryTests {
  private func enter(_ ledger: Ledger, _ list: Entry.ID.List = .promise) throws -> Fact {
    try ledger.enter(on: list) { id in draft(.entered(Entry(id: id, kind: "k", text: "t"))) }
  }

  private func number(_ fact: Fact) -> Int? {
    if case .entered(let entry) = fact.event { entry.id.number } else { nil }
  }

  @Test func `Each list numbers its entries from one, and no number comes twice`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let first = try enter(ledger)
      #expect(number(first) == 1)
      #expect(number(try enter(ledger, .note)) == 1)
      try ledger.append([draft(.undone(fact: first.id))])
      #expect(number(try enter(Ledger(path: "\(directory)/ledger.sqlite"))) == 2)
      #expect(try ledger.entries(of: .promise).all.map(\.id.number) == [2])
    }
  }

  @Test func `What a person did about promises can be taken back, the last first`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let made = try enter(ledger)
      let closed = try ledger.append([draft(.closed(Entry.ID(.promise, 1), .kept))])
      #expect(try ledger.lastDone(limit: 9).map(\.id) == [closed[0].id, made.id])
      #expect(try ledger.openEntries(of: .promise).all.isEmpty)
      try ledger.append([draft(.undone(fact: closed[0].id))])
      #expect(try ledger.lastDone(limit: 9).map(\.id) == [made.id])
      #expect(try ledger.openEntries(of: .promise).all.count == 1)
      #expect(try ledger.factCount(of: Entry.ID(.promise, 1)) == 2)
      #expect(try ledger.entry(Entry.ID(.promise, 1))?.isOpen == true)
      #expect(try ledger.entry(Entry.ID(.promise, 2)) == nil)
    }
  }

  @Test func `Notes of the kinds that come back are known however long it has been`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      for kind in ["principle", "detail", "principle"] {
        try ledger.enter(on: .note) { draft(.entered(Entry(id: $0, kind: kind, text: "t")), -4000) }
      }
      try ledger.append([draft(.closed(Entry.ID(.note, 3), .dropped), -3000)])
      let known = { (kinds: [String]) in
        try ledger.coach(around: day(0), tips: [], notes: kinds).entries.all.map(\.id)
      }
      #expect(try known(["principle", "case"]) == [Entry.ID(.note, 1)])
      #expect(try known([]) == [])
    }
  }

  @Test func `Closings since a day are those that stand`() throws {
    try inTemporaryDirectory { directory in
      let ledger = try Ledger(path: "\(directory)/ledger.sqlite")
      let id = Entry.ID(.promise, 1)
      let facts = try [-2, -1, 0].map { try ledger.append([draft(.closed(id, .kept), $0)])[0] }
      try ledger.append([
        draft(.undone(fact: facts[2].id)), draft(.closed(Entry.ID(.note, 1), .kept)),
      ])
      #expect(try ledger.closings(since: day(-1)).map(\.id) == [facts[1].id])
    }
  }
}
