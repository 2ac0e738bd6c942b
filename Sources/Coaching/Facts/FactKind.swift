/// The kinds of fact, and what is true of each: the one place that a new kind costs.
///
/// What a ledger asks for in SQL is made of these, in their order.
public enum FactKind: String, CaseIterable, Sendable {
  case prompted
  case shown
  case notShown = "not-shown"
  case passed
  case deferred
  case unseen
  case told
  case chosen
  case asked
  case answered
  case aimed
  case snoozed
  case paused
  case away
  case extra
  case stepped
  case entered
  case edited
  case closed
  case hesitated
  case rated
  case muted
  case unmuted
  case undone

  /// Whether the person did it: then it is a sign of life.
  public var isByPerson: Bool {
    switch self {
    case .prompted, .shown, .notShown, .passed, .deferred, .unseen, .told, .chosen, .asked: false
    case .answered, .aimed, .snoozed, .paused, .away, .extra, .stepped, .entered, .edited,
      .closed, .hesitated, .rated, .muted, .unmuted, .undone:
      true
    }
  }

  /// Whether the person can take it back: all that they do, but the taking back, and what they
  /// wrote into their configuration.
  public var isUndoable: Bool { isByPerson && self != .undone && self != .aimed }

  /// Whether it matters on the days before the one that it belongs to: what silences the coach
  /// later on, what a clock decided that ran ahead, and what is due.
  public var reachesBack: Bool {
    switch self {
    case .prompted, .paused, .away, .entered, .edited, .closed, .undone: true
    case .shown, .notShown, .passed, .deferred, .unseen, .told, .chosen, .asked, .answered, .aimed,
      .snoozed, .extra, .stepped, .hesitated, .rated, .muted, .unmuted:
      false
    }
  }

  /// Whether it is said of a promise or a note.
  public var isOfEntry: Bool {
    switch self {
    case .entered, .edited, .closed: true
    default: false
    }
  }
}

extension Event {
  /// Nil where a newer version wrote it.
  public var kind: FactKind? {
    switch self {
    case .prompted: .prompted
    case .shown: .shown
    case .notShown: .notShown
    case .passed: .passed
    case .deferred: .deferred
    case .unseen: .unseen
    case .told: .told
    case .chosen: .chosen
    case .asked: .asked
    case .answered: .answered
    case .aimed: .aimed
    case .snoozed: .snoozed
    case .paused: .paused
    case .away: .away
    case .extra: .extra
    case .stepped: .stepped
    case .entered: .entered
    case .edited: .edited
    case .closed: .closed
    case .hesitated: .hesitated
    case .rated: .rated
    case .muted: .muted
    case .unmuted: .unmuted
    case .undone: .undone
    case .unknown: nil
    }
  }

  /// Whether the person did it; what a newer version wrote is taken for it.
  public var isByPerson: Bool { kind?.isByPerson ?? true }

  /// Whether it matters on the days before the one that it belongs to.
  public var reachesBack: Bool { kind?.reachesBack ?? false }
}
