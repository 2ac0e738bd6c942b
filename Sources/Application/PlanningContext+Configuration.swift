package import Coaching
package import Configuration

extension PlanningContext {
  /// A clock that stands before this program was written has not been set yet: the first second of
  /// 2026.
  package static let clockStarts = Instant(seconds: 1_767_225_600)

  /// What is planned from, the same for the service and for every command.
  ///
  /// - Parameters:
  ///   - configuration: The person's configuration.
  ///   - zone: The zone as it is now.
  ///   - presence: Whether the person is there; nil where nothing tells, as for a command.
  package init(_ configuration: Configuration, zone: Zone, presence: Presence? = nil) {
    self.init(
      schedule: configuration.settings.schedule,
      teaching: configuration.teaching,
      zone: zone,
      clockStarts: PlanningContext.clockStarts,
      profile: configuration.settings.person,
      presence: presence
    )
  }
}

extension PlanningContext {
  /// What to say where the clock was not set yet, as on a machine without a battery; nil where it
  /// was.
  ///
  /// What the person says then is kept all the same, for the day that the clock shows.
  package func clockTrouble(at now: Instant) -> Saying? {
    guard now < PlanningContext.clockStarts else { return nil }
    let shown = zone.civil(at: now)
    return Saying("clock-not-set", ("moment", "\(shown.date) \(shown.time)"))
  }
}
