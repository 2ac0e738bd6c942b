/// Something the coach asks.
public struct Question: Equatable, Sendable {
  /// Which answers are the good ones.
  public enum Polarity: String, CaseIterable, Sendable {
    case more
    case less
    case ownTarget = "own-target"
    case neither
  }

  /// What an answer is about, and so which civil day it is for.
  public enum Subject: String, CaseIterable, Sendable {
    /// The day of the prompt.
    case day
    /// The evening before the day of the prompt.
    case eveningBefore = "evening-before"
    /// The tip of the day; without a tip the question is not asked.
    case tip
    /// The tip of the day before; without one the question is not asked.
    case tipBefore = "tip-before"
    /// A post that the person listed, another each week.
    case post
    /// A hesitation, on which it looks back.
    case hesitation
    /// The last extra, on which it looks back.
    case extra
    /// An arc that is offered; without one to offer it is not asked.
    case arc
    /// An arc that was told to its end.
    case arcBack = "arc-back"
    /// A slot that is answered at another hour than it comes; without one it is not asked.
    case slot
    /// The person's own if-then plan, where it does not come about; else it is not asked.
    case plan
  }

  public struct Wording: Equatable, Sendable {
    /// A short noun for lists.
    public var title: String
    public var ask: String
    /// What an answer looks like.
    public var hint: String
    /// What to say to an answer, by `Answer.replyKey`.
    public var replies: [(key: String, text: String)]
    /// Words that an answer in words may begin with, each with what it is called.
    public var tags: [(key: String, text: String)] = []

    public init(
      title: String,
      ask: String,
      hint: String,
      replies: [(key: String, text: String)] = []
    ) {
      self.title = title
      self.ask = ask
      self.hint = hint
      self.replies = replies
    }

    public static func == (left: Wording, right: Wording) -> Bool {
      left.title == right.title && left.ask == right.ask && left.hint == right.hint
        && left.replies.elementsEqual(right.replies) { $0 == $1 }
        && left.tags.elementsEqual(right.tags) { $0 == $1 }
    }
  }

  public var id: String
  public var rows: [String]
  public var kind: AnswerKind
  public var better: Polarity
  public var about: Subject
  /// How many civil days back an answer is taken for.
  public var backfillDays: Int
  /// How often it is asked; nil where it is whenever a slot carries it.
  public var every: Cadence?
  /// For how many civil days it stays to be asked where its own had no prompt for it.
  public var stays = 0
  /// The step of the programme that it belongs to, 1 to 4; nil where it belongs to none.
  public var step: Int?
  /// Whom it makes sense for, where it makes none for others; empty where it is for everybody.
  public var roles: [Tip.Role] = []
  /// Whether it is asked only of a person who wants it.
  public var isOptional = false
  /// The self-check that it belongs to.
  public var check: String?
  /// The tips that serve it, by their rows or their theme.
  public var leads: [String] = []
  /// What an answer may have beside it.
  public var also: AnswerDetail?
  /// What it was called before; its history is under these names.
  public var was: [String] = []
  /// What its numbers are, where it takes numbers.
  public var number = NumberForm()
  public var wording: Wording

  /// How far back an answer is taken where a question does not say; the program's choice.
  public static let usualBackfillDays = 7

  /// For how long a question can stay; what was asked is remembered a little longer than that.
  public static let stayDays = 0...7

  public init(
    id: String,
    rows: [String],
    kind: AnswerKind,
    better: Polarity,
    about: Subject = .day,
    backfillDays: Int = Question.usualBackfillDays,
    wording: Wording
  ) {
    self.id = id
    self.rows = rows
    self.kind = kind
    self.better = better
    self.about = about
    self.backfillDays = backfillDays
    self.wording = wording
  }

  /// Whether an answer for a civil day is taken on another.
  public func takes(_ day: CivilDate, on today: CivilDate) -> Bool {
    (answerDay(askedOn: today).adding(days: -backfillDays)...today).contains(day)
  }

  /// The civil day that an answer belongs to when the question is asked on a day.
  public func answerDay(askedOn day: CivilDate) -> CivilDate {
    about == .eveningBefore ? day.adding(days: -1) : day
  }

  /// The civil day on which the question is asked whose answer belongs to a day.
  public func askedDay(ofAnswerOn day: CivilDate) -> CivilDate {
    about == .eveningBefore ? day.adding(days: 1) : day
  }

  /// The civil day that an answer given now belongs to.
  ///
  /// A time of an evening belongs to the evening it last fell in: the latest instant of that time
  /// that is not after now, where an evening lies around the person's own lights-out. So 00:40,
  /// said at breakfast or in bed, is the evening before.
  public func answerDay(
    of answer: Answer,
    given now: Instant,
    in calendar: DayCalendar,
    lightsOut: WeeklyTimes? = nil
  )
    -> CivilDate
  {
    guard about == .eveningBefore else { return calendar.day(at: now) }
    guard case .timeOfDay(let time) = answer else {
      return answerDay(askedOn: calendar.day(at: now))
    }
    let local = calendar.zone.civil(at: now)
    let date = time <= local.time ? local.date : local.date.adding(days: -1)
    return EveningCalendar(dayStarts: calendar.dayStarts, lightsOut: lightsOut)
      .evening(of: CivilDateTime(date: date, time: time))
  }
}

extension Question {
  /// What is said to an answer that is given on a civil day; nil where there is nothing to say.
  public func reply(to answer: Answer, on day: CivilDate) -> String? {
    let low = answer.isLow ? reply(keyed: "low", on: day) : nil
    return low ?? reply(keyed: answer.replyKey, on: day)
  }

  /// What is said on a civil day to answers that have this key; nil where there is nothing to say.
  public func reply(keyed key: String, on day: CivilDate) -> String? {
    let texts = wording.replies.filter { $0.key == key }.map(\.text)
    return texts.isEmpty ? nil : texts.wording(on: day, for: "\(id)|\(key)")
  }

  /// An answer of some words as a shell hands them on: words that name its forms, or stood in
  /// quotes, are an answer each; others are one.
  public func answer(of words: [String]) -> String {
    if wording.tags.isEmpty { return words.count == 1 ? words[0] : words.joined(separator: " ") }
    let bare = words.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
    let isList = bare.allSatisfy { word in
      let form = word.trimmed.lowercased()
      return word.contains(where: \.isWhitespace)
        || wording.tags.contains { $0.key == form || $0.text.lowercased() == form }
    }
    return isList ? bare.joined(separator: ", ") : words.joined(separator: " ")
  }
}
