import Coaching
import Testing

extension PlanFixture {
  /// Writes down `promised 1 24T15:00 2h`, `promised 1 24T18:00 day`, `promised 1 never`,
  /// `moved 1 25T15:00`, `kept 1`, or `listed 24T07:30 1` for a prompt that listed it.
  mutating func pledge(_ words: [String], at instant: Instant) throws {
    if words[0] == "listed" { return try list(words) }
    let id = Entry.ID(.promise, try #require(Int(words[1])))
    let today = context.calendar.day(at: instant)
    if words[0] == "kept" {
      return apply(.closed(id, .kept), on: today, at: instant)
    }
    var entry = coach.entries[id]?.entry ?? Entry(id: id, kind: "promise", text: "call")
    let before = entry
    entry.due = words[2] == "never" ? nil : try PlanFixture.instant(words[2])
    entry.reserveSeconds = TimeSpan.seconds(words[3]) ?? 0
    entry.isWholeDay = words.contains("day")
    let isNew = words[0] == "promised"
    if !isNew, entry.due != before.due { entry.timing += 1 }
    let day = Entries.day(for: entry.due, on: today, in: context.calendar)
    apply(isNew ? .entered(entry) : .edited(entry), on: day, at: instant)
  }

  private mutating func list(_ words: [String]) throws {
    let due = try PlanFixture.instant(words[1])
    let prompted = PromptContent(
      id: PromptID(slot: "listing", day: context.calendar.day(at: due)),
      due: due,
      until: due.adding(seconds: 3600),
      entries: [Entry.ID(.promise, try #require(Int(words[2])))]
    )
    apply(.prompted(prompted), on: prompted.id.day, at: due)
  }

  /// The prompt of `promise-1/23`; nil for that of a slot.
  func reminder(_ id: PromptID) throws -> PromptContent? {
    guard Entry.ID.isReminder(id.slot) else { return nil }
    let number = try #require(Int(id.slot.split(separator: "-")[1]))
    let entry = try #require(coach.entries[Entry.ID(.promise, number)]?.entry)
    let due = try #require(entry.due)
    let before = due.adding(seconds: -entry.reserveSeconds - 900)
    let until = min(due, context.calendar.end(of: id.day))
    return PromptContent(id: id, due: before, until: until, entries: [entry.id])
  }
}
