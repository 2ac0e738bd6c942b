/// Some questions that are asked together once in a while, each a place on a line.
public struct SelfCheck: Equatable, Sendable {
  /// What its answers bring about.
  public struct Steering: Equatable, Sendable {
    public enum Way: String, CaseIterable, Sendable {
      /// What stands highest leads.
      case highest
      /// What stands lowest leads.
      case lowest
    }

    public var way: Way
    /// How many tips what leads gets, at most, in so many civil days.
    public var tips: Int
    public var days: Int
    /// How many of them the other questions get beside it.
    public var others: Int

    public init(way: Way, tips: Int, days: Int, others: Int = 0) {
      self.way = way
      self.tips = tips
      self.days = days
      self.others = others
    }
  }

  public var id: String
  public var rows: [String]
  public var title: String
  /// What is asked, over the questions.
  public var ask: String
  public var steering: Steering?

  public init(
    id: String,
    rows: [String],
    title: String,
    ask: String,
    steering: Steering? = nil
  ) {
    self.id = id
    self.rows = rows
    self.title = title
    self.ask = ask
    self.steering = steering
  }
}

extension Teaching {
  /// The word for the self-check that is due in what a slot carries.
  public static let checkItem = "self-check"

  public func check(_ id: String) -> SelfCheck? { checks.first { $0.id == id } }

  public func questions(of check: String) -> [Question] {
    questions.filter { $0.check == check }
  }

  /// What a slot is likely to carry: a self-check as a whole sooner than one of its questions.
  public var carried: [String] {
    items.filter { question($0)?.check == nil }
  }

  /// What the person can have done with: its name, of whatever kind.
  public var dispensable: [String] { tips.map(\.id) + checks.map(\.id) + questions.map(\.id) }
}

extension SelfCheck {
  /// Answers of one day to all of its questions.
  public struct Answers: Equatable, Sendable {
    public var day: CivilDate
    /// In the order of the questions; nil where there was no occasion.
    public var numbers: [Int?]
  }

  /// How many times in a row the same answers are an empty form; the program's choice.
  public static let emptyForm = 4
}

extension Answer {
  /// The whole number of a scale or a count.
  public var points: Int? {
    switch self {
    case .scale(let number), .count(let number): number
    case .yesNo, .timeOfDay, .number, .text, .outcome, .stretches, .noOccasion: nil
    }
  }
}
