/// What was answered, and what is remembered of the questions from before the days around now.
struct AnswerFold: Fold {
  /// In the order in which they were given.
  private(set) var answers: [Coach.Given]
  /// When spaced questions were last asked before the days around now; since then prompts tell.
  private(set) var asked: [Coach.Asked]
  /// What was answered and given in the weeks before.
  let past: [Coach.Past]
  /// What was put in the person's own words in answers before the days around now.
  let ownWordsBefore: [OwnWords]
  private var days: DayIndex

  init(_ memory: Coach.PriorState) {
    answers = memory.answers
    asked = memory.asked
    past = memory.past
    ownWordsBefore = memory.ownWords
    days = DayIndex(memory.answers.map(\.day))
  }

  /// Puts answers of former names under those of now.
  mutating func rename(by names: FormerNames) {
    for place in answers.indices {
      answers[place].answered.question = names.now(answers[place].answered.question)
    }
  }

  /// Keeps in mind when a question was asked by a prompt that is not folded any more.
  mutating func remember(_ asked: Coach.Asked) {
    self.asked.removeAll { $0.question == asked.question }
    self.asked.append(asked)
  }

  mutating func apply(_ fact: Fact) {
    guard case .answered(let answered) = fact.event else { return }
    days.add(answers.count, of: fact.day)
    answers.append(Coach.Given(fact: fact, answered: answered))
  }

  mutating func takeBack(_ fact: String, at instant: Instant) {
    // What is taken back was mostly given a moment before.
    guard let place = answers.lastIndex(where: { $0.fact.id == fact }) else { return }
    answers.remove(at: place)
    days.remove(place)
  }

  /// The answer that stands for a question and a civil day.
  func answer(to question: String, on day: CivilDate) -> Coach.Given? {
    place(of: question, on: day).map { answers[$0] }
  }

  /// Whether a question is answered for a civil day.
  func isAnswered(_ question: String, on day: CivilDate) -> Bool {
    place(of: question, on: day) != nil
  }

  private func place(of question: String, on day: CivilDate) -> Int? {
    days[day].last { answers[$0].answered.question == question }
  }
}

extension Coach {
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

  /// A question that was asked by a prompt of a civil day.
  public struct Asked: Equatable, Sendable {
    public var question: String
    public var day: CivilDate

    public init(question: String, day: CivilDate) {
      self.question = question
      self.day = day
    }
  }

  /// How many of the last answers to a spaced question are remembered.
  public static let rememberedAnswers = SelfCheck.emptyForm + 1

  /// And how many to one that offers something every four weeks: a year of them, and one more.
  public static let rememberedOffers = 14
}
