/// What was decided about prompts, and on which screens they are.
struct PromptFold: Fold {
  /// In the order in which they were decided.
  private(set) var prompts: [Coach.Prompt] = []
  private(set) var passings: [Coach.Passed] = []
  /// When something was decided about prompts.
  private var judged: [Instant] = []
  private var days = DayIndex()
  private var daysPassed = DayIndex()

  mutating func apply(_ fact: Fact) {
    switch fact.event {
    case .prompted(let prompted): begin(prompted, by: fact)
    case .shown(let id, let channel):
      change(id) { $0.show(on: channel) }
    case .notShown(let id, let channel):
      change(id) { $0.shownBy.removeAll { $0 == channel } }
    case .snoozed(let id, let until):
      change(id) { $0.snooze(until: until, by: fact.id) }
    case .passed(let id, let passing):
      judged.append(fact.instant)
      if self.passing(of: id) != nil { return }
      daysPassed.add(passings.count, of: id.day)
      passings.append(Coach.Passed(id: id, passing: passing, at: fact.instant))
    default: break
    }
  }

  /// Taken back, a snooze ends now: what has left the screen comes back to it.
  mutating func takeBack(_ fact: String, at instant: Instant) {
    for place in prompts.indices where prompts[place].snooze == fact {
      prompts[place].snoozedUntil = min(prompts[place].snoozedUntil ?? instant, instant)
    }
  }

  /// The prompts of a civil day, in the order in which they were decided.
  func prompts(of day: CivilDate) -> [Coach.Prompt] { days[day].map { prompts[$0] } }

  /// Whether any prompt of a civil day is such a one; to ask copies none of them.
  func has(on day: CivilDate, _ isMeant: (Coach.Prompt) -> Bool) -> Bool {
    for place in days[day] where isMeant(prompts[place]) { return true }
    return false
  }

  func prompt(_ id: PromptID) -> Coach.Prompt? { place(of: id).map { prompts[$0] } }

  func isPrompted(_ id: PromptID) -> Bool { place(of: id) != nil }

  func passing(of id: PromptID) -> PassReason? {
    daysPassed[id.day].first { passings[$0].id.slot == id.slot }.map { passings[$0].passing }
  }

  /// When something was last decided by an instant; nil where nothing was.
  ///
  /// What a clock wrote that ran ahead does not count before its time has come.
  func lastJudged(by now: Instant) -> Instant? {
    var last: Instant?
    for instant in judged where instant <= now && instant >= last ?? instant { last = instant }
    return last
  }

  private func place(of id: PromptID) -> Int? {
    days[id.day].first { prompts[$0].prompted.id.slot == id.slot }
  }

  /// Forgets the prompts before a civil day.
  ///
  /// - Returns: What was forgotten, in the order in which it was decided.
  mutating func forget(before day: CivilDate) -> [Coach.Prompt] {
    let old = prompts.filter { $0.prompted.id.day < day }
    if !old.isEmpty {
      prompts.removeAll { $0.prompted.id.day < day }
      days = DayIndex(prompts.map(\.prompted.id.day))
    }
    if passings.contains(where: { $0.id.day < day }) {
      passings.removeAll { $0.id.day < day }
      daysPassed = DayIndex(passings.map(\.id.day))
    }
    return old
  }

  private mutating func begin(_ prompted: PromptContent, by fact: Fact) {
    judged.append(fact.instant)
    if isPrompted(prompted.id) { return }
    days.add(prompts.count, of: prompted.id.day)
    prompts.append(
      Coach.Prompt(prompted: prompted, at: fact.instant, zone: fact.zone, sequence: fact.sequence)
    )
  }

  private mutating func change(_ id: PromptID, _ change: (inout Coach.Prompt) -> Void) {
    guard let place = place(of: id) else { return }
    change(&prompts[place])
  }
}

extension Coach {
  /// A prompt that was decided, and when.
  public struct Prompt: Equatable, Sendable {
    public var prompted: PromptContent
    public var at: Instant
    public var zone: String
    /// The sequence of the fact that says so.
    public var sequence: Int64 = 0
    /// The channels that have shown it, since it was last snoozed.
    public var shownBy: [String] = []
    /// The channels that had shown it before that.
    public var hiddenFrom: [String] = []
    /// When it comes back, where it was snoozed.
    public var snoozedUntil: Instant?
    /// The identifier of the fact that says so.
    fileprivate var snooze: String?

    /// When it was decided or, once it was snoozed, when it came back.
    public var cameAt: Instant { snoozedUntil ?? at }
  }

  /// A prompt that was never shown, why, and when that was written down.
  public struct Passed: Equatable, Sendable {
    public var id: PromptID
    public var passing: PassReason
    public var at: Instant
  }
}

extension Coach.Prompt {
  fileprivate mutating func show(on channel: String) {
    if !shownBy.contains(channel) { shownBy.append(channel) }
    hiddenFrom.removeAll { $0 == channel }
  }

  fileprivate mutating func snooze(until: Instant, by fact: String) {
    hiddenFrom += shownBy.filter { !hiddenFrom.contains($0) }
    shownBy = []
    snoozedUntil = until
    snooze = fact
  }
}
