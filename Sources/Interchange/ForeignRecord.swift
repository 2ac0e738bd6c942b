public import CivilCalendar

/// One thing that a file of another program says, as the program that reads such files tells it to
/// the one that keeps the facts: a line of text each.
///
/// Whoever reads a file knows nothing of the person's ledger and configuration, and whoever keeps
/// those sees nothing of the file but this.
public enum ForeignRecord: Equatable, Sendable {
  /// What the file is; the first line of all.
  case source(ForeignSource)
  /// A habit; its number is how many came before it.
  case habit(ForeignHabit)
  case answer(ForeignAnswer)
  case night(ForeignNight)
  /// Days on which the person was away.
  case absence(ClosedRange<CivilDate>)
  /// Something that is left out.
  case dropped(ForeignDrop)
  /// A fact of our own export.
  case fact(ForeignFact)
  /// All was read and told; the last line of all.
  case end
}

/// What a file is.
public struct ForeignSource: Equatable, Sendable {
  /// The kind, as `--as` names it.
  public var kind: String
  /// The file's name, without its directories.
  public var name: String
  /// The SHA-256 of all its bytes in hexadecimal.
  public var hash: String
  /// Of our own export: the identifier of the first fact, and how many there are.
  public var install: String
  public var factCount: Int

  public init(
    kind: String,
    name: String,
    hash: String,
    install: String = "",
    factCount: Int = 0
  ) {
    self.kind = kind
    self.name = name
    self.hash = hash
    self.install = install
    self.factCount = factCount
  }
}

/// A habit as another program has it.
public struct ForeignHabit: Equatable, Sendable {
  /// What its answers are.
  public enum Kind: String, CaseIterable, Sendable {
    case yesNo = "yes-no"
    case number
    case timeOfDay = "time-of-day"
  }

  /// What is meant by it.
  public enum Target: Equatable, Sendable {
    case done
    case notDone
    /// An amount as the file has it, in plain digits.
    case atLeast(String)
    case atMost(String)

    /// `done`, `at least 3`.
    public var words: String {
      switch self {
      case .done: "done"
      case .notDone: "not done"
      case .atLeast(let amount): "at least \(amount)"
      case .atMost(let amount): "at most \(amount)"
      }
    }

    init?(words: String) {
      switch words {
      case "done": self = .done
      case "not done": self = .notDone
      default:
        if words.hasPrefix("at least ") {
          self = .atLeast(String(words.dropFirst(9)))
        } else if words.hasPrefix("at most ") {
          self = .atMost(String(words.dropFirst(8)))
        } else {
          return nil
        }
      }
    }
  }

  /// What it is called where it comes from, in no other habit of the file: its identifier there
  /// where there is one that stays.
  public var key: String
  public var name: String
  public var kind: Kind
  public var target: Target
  /// So many times in so many days.
  public var times = 1
  public var days = 1
  public var unit = ""
  /// The question in the person's words; empty where there is none.
  public var ask = ""
  /// Whether the person had put it away there.
  public var isArchived = false

  public init(key: String, name: String, kind: Kind = .yesNo, target: Target = .done) {
    self.key = key
    self.name = name
    self.kind = kind
    self.target = target
  }
}

/// An answer as another program has it.
public struct ForeignAnswer: Equatable, Sendable {
  public enum Value: Equatable, Sendable {
    case yes
    case no
    /// No occasion arose.
    case skip
    /// Plain digits, perhaps with a point and a sign.
    case number(String)
    case time(CivilTime)
  }

  /// The number of its habit.
  public var habit: Int
  public var day: CivilDate
  public var value: Value
  public var note: String

  public init(habit: Int, day: CivilDate, value: Value, note: String = "") {
    self.habit = habit
    self.day = day
    self.value = value
    self.note = note
  }
}

/// A sleep as another program has it.
public struct ForeignNight: Equatable, Sendable {
  /// What it is called where it comes from, in no other of the file.
  public var key: String
  public var begins: Instant
  public var ends: Instant
  /// What the clocks beside the bed showed then.
  public var from: CivilDateTime
  public var until: CivilDateTime
  /// The zone by its name, else its offset, `+02:00`.
  public var zone: String
  /// Whether it is said to be none of the night.
  public var isNap: Bool
  public var note: String

  public init(
    key: String,
    begins: Instant,
    ends: Instant,
    from: CivilDateTime,
    until: CivilDateTime,
    zone: String,
    isNap: Bool = false,
    note: String = ""
  ) {
    self.key = key
    self.begins = begins
    self.ends = ends
    self.from = from
    self.until = until
    self.zone = zone
    self.isNap = isNap
    self.note = note
  }
}

/// Something that is left out, and why.
public struct ForeignDrop: Equatable, Sendable {
  /// The number of the habit; nil where it belongs to none.
  public var habit: Int?
  public var count: Int
  /// What it is and why, in words that follow a number: `days that were derived, not answered`.
  public var reason: String

  public init(habit: Int? = nil, count: Int, reason: String) {
    self.habit = habit
    self.count = count
    self.reason = reason
  }
}

/// A fact as our own export has it; see the table of the ledger.
public struct ForeignFact: Equatable, Sendable {
  public var id: String
  public var microseconds: Int64
  public var zone: String
  public var day: CivilDate
  public var kind: String
  public var subject: String
  /// JSON, byte for byte.
  public var payload: String

  public init(
    id: String,
    microseconds: Int64,
    zone: String,
    day: CivilDate,
    kind: String,
    subject: String,
    payload: String
  ) {
    self.id = id
    self.microseconds = microseconds
    self.zone = zone
    self.day = day
    self.kind = kind
    self.subject = subject
    self.payload = payload
  }
}
