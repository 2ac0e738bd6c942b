/// What the facts add up to; total, whatever order and kind they come in.
///
/// The fold needs only the facts of the days around now, and two things from before them: when the
/// first fact was written, and when each tip was last told.
public struct Coach: Equatable, Sendable {
  /// A prompt that was decided, and when.
  public struct Prompt: Equatable, Sendable {
    public var prompted: PromptContent
    public var at: Instant
    public var zone: String
    /// The sequence of the fact that says so.
    public var sequence: Int64 = 0
    /// The channels that have shown it, since it was last snoozed.
    public var shownBy: [String] = []
    /// The channels that had shown it before that.
    public var hiddenFrom: [String] = []
    /// When it comes back, where it was snoozed.
    public var snoozedUntil: Instant?
    /// The identifier of the fact that says so.
    fileprivate var snooze: String?

    /// When it was decided or, once it was snoozed, when it came back.
    public var cameAt: Instant { snoozedUntil ?? at }
  }

  /// A prompt that was never shown, why, and when that was written down.
  public struct Passed: Equatable, Sendable {
    public var id: PromptID
    public var passing: PassReason
    public var at: Instant
  }

  /// An answer that stands, unless a later one for its question and day stands before it.
  public struct Given: Equatable, Sendable {
    public var fact: Fact
    public var answered: Answered
    public var day: CivilDate { fact.day }

    public init(fact: Fact, answered: Answered) {
      self.fact = fact
      self.answered = answered
    }
  }

  /// The last day on which a tip was told.
  public struct TipShown: Equatable, Sendable {
    public var tip: String
    public var day: CivilDate
    /// Whether it was told to a person who hesitated, and so is not the tip of the day.
    public var isRemedy: Bool

    public init(tip: String, day: CivilDate, isRemedy: Bool = false) {
      self.tip = tip
      self.day = day
      self.isRemedy = isRemedy
    }
  }

  /// The instant of the first fact; nil before there is one.
  public private(set) var since: Instant?
  /// What the clock said when the first fact was written, which it may have turned back since.
  private(set) var begun: Instant?
  /// In the order in which they were decided.
  public private(set) var prompts: [Prompt] = []
  public private(set) var passings: [Passed] = []
  /// What was made to wait, in the order in which that was written down.
  public private(set) var deferrals: [DeferredPrompt] = []
  /// When the machine saw the person last in an evening, and first the morning after.
  public private(set) var nights: [Night] = []
  /// When something was decided about prompts.
  private var judged: [Instant] = []
  /// In the order in which they were given, without those taken back.
  public private(set) var answers: [Given] = []
  /// When spaced questions were last asked before the days around now; since then prompts tell.
  private(set) var asked: [Asked]
  /// In the order in which they were written down.
  public internal(set) var hesitations: [Hesitation] = []
  public private(set) var silences: [PauseOrAbsence] = []
  /// What was given beyond the basics around now, without what was taken back.
  public private(set) var extras: [GivenExtra] = []
  /// What was answered and given in the weeks before.
  let past: [Past]
  /// What was put in the person's own words in answers before the days around now.
  let ownWordsBefore: [OwnWords]
  var steps: Steps
  /// Every tip of the day that the facts hold, oldest first.
  public internal(set) var told: [TipShown] = []
  /// What the person said about tips, oldest first.
  public internal(set) var verdicts: [TipRating] = []
  /// The tips that are not to be told any more, and what is not to be asked.
  public internal(set) var muted: [String] = []
  /// How the tips around now were chosen, oldest first.
  public internal(set) var choices: [RecordedChoice] = []
  /// The tips and questions that were muted before the days that are folded.
  let mutedBefore: [String]
  /// What the person did about tips around now: what can be taken back.
  var marks: [Fact] = []
  /// The promises and notes that are open, or were until lately.
  public private(set) var entries: Entries
  /// The identifier of the first fact: what makes one install draw otherwise than another.
  public var seed: String?
  /// The last fact by the person.
  public private(set) var sign: LastActivity?
  /// Days before those that are folded on which something was asked since then.
  public private(set) var inVainBefore: [CivilDate] = []
  /// The number of facts of a kind this version does not know.
  public private(set) var unknownCount = 0
  /// The sequence of the last fact; 0 before there is one.
  public private(set) var lastSequence: Int64 = 0

  public init(since: Instant? = nil, told: [TipShown] = [], memory: PriorState = PriorState()) {
    self.since = since
    begun = since
    self.told = told
    verdicts = memory.verdicts
    muted = memory.muted
    mutedBefore = memory.muted
    seed = memory.seed
    sign = memory.sign
    inVainBefore = memory.inVain
    past = memory.past
    ownWordsBefore = memory.ownWords
    steps = Steps(before: memory.step)
    asked = memory.asked
    answers = memory.answers
    entries = memory.entries
  }

  /// Takes note of who did it; of a fact that is not folded, only that counts.
  public mutating func hear(of fact: Fact) {
    begun = begun ?? fact.instant
    guard fact.event.isByPerson, fact.sequence > sign?.sequence ?? 0 else { return }
    sign = LastActivity(sequence: fact.sequence, instant: fact.instant)
    inVainBefore = []
  }

  public mutating func apply(_ fact: Fact) {
    hear(of: fact)
    since = min(since ?? fact.instant, fact.instant)
    lastSequence = max(lastSequence, fact.sequence)
    seed = seed ?? fact.id
    switch fact.event {
    case .prompted(let prompted): begin(prompted, by: fact)
    case .shown(let id, let channel):
      change(id) { $0.show(on: channel) }
    case .notShown(let id, let channel):
      change(id) { $0.shownBy.removeAll { $0 == channel } }
    case .snoozed(let id, let until):
      change(id) { $0.snooze(until: until, by: fact.id) }
    case .passed(let id, let passing):
      judged.append(fact.instant)
      if self.passing(of: id) == nil {
        passings.append(Passed(id: id, passing: passing, at: fact.instant))
      }
    case .deferred, .unseen: applyPresence(fact)
    case .told, .chosen, .rated, .muted, .unmuted, .asked, .hesitated: applyChoice(fact)
    case .answered(let answered):
      answers.append(Given(fact: fact, answered: answered))
    case .extra, .stepped: applyGuards(fact)
    case .paused(let until):
      silences.append(PauseOrAbsence(fact: fact, kind: .pause(until: until)))
    case .away(let first, let last):
      silences.append(PauseOrAbsence(fact: fact, kind: .away(from: first, through: last)))
    case .entered, .edited, .closed: entries.apply(fact)
    case .undone(let id):
      answers.removeAll { $0.fact.id == id }
      silences.removeAll { $0.fact.id == id }
      takeBackMarks(id)
      entries.apply(fact)
      // Taken back, a snooze ends now: what has left the screen comes back to it.
      for index in prompts.indices where prompts[index].snooze == id {
        prompts[index].snoozedUntil = min(prompts[index].snoozedUntil ?? fact.instant, fact.instant)
      }
    case .unknown: unknownCount += 1
    }
  }

  /// Forgets the prompts before a civil day, but for when they asked what is remembered.
  ///
  /// - Parameters:
  ///   - day: The first day that is not forgotten.
  ///   - spaced: The questions of which it is remembered when they were asked last.
  mutating func forget(before day: CivilDate, but spaced: [String]) {
    for prompt in prompts where prompt.prompted.id.day < day {
      let asked = prompt.prompted.questions
      if !asked.isEmpty, prompt.sequence > sign?.sequence ?? 0 {
        inVainBefore.append(prompt.prompted.id.day)
      }
      for question in asked where spaced.contains(question) {
        self.asked.removeAll { $0.question == question }
        self.asked.append(Asked(question: question, day: prompt.prompted.id.day))
      }
    }
    prompts.removeAll { $0.prompted.id.day < day }
    passings.removeAll { $0.id.day < day }
  }

  private mutating func begin(_ prompted: PromptContent, by fact: Fact) {
    judged.append(fact.instant)
    if isPrompted(prompted.id) { return }
    prompts.append(
      Prompt(prompted: prompted, at: fact.instant, zone: fact.zone, sequence: fact.sequence)
    )
  }

  private mutating func applyPresence(_ fact: Fact) {
    switch fact.event {
    case .deferred(let id, let why):
      deferrals.append(DeferredPrompt(id: id, why: why, at: fact.instant))
    case .unseen(let from, let until):
      nights.append(Night(day: fact.day, from: from, until: until))
    default: break
    }
  }

  private mutating func applyGuards(_ fact: Fact) {
    switch fact.event {
    case .extra(let extra): extras.append(GivenExtra(fact: fact, extra: extra))
    case .stepped(let step): steps.add(step, by: fact.id)
    default: break
    }
  }

  private mutating func takeBackMarks(_ id: String) {
    takeBackChoice(id)
    extras.removeAll { $0.fact.id == id }
    steps.remove(id)
  }

  private mutating func change(_ id: PromptID, _ change: (inout Prompt) -> Void) {
    guard let index = prompts.firstIndex(where: { $0.prompted.id == id }) else { return }
    change(&prompts[index])
  }
}

extension Coach.Prompt {
  fileprivate mutating func show(on channel: String) {
    if !shownBy.contains(channel) { shownBy.append(channel) }
    hiddenFrom.removeAll { $0 == channel }
  }

  fileprivate mutating func snooze(until: Instant, by fact: String) {
    hiddenFrom += shownBy.filter { !hiddenFrom.contains($0) }
    shownBy = []
    snoozedUntil = until
    snooze = fact
  }
}

extension Coach {
  public func prompt(_ id: PromptID) -> Prompt? { prompts.first { $0.prompted.id == id } }
  public func isPrompted(_ id: PromptID) -> Bool { prompts.contains { $0.prompted.id == id } }

  /// Why a prompt was never shown; nil when it was, or is still to come.
  public func passing(of id: PromptID) -> PassReason? { passings.first { $0.id == id }?.passing }

  /// When something was last decided about prompts; what was over by then was judged then.
  ///
  /// So a slot that is configured today was not missed last week. What a clock wrote that ran ahead
  /// does not count before its time has come.
  func lastJudged(by now: Instant) -> Instant? {
    var last: Instant?
    for instant in judged where instant <= now && instant >= last ?? instant { last = instant }
    return last ?? since
  }

  /// The answer that stands for a question and a civil day.
  public func answer(to question: String, on day: CivilDate) -> Given? {
    answers.last { $0.day == day && $0.answered.question == question }
  }

  /// Whether a question is answered for a civil day.
  func isAnswered(_ question: String, on day: CivilDate) -> Bool {
    answers.contains { $0.fact.day == day && $0.answered.question == question }
  }

  /// The tip of a civil day that was told on it; further ones were asked for.
  public func tipTold(on day: CivilDate) -> String? {
    told.first { $0.day == day && !$0.isRemedy }?.tip
  }

  /// Whether a question is still to be answered for a prompt of a civil day.
  public func isOpen(_ question: Question, askedOn day: CivilDate) -> Bool {
    if question.about == .tip, tipTold(on: day) == nil { return false }
    if question.about.isPast, !looksBack(question) { return false }
    if question.about == .tipBefore, tipTold(on: day.adding(days: -1)) == nil { return false }
    return !isAnswered(question.id, on: question.answerDay(askedOn: day))
  }

  /// Whether a prompt has nothing left to ask, having asked something.
  public func isAnswered(_ prompted: PromptContent, by teaching: Teaching) -> Bool {
    let places = prompted.questions.compactMap(teaching.place(ofQuestion:))
    return !places.isEmpty
      && !places.contains { isOpen(teaching.questions[$0], askedOn: prompted.id.day) }
  }
}
