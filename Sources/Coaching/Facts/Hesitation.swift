/// What keeps a person from serving; the documents name five, and no more.
public enum Obstacle: Int, CaseIterable, Sendable {
  case refusal = 1
  case servingBadly
  case ridicule
  case wronged
  case liking

  /// The word by which it is named on the command line.
  public var name: String {
    switch self {
    case .refusal: "refusal"
    case .servingBadly: "serving-badly"
    case .ridicule: "ridicule"
    case .wronged: "wronged"
    case .liking: "liking"
    }
  }

  /// The question that looks back on a hesitation before it.
  public var lookBack: String { "hesitation-\(rawValue)" }

  /// The obstacle that a question looks back on; nil where it is none of these questions.
  public init?(lookBack question: String) {
    guard let obstacle = Obstacle.allCases.first(where: { $0.lookBack == question }) else {
      return nil
    }
    self = obstacle
  }
}

/// The person hesitated, and was given one small act.
public struct Hesitated: Equatable, Sendable {
  public var obstacle: Obstacle
  /// The tip that the act is of; nil where support was given in its place.
  public var tip: String?
  /// How strong the fear was, 0 to 10, where the person said so.
  public var fear: Int?

  public init(obstacle: Obstacle, tip: String?, fear: Int? = nil) {
    self.obstacle = obstacle
    self.tip = tip
    self.fear = fear
  }

  /// How strong a fear can be.
  public static let fears = 0...10
}

extension Coach {
  /// A hesitation, and when it was.
  public struct Hesitation: Equatable, Sendable {
    public var hesitated: Hesitated
    public var day: CivilDate
    public var at: Instant
  }

  /// How long a hesitation has to be over before it is looked back on, in seconds; the program's
  /// choice.
  static let lookBackSeconds: Int64 = 3600
  /// For how many civil days it can be looked back on; the program's choice.
  static let lookBackDays = 7

  /// The last hesitation before an obstacle.
  public func hesitation(before obstacle: Obstacle) -> Hesitation? {
    hesitations.last { $0.hesitated.obstacle == obstacle }
  }

  /// The questions that look back on hesitations, for a prompt that begins: each is asked once.
  func lookBacks(
    by slot: Slot,
    on day: CivilDate,
    at now: Instant,
    for teaching: Teaching
  ) -> [Question] {
    if hesitations.isEmpty || !slot.looksBack(teaching) { return [] }
    return Obstacle.allCases.compactMap { obstacle in
      let id = obstacle.lookBack
      guard let last = hesitation(before: obstacle), let question = teaching.question(id),
        last.at.adding(seconds: Coach.lookBackSeconds) <= now,
        last.day.adding(days: Coach.lookBackDays) >= day, isOpen(question, askedOn: day),
        !prompts.contains(where: { $0.at >= last.at && $0.prompted.questions.contains(id) }),
        !answers.contains(where: { $0.answered.question == id && $0.fact.instant >= last.at })
      else { return nil }
      return question
    }
  }
}

extension Coach {
  /// The questions of a civil day's prompts that look back on hesitations.
  func lookBacksAsked(on day: CivilDate, for teaching: Teaching) -> [Question] {
    if hesitations.isEmpty { return [] }
    return Obstacle.allCases.map(\.lookBack).filter { id in
      prompts.contains { $0.prompted.id.day == day && $0.prompted.questions.contains(id) }
    }.compactMap(teaching.question)
  }
}

extension Slot {
  /// Whether its prompts may look back on a hesitation: not where the day ends, nor where nothing
  /// is asked or told.
  fileprivate func looksBack(_ teaching: Teaching) -> Bool {
    !endsDay && carries.contains { $0 == Teaching.tipItem || teaching.question($0) != nil }
  }
}
