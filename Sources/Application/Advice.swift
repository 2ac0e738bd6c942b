package import Coaching
package import Configuration

extension Configuration {
  /// What is odd about the schedule, looked at from an instant; nothing is refused for it.
  package func advice(in zone: Zone, at now: Instant) -> [ScheduleWarning] {
    PlanningContext(self, zone: zone).advice(at: now)
  }
}
