/// What the facts say of entries, each as it stands; kept as facts come, never added up anew.
public struct Entries: Fold, Equatable, Sendable {
  /// An entry with what became of it.
  public struct Standing: Equatable, Sendable {
    fileprivate struct Revision: Equatable {
      var fact: String
      var sequence: Int64
      var at: Instant
      var day: CivilDate
      var entry: Entry
    }

    /// How and when it was closed, and on which of its day.
    public struct Closed: Equatable, Sendable {
      fileprivate var fact: String
      public var closing: Closing
      public var at: Instant
      public var day: CivilDate
    }

    public let id: Entry.ID
    /// In the order of writing, without those taken back; there is one at least.
    fileprivate var revisions: [Revision] = []
    fileprivate var closings: [Closed] = []

    public var entry: Entry { revisions[revisions.count - 1].entry }
    /// Closed once: what was said first holds.
    public var closed: Closed? { closings.first }
    public var isOpen: Bool { closings.isEmpty }
    public var madeAt: Instant { revisions[0].at }
    /// The civil day of its first fact.
    public var madeOn: CivilDate { revisions[0].day }

    /// When it got the time that it has.
    public var timedAt: Instant {
      let timing = entry.timing
      return revisions.first { $0.entry.timing == timing }?.at ?? madeAt
    }

    /// Whether a fact is one of those that it is made of.
    fileprivate func isMade(of fact: String) -> Bool {
      revisions.contains { $0.fact == fact } || closings.contains { $0.fact == fact }
    }

    /// The same, what is meant by its day due by the clocks of a zone.
    public func due(in zone: Zone) -> Standing {
      var standing = self
      for place in revisions.indices where revisions[place].entry.clock != nil {
        standing.revisions[place].entry = revisions[place].entry.due(in: zone)
      }
      return standing
    }

    /// The civil day that what is written about it next belongs to.
    ///
    /// It is never before that of what was written earlier: so whoever recalls the last of it
    /// recalls all of it.
    public func day(for due: Instant?, on today: CivilDate, in calendar: DayCalendar) -> CivilDate {
      let written = revisions.map(\.day) + closings.map(\.day)
      return written.reduce(Entries.day(for: due, on: today, in: calendar), max)
    }
  }

  /// In the order of their lists and numbers.
  public private(set) var all: [Standing] = []

  public init() {}

  /// The fold of some facts that stand.
  public init(_ facts: [Fact]) {
    for fact in facts { apply(fact) }
  }

  /// The civil day of a new entry: that on which it is due, so that it is recalled then.
  public static func day(
    for due: Instant?,
    on today: CivilDate,
    in calendar: DayCalendar
  ) -> CivilDate {
    max(today, due.map(calendar.day) ?? today)
  }

  /// The entry of a name; nil when there is none.
  public subscript(id: Entry.ID) -> Standing? {
    let place = place(of: id)
    return place < all.count && all[place].id == id ? all[place] : nil
  }

  /// The same, what is meant by its day due by the clocks of a zone.
  public func due(in zone: Zone) -> Entries {
    guard all.contains(where: { $0.entry.clock != nil }) else { return self }
    var entries = self
    entries.all = all.map { $0.due(in: zone) }
    return entries
  }

  /// The open ones of a list, in the order of making.
  public func open(_ list: Entry.ID.List) -> [Standing] {
    all.filter { $0.id.list == list && $0.isOpen }
  }

  /// Takes note of a fact that stands.
  public mutating func apply(_ fact: Fact) {
    switch fact.event {
    case .entered(let entry), .edited(let entry): revise(entry, by: fact)
    case .closed(let id, let closing):
      let place = place(of: id)
      guard place < all.count, all[place].id == id else { return }
      all[place].closings.append(
        Standing.Closed(fact: fact.id, closing: closing, at: fact.instant, day: fact.day)
      )
    default: break
    }
  }

  private mutating func revise(_ entry: Entry, by fact: Fact) {
    let place = place(of: entry.id)
    if place == all.count || all[place].id != entry.id {
      all.insert(Standing(id: entry.id), at: place)
    }
    let revision = Standing.Revision(
      fact: fact.id,
      sequence: fact.sequence,
      at: fact.instant,
      day: fact.day,
      entry: entry
    )
    let later = all[place].revisions.firstIndex { $0.sequence > fact.sequence }
    all[place].revisions.insert(revision, at: later ?? all[place].revisions.count)
  }

  mutating func takeBack(_ fact: String, at instant: Instant) {
    for place in all.indices.reversed() where all[place].isMade(of: fact) {
      all[place].closings.removeAll { $0.fact == fact }
      all[place].revisions.removeAll { $0.fact == fact }
      if all[place].revisions.isEmpty { all.remove(at: place) }
    }
  }

  /// Where an entry is, or would be.
  private func place(of id: Entry.ID) -> Int {
    let key = (id.list.rawValue, id.number)
    return all.partition { ($0.id.list.rawValue, $0.id.number) >= key }
  }
}

extension Coach {
  /// Whether a commitment fell due before a civil day and is open.
  func isBehind(on day: CivilDate, for context: PlanningContext) -> Bool {
    if entries.all.isEmpty { return false }
    let begin = context.calendar.start(of: day)
    return entries.open(.promise).contains { $0.entry.due.map { $0 < begin } ?? false }
  }
}
