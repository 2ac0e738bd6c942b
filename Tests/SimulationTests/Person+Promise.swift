import Application
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
    var entry = Entry(
      id: Entry.ID(.promise, 0),
      kind: draw.pick(Commitment.allCases).rawValue,
      text: "a few words",
      due: time(),
      isWholeDay: draw.happens(1, in: 4),
      reserveSeconds: reserve()
    )
    nameDay(of: &entry)
    _ = try? workspace.enter(entry)
  }

  private func move(_ pledge: Pledges.Pledge) {
    guard var entry = pledge.entry else { return }
    entry.due = time()
    entry.isWholeDay = draw.happens(1, in: 4)
    nameDay(of: &entry)
    entry.reserveSeconds = reserve()
    guard let standing = try? workspace.promise(pledge.number) else { return }
    _ = try? workspace.change(standing, to: entry)
    world.witness.disturbed(at: now)
  }

  private func close(_ pledge: Pledges.Pledge) {
    _ = try? workspace.closePromise(pledge.number, as: draw.pick([.kept, .released, .missed]))
  }

  private func time() -> Instant? {
    if draw.happens(1, in: 6) { return nil }
    return now.adding(seconds: Int64(60 + draw.below(draw.pick([6 * 3600, 86_400, 12 * 86_400]))))
  }

  /// What is due on a day is due by the clock, but for what an older version wrote.
  private func nameDay(of entry: inout Entry) {
    let isOld = draw.happens(1, in: 8)
    entry.clock = isOld || !entry.isWholeDay ? nil : entry.due.map(world.context.zone.civil)
  }

  private func reserve() -> Int64 {
    Int64(draw.pick([0, 0, 1800, 7200, 30 * 3600]))
  }
}
