/// One small action for today, with one line of why.
public struct Tip: Equatable, Sendable {
  /// The part of the programme that a tip belongs to.
  public enum Part: Equatable, Sendable {
    /// A step of the four-step programme, 1 through 4.
    case step(Int)
    /// One of the five obstacles, 1 through 5.
    case obstacle(Int)
  }

  /// What keeps the person from giving more than they have, where a tip is about that.
  public enum Guard: String, CaseIterable, Sendable {
    /// Limits, being served and rest: for who gives more and fares worse, and for low energy.
    case limits
    /// What is in the way of an extra that did not land well.
    case extras
  }

  public enum Kind: String, CaseIterable, Sendable {
    case regular
    case valueAdded = "value-added"
    case offHours = "off-hours"
  }

  /// Whom a tip makes sense for, where it makes none for others.
  public enum Role: String, CaseIterable, Sendable {
    case customerFacing = "customer-facing"
    case backOffice = "back-office"
    case manager
    case employer
    case publicServant = "public-servant"
    case property
    case owner
    case parent
    case student
  }

  /// The one kind of person that a tip is about.
  public enum Circle: String, CaseIterable, Sendable {
    case payer
    case colleaguesGuest = "colleagues-guest"
    case colleague
    case supplier
    case authority
    case neighbour
    case passerBy = "passer-by"
    case nonPayer = "non-payer"
    case family
  }

  /// Whether the documents name the act, or only the idea that it serves.
  public enum Origin: Equatable, Sendable {
    case documents
    case ownReading
  }

  /// How often an act makes sense that is not done day after day.
  public enum Once: String, CaseIterable, Sendable {
    /// Once in a life of this work or home.
    case ever
    case year
  }

  /// Where a tip belongs, where it belongs to one place.
  public enum Place: String, CaseIterable, Sendable {
    /// Plainly the job: never on a free day.
    case work
  }

  /// When it can be said whether it was done, where that is not the day's end.
  public enum Asked: String, CaseIterable, Sendable {
    /// It is about the evening or the night.
    case nextDay = "next-day"
    /// Somebody else has to act first.
    case occasion
  }

  public var id: String
  /// The rows of the teachings that the tip is drawn from; empty for a person's own tip.
  public var rows: [String]
  public var part: Part?
  public var guards: Guard?
  public var kind: Kind
  /// The systems of the teachings that it serves, `S1` to `S18`, the main one first.
  public var systems: [String]
  /// 1 for anybody on any day, 2 where it wants practice or courage, 3 where it is demanding.
  public var level: Int
  /// Empty where it is for everybody.
  public var roles: [Role]
  public var circle: Circle?
  public var origin: Origin
  /// What the question whether it was done takes for an answer.
  public var answer: AnswerKind
  public var better: Question.Polarity
  /// The answers of the last days that it follows.
  public var follows: [FollowUp] = []
  /// Nil where it can be done again and again.
  public var once: Once?
  /// What ideas it has in common with its neighbours in meaning, by name.
  public var ideas: [String] = []
  /// Nil where it fits anywhere.
  public var place: Place?
  /// Nil where it is asked about on its own day.
  public var asked: Asked?
  /// The arc of which it is a part, and outside of which it is not told; nil where it stands alone.
  public var arc: String?
  public var wording: Wording

  public init(
    id: String,
    rows: [String],
    part: Part?,
    guards: Guard? = nil,
    kind: Kind,
    systems: [String] = [],
    level: Int = 1,
    roles: [Role] = [],
    circle: Circle? = nil,
    origin: Origin = .documents,
    answer: AnswerKind = .yesNo,
    better: Question.Polarity = .more,
    wording: Wording
  ) {
    self.id = id
    self.rows = rows
    self.part = part
    self.guards = guards
    self.kind = kind
    self.systems = systems
    self.level = level
    self.roles = roles
    self.circle = circle
    self.origin = origin
    self.answer = answer
    self.better = better
    self.wording = wording
  }

  public static let levels = 1...3

  /// What it is about, as the selector learns it: its obstacle, else its main system.
  public var theme: String {
    if case .obstacle(let number) = part { return Tip.theme(ofObstacle: number) }
    return systems.first ?? "own"
  }

  /// What the tips are about that serve one of the five obstacles.
  static func theme(ofObstacle number: Int) -> String { "obstacle-\(number)" }
}

/// A line that is said at a moment and asks nothing.
public struct Cue: Equatable, Sendable {
  public var id: String
  public var rows: [String]
  /// Its wordings, of which one is said; at least one.
  public var texts: [String]
  /// Wordings for days on which something is so, in place of the others.
  public var moments: [(moment: Moment, text: String)] = []
  /// The kinds of note of which one has to have been written lately; none where it is for all.
  ///
  /// It is not said once the first of them was written on the day.
  public var notes: [String] = []
  /// The week that it is for; for every one without it.
  public var week: Week?
  /// The step of the programme that it belongs to, 1 to 4; nil where it belongs to none.
  public var step: Int?
  /// What it has a person look at; nil where it is only said.
  public var opens: Page?

  /// What can be looked at, outside of a prompt.
  public enum Page: String, CaseIterable, Sendable {
    /// The week that ends with the prompt's day, drawn.
    case report
  }

  /// A week by its answers.
  public enum Week: String, CaseIterable, Sendable {
    /// Often low.
    case low
    /// Mostly later to bed than meant.
    case late
  }
  /// The person's own words for it, on a line of their own before the text; nil without any.
  public var own: String?

  public init(id: String, rows: [String], texts: [String]) {
    self.id = id
    self.rows = rows
    self.texts = texts
  }

  public static func == (left: Cue, right: Cue) -> Bool {
    left.id == right.id && left.rows == right.rows && left.texts == right.texts
      && left.moments.elementsEqual(right.moments) { $0 == $1 } && left.notes == right.notes
      && left.week == right.week && left.step == right.step && left.own == right.own
      && left.opens == right.opens
  }
}

extension Cue {
  /// What may be so on a day; where several are, the first of them is heard.
  public enum Moment: String, CaseIterable, Sendable {
    /// The last offer was declined, a day or a few ago.
    case declined
    /// The last time the person could not.
    case couldNot = "could-not"
    /// Nothing was answered for some days before.
    case afterSilence = "after-silence"
    /// Energy was low on the day before.
    case lowDay = "low-day"
    /// Two offers were made within a week.
    case thirdOffer = "third-offer"
  }
}
