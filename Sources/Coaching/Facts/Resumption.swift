/// How the person says that they are here again: by a pause of no length, and by an absence that
/// ends on the day before it begins.
///
/// No kinds of their own. The latest pause holds anyway, and taken back like any other act they
/// leave what they ended as it was said.
extension Event {
  /// The end of all pauses.
  public static func resumed(at now: Instant) -> Event { .paused(until: now) }

  /// The end of the absences that a civil day is in, which is no day away any more.
  public static func returned(on day: CivilDate) -> Event {
    .away(from: day, through: day.adding(days: -1))
  }
}

extension Fact {
  /// Whether the person is here again by it, and nothing else.
  public var isResumption: Bool {
    switch event {
    case .paused(let until): until == instant
    case .away(let first, let last): last < first
    default: false
    }
  }
}
