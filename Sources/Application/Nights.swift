package import Coaching

extension Workspace {
  /// Writes down a time in which nobody was seen at the machine, where it is a night.
  ///
  /// Only an absence over the beginning of the next day is one.
  package func noteUnseen(from: Instant, until: Instant) throws(CommandError) {
    let evening = calendar.day(at: from)
    guard calendar.day(at: until) == evening.adding(days: 1) else { return }
    let zone = context.zone
    let event = Event.unseen(from: zone.civil(at: from).time, until: zone.civil(at: until).time)
    try record([Draft(instant: until, zone: zone.name, day: evening, event: event)])
  }
}
