/// Something in the person's own words that the coach keeps for them: a promise or a note.
public struct Entry: Equatable, Sendable {
  /// The list that an entry is on, and its number there, from 1 in the order of making.
  public struct ID: Hashable, Sendable, CustomStringConvertible {
    public enum List: String, CaseIterable, Sendable {
      case promise
      case note
    }

    public var list: List
    public var number: Int

    public init(_ list: List, _ number: Int) {
      self.list = list
      self.number = number
    }

    /// Reads `promise/3`; nil when the text is not one.
    public init?(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let list = List(rawValue: parts[0]), let number = Int(parts[1]),
        number > 0
      else { return nil }
      self.init(list, number)
    }

    public var description: String { "\(list.rawValue)/\(number)" }
  }

  /// One part of a form, by its name.
  public struct Part: Equatable, Sendable {
    public var name: String
    public var text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  public var id: ID
  /// What it is: a kind of commitment, or a kind of note that a deck has.
  public var kind: String
  public var text: String
  /// Of a form, its parts in order.
  public var parts: [Part]
  /// Whom a commitment was made to.
  public var to: String?
  public var due: Instant?
  /// Whether its day is meant and no time of it; `due` then lies in the evening of that day.
  public var isWholeDay: Bool
  /// Where its day is meant: what the clocks show when it is due, whichever zone holds then.
  ///
  /// Nil in what an older version wrote, which is due at its instant.
  public var clock: CivilDateTime?
  /// How long before it is due the person wants to begin, in seconds.
  public var reserveSeconds: Int64
  /// Which of its times this is: a number that no other time of this entry had.
  public var timing: Int

  public init(
    id: ID,
    kind: String,
    text: String,
    parts: [Part] = [],
    to: String? = nil,
    due: Instant? = nil,
    isWholeDay: Bool = false,
    clock: CivilDateTime? = nil,
    reserveSeconds: Int64 = 0,
    timing: Int = 1
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.parts = parts
    self.to = to
    self.due = due
    self.isWholeDay = isWholeDay
    self.clock = clock
    self.reserveSeconds = reserveSeconds
    self.timing = timing
  }
}

/// The kinds of what a person said they would do.
public enum Commitment: String, CaseIterable, Sendable {
  case promise
  /// To look after something delivered, unasked.
  case followUp = "follow-up"
  /// To check before passing on, or “I will find out”.
  case findOut = "find-out"
  /// What a guest wished for.
  case wish
  /// An idea from a training, to be used on a real person.
  case idea

  /// In how many civil days it is due where no time is named; nil where one is asked for.
  ///
  /// The program's choice: the documents name no interval.
  public var usualDays: Int? {
    switch self {
    case .followUp: 3
    case .idea: 7
    case .promise, .findOut, .wish: nil
    }
  }
}

/// How an entry was closed.
public enum Closing: String, CaseIterable, Sendable {
  case kept
  /// The other side let the person off, or it came to nothing.
  case released
  case missed
  /// A note that is no longer wanted.
  case dropped
}

extension Entry {
  /// The same, due when the clocks of a zone show what is meant.
  public func due(in zone: Zone) -> Entry {
    guard let clock else { return self }
    var entry = self
    entry.due = zone.instant(of: clock)
    return entry
  }

  /// Whether it was due before an instant; one for a day is, once that day is over.
  public func isOverdue(at now: Instant, in zone: Zone) -> Bool {
    guard let due else { return false }
    return isWholeDay ? zone.civil(at: due).date < zone.civil(at: now).date : due <= now
  }
}
