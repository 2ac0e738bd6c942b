/// Reminders carry a habit at first and stand in its way later: what stands is asked less often.
///
/// It is only offered; the numbers are those of the design's sources, the weeks our own.
extension HabitMeasure {
  /// What the person says of how a habit goes.
  enum Effort {
    /// It takes an effort each time.
    case laboured
    /// It goes by itself, or they did not say.
    case none
  }

  /// How many days in a row it has to stand.
  static let standingDays = 14
  /// Below which strength it is offered to be asked as before, from 0 to 1.
  static let asksBelow = 0.65
  /// Once in so many weeks it is offered, so that it does not crowd out what else there is to say.
  static let offerWeeks = 4

  /// Whether it is to be asked less or more often; nil where that is right as it is.
  ///
  /// - Parameters:
  ///   - effort: What the person says of how it goes.
  ///   - day: The last day that is looked at.
  /// - Returns: One of the two changes.
  func asking(_ effort: Effort, on day: CivilDate) -> Review.Change? {
    guard let strength else { return nil }
    if let span = habit.question.spanOfAsking, span > 1, strength.score < HabitMeasure.asksBelow {
      return .askMore
    }
    let first = day.firstOfWeek(from: weekStarts).dayNumber
    let isOffered = (first / 7) % HabitMeasure.offerWeeks == 0
    let counted = days(.done) + days(.missed)
    let stands = standing >= HabitMeasure.standingDays && counted >= HabitMeasure.standingDays
    return isOffered && stands && effort != .laboured && habit.question.fewer != nil
      ? .askLess : nil
  }
}

extension Question {
  /// Once in how many days it is asked; nil where it is asked on days that an expression names.
  fileprivate var spanOfAsking: Int? {
    switch every {
    case nil: 1
    case .days(let span): span
    case .on: nil
    }
  }

  /// The next rarer cadence: every other day, then once a week; nil from there on.
  public var fewer: Cadence? {
    guard let span = spanOfAsking, span < 7 else { return nil }
    return .days(span < 2 ? 2 : 7)
  }
}

extension SelfCheck {
  /// From which number of ten on a habit goes by itself: what five of seven are, of ten.
  public static let byItself = 7

  /// Whether the last two answers of which there is any say that a habit does not go by itself.
  public static func isLaboured(_ numbers: [Int]) -> Bool {
    !numbers.isEmpty && (numbers.count < 2 || numbers.suffix(2).contains { $0 < byItself })
  }
}
