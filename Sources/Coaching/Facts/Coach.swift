/// What the facts add up to; total, whatever order and kind they come in.
///
/// The fold needs only the facts of the days around now, and two things from before them: when the
/// first fact was written, and when each tip was last told.
public struct Coach: Equatable, Sendable {
  /// A prompt that was decided, and when.
  public struct Prompt: Equatable, Sendable {
    public var prompted: Prompted
    public var at: Instant
    public var zone: String
    /// The channels that have shown it.
    public var shownBy: [String]
  }

  /// An answer that stands, unless a later one for its question and day stands before it.
  public struct Given: Equatable, Sendable {
    public var fact: Fact
    public var answered: Answered
    public var day: CivilDate { fact.day }
  }

  /// The last day on which a tip was told.
  public struct Told: Equatable, Sendable {
    public var tip: String
    public var day: CivilDate

    public init(tip: String, day: CivilDate) {
      self.tip = tip
      self.day = day
    }
  }

  /// The instant of the first fact; nil before there is one.
  public private(set) var since: Instant?
  /// In the order in which they were decided.
  public private(set) var prompts: [Prompt] = []
  public private(set) var passings: [(id: PromptID, passing: Passing)] = []
  /// When something was decided about prompts.
  private var judged: [Instant] = []
  /// In the order in which they were given, without those taken back.
  public private(set) var answers: [Given] = []
  /// Every tip of the day that the facts hold, oldest first.
  public private(set) var told: [Told] = []
  /// The number of facts of a kind this version does not know.
  public private(set) var unknownCount = 0
  /// The sequence of the last fact; 0 before there is one.
  public private(set) var lastSequence: Int64 = 0

  public init(since: Instant? = nil, told: [Told] = []) {
    self.since = since
    self.told = told
  }

  public mutating func apply(_ fact: Fact) {
    since = min(since ?? fact.instant, fact.instant)
    lastSequence = max(lastSequence, fact.sequence)
    switch fact.event {
    case .prompted(let prompted):
      judged.append(fact.instant)
      guard prompt(prompted.id) == nil else { return }
      prompts.append(
        Prompt(prompted: prompted, at: fact.instant, zone: fact.zone, shownBy: [])
      )
    case .shown(let id, let channel):
      change(id) { if !$0.contains(channel) { $0.append(channel) } }
    case .notShown(let id, let channel):
      change(id) { $0.removeAll { $0 == channel } }
    case .passed(let id, let passing):
      judged.append(fact.instant)
      if self.passing(of: id) == nil { passings.append((id, passing)) }
    case .told(let tip):
      told.append(Told(tip: tip, day: fact.day))
    case .answered(let answered):
      answers.append(Given(fact: fact, answered: answered))
    case .undone(let id):
      answers.removeAll { $0.fact.id == id }
    case .unknown:
      unknownCount += 1
    }
  }

  private mutating func change(_ id: PromptID, _ channels: (inout [String]) -> Void) {
    guard let index = prompts.firstIndex(where: { $0.prompted.id == id }) else { return }
    channels(&prompts[index].shownBy)
  }

  public static func == (left: Coach, right: Coach) -> Bool {
    left.since == right.since && left.prompts == right.prompts && left.answers == right.answers
      && left.told == right.told && left.judged == right.judged
      && left.unknownCount == right.unknownCount
      && left.lastSequence == right.lastSequence
      && left.passings.elementsEqual(right.passings) { $0 == $1 }
  }
}

extension Coach {
  public func prompt(_ id: PromptID) -> Prompt? { prompts.first { $0.prompted.id == id } }

  /// Why a prompt was never shown; nil when it was, or is still to come.
  public func passing(of id: PromptID) -> Passing? { passings.first { $0.id == id }?.passing }

  /// When something was last decided about prompts; what was over by then was judged then.
  ///
  /// So a slot that is configured today was not missed last week. What a clock wrote that ran ahead
  /// does not count before its time has come.
  func lastJudged(by now: Instant) -> Instant? {
    judged.filter { $0 <= now }.max() ?? since
  }

  /// The answer that stands for a question and a civil day.
  public func answer(to question: String, on day: CivilDate) -> Given? {
    answers.last { $0.answered.question == question && $0.day == day }
  }

  /// The tip that was told on a civil day.
  public func tipTold(on day: CivilDate) -> String? {
    told.last { $0.day == day }?.tip
  }

  /// The tip of a civil day: the one told on it, else the one least recently told.
  ///
  /// Tips that were never told come first; where the day is the same the programme's order decides.
  public func tip(of day: CivilDate, from teaching: Teaching) -> Tip? {
    if let told = tipTold(on: day).flatMap(teaching.tip) { return told }
    let ranked = teaching.tips.map { tip in
      (tip: tip, day: told.filter { $0.tip == tip.id }.map(\.day).max())
    }
    return ranked.min { left, right in
      guard let rightDay = right.day else { return false }
      return left.day.map { $0 < rightDay } ?? true
    }?.tip
  }

  /// Whether a question is still to be answered for a prompt of a civil day.
  public func isOpen(_ question: Question, askedOn day: CivilDate) -> Bool {
    if question.about == .tip, tipTold(on: day) == nil { return false }
    return answer(to: question.id, on: question.answerDay(askedOn: day)) == nil
  }

  /// Whether a prompt has nothing left to ask, having asked something.
  public func isAnswered(_ prompted: Prompted, by teaching: Teaching) -> Bool {
    let questions = prompted.questions.compactMap(teaching.question)
    return !questions.isEmpty && !questions.contains { isOpen($0, askedOn: prompted.id.day) }
  }
}

extension Coach {
  /// The questions whose moment has come today and that are not answered, in the day's order.
  public func openQuestions(at now: Instant, for outlook: Outlook) -> [Question] {
    let today = outlook.calendar.day(at: now)
    let come = outlook.schedule.slots.compactMap { slot in
      slot.due(on: today, in: outlook.calendar).flatMap { $0 <= now ? (slot: slot, due: $0) : nil }
    }
    var open: [Question] = []
    for moment in come.sorted(by: { $0.due < $1.due }) {
      for question in moment.slot.carries.compactMap(outlook.teaching.question)
      where !open.contains(question) && isOpen(question, askedOn: today) {
        open.append(question)
      }
    }
    return open
  }
}
