/// What the facts add up to; total, whatever order and kind they come in.
///
/// It is made of folds that each know their own kinds of fact, and of nothing else.
///
/// The fold needs only the facts of the days around now, and two things from before them: when the
/// first fact was written, and when each tip was last told.
public struct Coach: Equatable, Sendable {
  private var activity: Activity
  private var promptFold = PromptFold()
  private var deferralFold = DeferralFold()
  private var answerFold: AnswerFold
  private var silenceFold = SilenceFold()
  private var extraFold = ExtraFold()
  private var hesitationFold = HesitationFold()
  private var stepFold: StepFold
  private var tipFold: TipFold
  /// The promises and notes that are open, or were until lately.
  public private(set) var entries: Entries

  public init(since: Instant? = nil, told: [TipShown] = [], memory: PriorState = PriorState()) {
    activity = Activity(since: since, memory: memory)
    answerFold = AnswerFold(memory)
    stepFold = StepFold(before: memory.step)
    tipFold = TipFold(told: told, memory)
    entries = memory.entries
  }

  /// Takes note of who did it; of a fact that is not folded, only that counts.
  public mutating func hear(of fact: Fact) { activity.hear(of: fact) }

  public mutating func apply(_ fact: Fact) {
    activity.apply(fact)
    // Looked up once for all of them: most facts are no undoing.
    let undone: String? = if case .undone(let id) = fact.event { id } else { nil }
    promptFold.take(fact, undoing: undone)
    deferralFold.take(fact, undoing: undone)
    answerFold.take(fact, undoing: undone)
    silenceFold.take(fact, undoing: undone)
    extraFold.take(fact, undoing: undone)
    hesitationFold.take(fact, undoing: undone)
    stepFold.take(fact, undoing: undone)
    tipFold.take(fact, undoing: undone)
    entries.take(fact, undoing: undone)
  }

  /// The same, with what was said by the clock at the instants at which a zone's clocks show it.
  public func placed(in zone: Zone) -> Coach {
    var coach = self
    coach.entries = entries.due(in: zone)
    coach.silenceFold.place(in: zone)
    return coach
  }

  /// The same with other answers.
  func withAnswers(_ change: (inout AnswerFold) -> Void) -> Coach {
    var coach = self
    change(&coach.answerFold)
    return coach
  }

  /// Forgets the prompts before a civil day, but for when they asked what is remembered.
  ///
  /// - Parameters:
  ///   - day: The first day that is not forgotten.
  ///   - spaced: The questions of which it is remembered when they were asked last.
  mutating func forget(before day: CivilDate, but spaced: [String]) {
    for prompt in promptFold.forget(before: day) {
      let asked = prompt.prompted.questions
      if !asked.isEmpty { activity.forget(prompt) }
      for question in asked where spaced.contains(question) {
        answerFold.remember(Asked(question: question, day: prompt.prompted.id.day))
      }
    }
  }
}

// MARK: - What the folds hold

extension Coach {
  /// The instant of the first fact; nil before there is one.
  public var since: Instant? { activity.since }
  /// What the clock said when the first fact was written, which it may have turned back since.
  var begun: Instant? { activity.begun }
  /// The identifier of the first fact: what makes one install draw otherwise than another.
  public var seed: String? {
    get { activity.seed }
    set { activity.seed = newValue }
  }
  /// The last fact by the person.
  public var sign: LastActivity? { activity.sign }
  /// Days before those that are folded on which something was asked since then.
  public var inVainBefore: [CivilDate] { activity.inVainBefore }
  /// The number of facts of a kind this version does not know.
  public var unknownCount: Int { activity.unknownCount }
  /// The sequence of the last fact; 0 before there is one.
  public var lastSequence: Int64 { activity.lastSequence }

  /// In the order in which they were decided.
  public var prompts: [Prompt] { promptFold.prompts }
  public var passings: [Passed] { promptFold.passings }
  /// What was made to wait, in the order in which that was written down.
  public var deferrals: [DeferredPrompt] { deferralFold.deferrals }
  /// When the machine saw the person last in an evening, and first the morning after.
  public var nights: [Night] { deferralFold.nights }

  /// In the order in which they were given, without those taken back.
  public var answers: [Given] { answerFold.answers }
  /// When spaced questions were last asked before the days around now; since then prompts tell.
  var asked: [Asked] { answerFold.asked }
  /// What was answered and given in the weeks before.
  var past: [Past] { answerFold.past }
  /// What was put in the person's own words in answers before the days around now.
  var ownWordsBefore: [OwnWords] { answerFold.ownWordsBefore }

  /// The pauses and absences that stand, in the order of writing.
  public var silences: [Fact] { silenceFold.silences }
  /// The days on which the person is away, as far as they are known around now.
  public var absences: [ClosedRange<CivilDate>] { silenceFold.absences.days }
  /// In the order in which they were written down.
  public var hesitations: [Hesitation] { hesitationFold.hesitations }
  /// What was given beyond the basics around now, without what was taken back.
  public var extras: [GivenExtra] { extraFold.extras }
  /// The step of the programme to which the person came last.
  var lastStep: Int { stepFold.last }

  /// Every tip of the day that the facts hold, oldest first.
  public var told: [TipShown] { tipFold.told }
  /// What the person said about tips, oldest first.
  public var verdicts: [TipRating] { tipFold.verdicts }
  /// The tips that are not to be told any more, and what is not to be asked.
  public var muted: [String] { tipFold.muted }
  /// How the tips around now were chosen, oldest first.
  public var choices: [RecordedChoice] { tipFold.choices }
}

extension Coach {
  public func prompt(_ id: PromptID) -> Prompt? { promptFold.prompt(id) }
  public func isPrompted(_ id: PromptID) -> Bool { promptFold.isPrompted(id) }

  /// The prompts of a civil day, in the order in which they were decided.
  public func prompts(of day: CivilDate) -> [Prompt] { promptFold.prompts(of: day) }

  /// Whether any prompt of a civil day is such a one.
  func hasPrompt(of day: CivilDate, where isMeant: (Prompt) -> Bool) -> Bool {
    promptFold.has(on: day, isMeant)
  }

  /// Why a prompt was never shown; nil when it was, or is still to come.
  public func passing(of id: PromptID) -> PassReason? { promptFold.passing(of: id) }

  /// When something was last decided about prompts; what was over by then was judged then.
  ///
  /// So a slot that is configured today was not missed last week.
  func lastJudged(by now: Instant) -> Instant? { promptFold.lastJudged(by: now) ?? since }

  /// The answer that stands for a question and a civil day.
  public func answer(to question: String, on day: CivilDate) -> Given? {
    answerFold.answer(to: question, on: day)
  }

  /// The answers of some civil days that stand, without those that were replaced.
  func standing(in days: some RangeExpression<CivilDate>) -> [Given] {
    answers.filter { given in
      days.contains(given.day) && answer(to: given.answered.question, on: given.day) == given
    }
  }

  /// Whether a question is answered for a civil day.
  func isAnswered(_ question: String, on day: CivilDate) -> Bool {
    answerFold.isAnswered(question, on: day)
  }

  /// When the pause around an instant ends; nil when the coach is not paused then.
  public func pauseEnd(at instant: Instant) -> Instant? { silenceFold.pauseEnd(at: instant) }

  /// Whether the person is away on a civil day.
  public func isAway(on day: CivilDate) -> Bool { silenceFold.absences.covers(day) }

  /// The tip of a civil day that was told on it; further ones were asked for.
  public func tipTold(on day: CivilDate) -> String? {
    told.first { $0.day == day && !$0.isRemedy }?.tip
  }

  /// The tip that was told last on a civil day: the one before the person's eyes.
  public func lastTipTold(on day: CivilDate) -> String? {
    told.last { $0.day == day && !$0.isRemedy }?.tip
  }

  /// Whether a question is still to be answered for a prompt of a civil day.
  public func isOpen(_ question: Question, askedOn day: CivilDate) -> Bool {
    if question.about == .tip, tipTold(on: answerDay(of: question, askedOn: day)) == nil {
      return false
    }
    if question.about.isPast, !looksBack(question) { return false }
    if question.about == .tipBefore, tipTold(on: day.adding(days: -1)) == nil { return false }
    return !isAnswered(question.id, on: answerDay(of: question, askedOn: day))
  }

  /// Whether a question is answered for the day that it is asked about on another.
  public func hasAnswer(to question: Question, askedOn day: CivilDate) -> Bool {
    isAnswered(question.id, on: question.answerDay(askedOn: day))
  }

  /// Whether a prompt has nothing left to ask, having asked something.
  public func isAnswered(_ prompted: PromptContent, by teaching: Teaching) -> Bool {
    let places = prompted.questions.compactMap(teaching.place(ofQuestion:))
    return !places.isEmpty
      && !places.contains { isOpen(teaching.questions[$0], askedOn: prompted.id.day) }
  }
}
