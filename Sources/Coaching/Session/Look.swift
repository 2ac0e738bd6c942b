/// One look: what it sees, what it says, and what it owes to the next.
struct Look {
  private let world: World
  let now: Instant
  var context: PlanningContext
  /// All channels there are, and those of them that the person wants.
  let all: [Channel]
  let channels: [Channel]
  /// Whether the session has not looked before.
  let isFirst: Bool
  /// When what failed is tried again.
  private(set) var retry = Instant.distantFuture
  /// What it has said that stays true until it changes.
  private(set) var standing: [SessionEvent] = []
  /// What was said so by the look before: it is not said again.
  private let before: [SessionEvent]
  /// What could not be written down when a channel failed; it goes before what comes next.
  private(set) var owed: [Draft]

  init(_ world: World, isFirst: Bool, standing: [SessionEvent], owed: [Draft]) {
    self.world = world
    self.isFirst = isFirst
    self.owed = owed
    before = standing
    now = world.now()
    context = world.context()
    all = world.channels()
    channels = all.filter(\.isWanted)
    context.waitsForPerson = !channels.isEmpty && channels.allSatisfy(\.interrupts)
  }

  func draft(_ event: Event, on day: CivilDate) -> Draft {
    Draft(instant: now, zone: context.zone.name, day: day, event: event)
  }

  /// What a prompt says now.
  func card(for prompt: Coach.Prompt, by coach: Coach) -> Card {
    context.teaching.card(
      for: prompt,
      coach: coach,
      zone: context.zone,
      profile: context.profile
    )
  }

  // MARK: - Saying

  func notice(_ event: SessionEvent) { world.notice(event) }

  /// Says something that may still be true at the next look, but says it once.
  mutating func tell(_ event: SessionEvent) {
    standing.append(event)
    if !before.contains(event) { world.notice(event) }
  }

  /// Leaves standing what was said of a channel that failed, until it is tried again.
  mutating func leave(toldOf channel: String) {
    standing += before.filter { $0.isFailure(of: channel) && !standing.contains($0) }
  }

  /// Has another look at an instant at the latest.
  mutating func comeBack(at instant: Instant) { retry = min(retry, instant) }

  // MARK: - Writing down

  /// Writes down what is owed, and more, in one transaction.
  mutating func write(_ drafts: [Draft]) throws(WorldError) {
    try world.record(owed + drafts)
    owed = []
  }

  /// Writes down what stands by itself, whatever is owed.
  func record(_ draft: Draft) throws(WorldError) { try world.record([draft]) }

  /// Has something written down before what comes next, now if that can be.
  mutating func owe(_ drafts: [Draft]) throws(WorldError) {
    owed += drafts
    try write([])
  }
}

extension SessionEvent {
  /// Whether it says that a channel failed.
  fileprivate func isFailure(of name: String) -> Bool {
    if case .channelFailed(_, channel: name, _) = self { true } else { false }
  }
}
