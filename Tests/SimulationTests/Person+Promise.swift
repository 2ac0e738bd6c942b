import Coaching
import TestSupport

extension Life {
  /// The person promises something, gives it another time, or closes it.
  func promise() {
    let open = world.witness.pledges.open.sorted { $0.number < $1.number }
    switch draw.below(5) {
    case 0, 1: make()
    case 2 where !open.isEmpty: move(draw.pick(open))
    case 3 where !open.isEmpty: close(draw.pick(open))
    // What is kept is mostly kept when it is due.
    default: if let due = open.first(where: { $0.due.map { $0 <= now } ?? false }) { close(due) }
    }
  }

  private func make() {
    let id = Entry.ID(.promise, (world.witness.pledges.all.keys.max() ?? 0) + 1)
    let entry = Entry(
      id: id,
      kind: draw.pick(Commitment.allCases).rawValue,
      text: "a few words",
      due: time(),
      isWholeDay: draw.happens(1, in: 4),
      reserveSeconds: reserve()
    )
    append(.entered(entry), on: day(of: entry))
  }

  private func move(_ pledge: Pledges.Pledge) {
    guard var entry = pledge.entry else { return }
    entry.due = time()
    entry.isWholeDay = draw.happens(1, in: 4)
    entry.reserveSeconds = reserve()
    // No earlier fact has this number.
    entry.timing = world.ledger.facts.count + 2
    append(.edited(entry), on: day(of: entry))
    world.witness.disturbed(at: now)
  }

  private func close(_ pledge: Pledges.Pledge) {
    guard let entry = pledge.entry else { return }
    append(.closed(entry.id, draw.pick([.kept, .released, .missed])), on: day(of: entry))
  }

  private func time() -> Instant? {
    if draw.happens(1, in: 6) { return nil }
    return now.adding(seconds: Int64(60 + draw.below(draw.pick([6 * 3600, 86_400, 12 * 86_400]))))
  }

  private func reserve() -> Int64 {
    Int64(draw.pick([0, 0, 1800, 7200, 30 * 3600]))
  }

  private func day(of entry: Entry) -> CivilDate {
    let today = world.outlook.calendar.day(at: now)
    guard let standing = coach().entries[entry.id] else {
      return Entries.day(for: entry.due, on: today, in: world.outlook.calendar)
    }
    return standing.day(for: entry.due, on: today, in: world.outlook.calendar)
  }
}
