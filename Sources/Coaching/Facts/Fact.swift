/// One slot on one civil day: the identity of a prompt, `morning/2026-11-22`.
public struct PromptID: Hashable, Sendable, CustomStringConvertible {
  // First the day: two prompts that differ mostly differ in it.
  public var day: CivilDate
  public var slot: String

  public init(slot: String, day: CivilDate) {
    self.slot = slot
    self.day = day
  }

  /// Reads `slot/day`; nil when the text is not one.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let day = CivilDate(String(parts[1])) else {
      return nil
    }
    self.init(slot: String(parts[0]), day: day)
  }

  public var description: String { "\(slot)/\(day)" }
}

/// A prompt as it was decided: what it carries and how long it stays.
public struct PromptContent: Equatable, Sendable {
  public var id: PromptID
  public var due: Instant
  /// The first instant at which it is over.
  public var until: Instant
  /// The tip of the day, where the slot carries it.
  public var tip: String?
  public var cues: [String]
  /// The questions that were open when it was decided.
  public var questions: [String]
  /// The prompts missed since the one before, told of in this one.
  public var digest: [PromptID]
  /// The promises and notes that it brings up.
  public var entries: [Entry.ID]
  /// What its questions are about, where that was decided when it began.
  public var topics: [Topic]

  /// What a question is about: the civil day of a tip, or the name of a thing.
  public struct Topic: Equatable, Sendable {
    public var question: String
    public var about: String

    public init(_ question: String, _ about: String) {
      self.question = question
      self.about = about
    }
  }

  /// What a question of it is about; nil where that was not decided.
  public func topic(of question: String) -> String? {
    topics.first { $0.question == question }?.about
  }

  public init(
    id: PromptID,
    due: Instant,
    until: Instant,
    tip: String? = nil,
    cues: [String] = [],
    questions: [String] = [],
    digest: [PromptID] = [],
    entries: [Entry.ID] = [],
    topics: [Topic] = []
  ) {
    self.id = id
    self.due = due
    self.until = until
    self.tip = tip
    self.cues = cues
    self.questions = questions
    self.digest = digest
    self.entries = entries
    self.topics = topics
  }
}

/// An answer with the question it answers and where it came from.
public struct Answered: Equatable, Sendable {
  public var question: String
  public var answer: Answer
  /// What the person added in their own words.
  public var note: String?
  /// Where the answer was given: `command`.
  public var from: String
  /// What the person meant to do then: what it is judged by, whatever they mean later.
  public var aim: Aim?
  /// What the question was about where that changes: a tip, a post.
  public var about: String?
  /// Whom it was about, by the names of circles.
  public var circles: [String] = []
  /// How strong the fear was afterwards, 0 to 10.
  public var fear: Int?
  /// The file that it came with; nil where the person gave it here.
  public var source: AnswerSource?
  /// What the question was called, where it is one of the person's own that they may take out.
  public var title: String?
  /// What a number counts, such as `km`.
  public var unit: String?

  public init(
    question: String,
    answer: Answer,
    note: String? = nil,
    from: String,
    aim: Aim? = nil
  ) {
    self.question = question
    self.answer = answer
    self.note = note
    self.from = from
    self.aim = aim
  }
}

/// The file that an answer came with.
public struct AnswerSource: Equatable, Sendable {
  /// Its name, without its directories.
  public var file: String
  /// The beginning of the SHA-256 of what was in it, in hexadecimal.
  public var hash: String

  /// - Parameters:
  ///   - file: The file's name.
  ///   - hash: As much of its hash as is known; sixteen digits are kept.
  public init(file: String, hash: String) {
    self.file = file
    self.hash = String(hash.prefix(16))
  }
}

/// Why a prompt was never shown.
public enum PassReason: String, CaseIterable, Sendable {
  /// Neither the machine nor the service was there inside the window.
  case missedOff = "off"
  /// Quiet hours covered the window from its start, or what was left of it.
  case missedQuiet = "quiet"
  /// Everything it asks was answered before it came.
  case answered
  /// The day's messages had ended.
  case dayEnded = "day-ended"
  /// The person had paused the coach until its window was over.
  case paused
  /// Its window was over, and its slot says that it is to be dropped then.
  case dropped
  /// The person was not at the machine in its window, and nothing else could keep it for them.
  case missedAbsent = "absent"
  /// The person was away on its day.
  case away
  /// Its day was a day off.
  case dayOff = "day-off"
  /// The person had not reacted for some days, and hears less.
  case backedOff = "backed-off"
  /// Its day had as many prompts as a day may have.
  case limit
  /// Another prompt came so shortly before it that its window was too short to wait.
  case near

  /// Whether the person would want to hear of it later.
  public var isMissed: Bool {
    switch self {
    case .missedOff, .missedQuiet, .missedAbsent, .dayEnded: true
    case .answered, .paused, .dropped, .away, .dayOff, .backedOff, .limit, .near: false
    }
  }
}

/// Something that happened.
public enum Event: Equatable, Sendable {
  case prompted(PromptContent)
  case shown(PromptID, channel: String)
  /// A channel that was to show a prompt did not: what `shown` said is void.
  case notShown(PromptID, channel: String)
  case passed(PromptID, PassReason)
  /// A prompt waits inside its window; once for each reason.
  case deferred(PromptID, DeferralReason)
  /// The machine saw the person last in the evening of its day, and first the morning after.
  case unseen(from: CivilTime, until: CivilTime)
  /// A tip became the tip of the day.
  case told(tip: String)
  /// Why a tip was told: all that was weighed.
  case chosen(TipChosen)
  /// The person said what a tip is worth to them.
  case rated(tip: String, Rating)
  /// The person wants to hear a tip, or be asked a question or a self-check, no more.
  case muted(tip: String)
  /// The person wants to hear or be asked it again.
  case unmuted(tip: String)
  /// A prompt asked a question that waits between two askings.
  case asked(question: String)
  case answered(Answered)
  /// Another aim of the person's about a question, when it was first seen in the configuration.
  case aimed(Aim, question: String)
  /// The person did something beyond the basics, or dropped it.
  case extra(Extra)
  /// The step of the programme at which the person is from now on, 1 to 4.
  case stepped(to: Int)
  /// The person hesitated before something, and was given a remedy.
  case hesitated(Hesitated)
  /// A prompt was put off: off the screen now, and back at an instant.
  case snoozed(PromptID, until: Instant)
  /// The person wants to hear nothing until an instant; the latest pause holds. See `resumed`.
  ///
  /// Where they named a moment and no span, the clock shows it then, whichever zone holds.
  case paused(until: Instant, clock: CivilDateTime? = nil)
  /// The person is away on some civil days, the first and the last of them included. See
  /// `returned`.
  case away(from: CivilDate, through: CivilDate)
  /// The person wrote down a promise or a note.
  case entered(Entry)
  /// They changed it: all of it as it now is.
  case edited(Entry)
  case closed(Entry.ID, Closing)
  /// What a person did was taken back: the identifier of its fact.
  case undone(fact: String)
  /// Written by a newer version: kept, ignored and counted.
  case unknown(kind: String)
}

/// Something that happened, written down once.
public struct Fact: Equatable, Sendable {
  /// The position in the ledger, from 1.
  public var sequence: Int64
  /// A UUID, so that ledgers can be merged.
  public var id: String
  public var instant: Instant
  /// The name of the zone it happened in.
  public var zone: String
  /// The civil day it belongs to.
  public var day: CivilDate
  public var event: Event

  public init(
    sequence: Int64,
    id: String,
    instant: Instant,
    zone: String,
    day: CivilDate,
    event: Event
  ) {
    self.sequence = sequence
    self.id = id
    self.instant = instant
    self.zone = zone
    self.day = day
    self.event = event
  }
}

/// A fact before it is written down.
public struct Draft: Equatable, Sendable {
  public var instant: Instant
  public var zone: String
  public var day: CivilDate
  public var event: Event
  /// The identifier that its fact is to have; nil for a new one.
  public var id: String?

  public init(instant: Instant, zone: String, day: CivilDate, event: Event) {
    self.instant = instant
    self.zone = zone
    self.day = day
    self.event = event
  }
}

extension Int {
  /// So many facts, in words: “1 fact”, “12 facts”.
  package var facts: String { self == 1 ? "1 fact" : "\(self) facts" }
}
