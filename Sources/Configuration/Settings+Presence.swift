public import Coaching

extension Settings {
  /// Whether what interrupts the person waits until they are there.
  public struct PresenceSettings: Equatable, Sendable {
    public var isWatched: Bool
    /// How long a prompt waits for a break, in seconds; 0 for not at all.
    public var patienceSeconds: Int64
    /// Whether what the machine saw is offered as an answer about the night.
    public var proposesSleep: Bool

    public init(
      isWatched: Bool = true,
      patienceSeconds: Int64 = Presence.usualPatienceSeconds,
      proposesSleep: Bool = false
    ) {
      self.isWatched = isWatched
      self.patienceSeconds = patienceSeconds
      self.proposesSleep = proposesSleep
    }
  }

  /// Reads what the coach may know of the person's being there.
  mutating func readPresence(_ section: TOMLTable) throws(ConfigurationError) {
    try section.allow(["watch", "patience", "propose-sleep"])
    presence.proposesSleep = try section.truth("propose-sleep") ?? presence.proposesSleep
    presence.isWatched = try section.truth("watch") ?? presence.isWatched
    if try section.text("patience") == "none" {
      presence.patienceSeconds = 0
    } else {
      let span = "“none” or a span from 1s to 24h, such as “15min”"
      presence.patienceSeconds =
        try section.read("patience", span, SettingSyntax.seconds) ?? presence.patienceSeconds
    }
  }
}
