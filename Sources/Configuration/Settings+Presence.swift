import Coaching

extension Settings {
  /// Whether what interrupts the person waits until they are there.
  public struct PresenceSettings: Equatable, Sendable {
    public var isWatched: Bool
    /// How long a prompt waits for a break, in seconds; 0 for not at all.
    public var patienceSeconds: Int64

    public init(isWatched: Bool = true, patienceSeconds: Int64 = 45 * 60) {
      self.isWatched = isWatched
      self.patienceSeconds = patienceSeconds
    }
  }

  /// Reads what the coach may know of the person's being there.
  mutating func readPresence(_ section: Section) throws(ConfigurationError) {
    try section.allow(["watch", "patience"])
    presence.isWatched = try section.truth("watch") ?? presence.isWatched
    if try section.text("patience") == "none" {
      presence.patienceSeconds = 0
    } else {
      let span = "“none” or a span from 1s to 24h, such as “45min”"
      presence.patienceSeconds =
        try section.read("patience", span, Words.seconds) ?? presence.patienceSeconds
    }
  }
}
