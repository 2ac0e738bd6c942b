/// The answers that a person most likely gives, to be chosen instead of typed.
///
/// Only what is known of them counts: what the machine saw of the night, where that may be
/// proposed, what they answered of late, and what they mean. Where nothing is known, nothing is
/// proposed: a number that the coach thinks of would be its own answer.
extension Teaching {
  /// How far back answers are of late, in civil days; the fold holds little more.
  private static let lateDays = 9
  /// How many answers are proposed: with one to say another there are three buttons, which is what
  /// the narrowest servers draw.
  private static let mostLikely = 2
  /// A usual time is told to so many minutes: to the minute nobody has a habit.
  private static let stepMinutes = 5

  /// The likeliest answers to a question, the likeliest first.
  ///
  /// - Parameters:
  ///   - asked: The question as it is asked on the day; one about the tip is another every day.
  ///   - day: The civil day on which it is asked.
  ///   - coach: What was answered.
  ///   - profile: What the person means.
  /// - Returns: At most two; none for other kinds than scales, counts, numbers and times.
  func likelyAnswers(
    to asked: Question,
    askedOn day: CivilDate,
    coach: Coach,
    profile: Profile
  ) -> [Card.Choice] {
    if asked.about == .tip { return [] }
    let answerDay = asked.answerDay(askedOn: day)
    let late = (1...Teaching.lateDays).compactMap {
      coach.answer(to: asked.id, on: answerDay.adding(days: -$0))?.answered.answer
    }
    let aim = profile.aims.aim(of: asked, on: answerDay.weekday)
    let found: [String] =
      switch asked.kind {
      case .scale: Teaching.likely(late, aim, in: 0...10)
      case .count: Teaching.likely(late, aim, in: 0...DecimalNumber(Answer.counts.upperBound))
      case .number: Teaching.likely(late, aim, in: asked.number.range)
      case .timeOfDay:
        Teaching.likely(late, aim, seen: seen(asking: asked, on: day, coach: coach))
      case .yesNo, .outcome, .text, .stretches: []
      }
    return found.prefix(Teaching.mostLikely).map { answer in
      Card.Choice(answer, asked.unit.map { "\(answer) \($0)" } ?? answer)
    }
  }

  /// The numbers of late, the most frequent first, and of those the last; the person's own target
  /// stands behind the first of them.
  private static func likely(
    _ late: [Answer],
    _ aim: Aim,
    in range: ClosedRange<DecimalNumber>
  ) -> [String] {
    let numbers = late.compactMap(\.number).filter(range.contains)
    var likely: [DecimalNumber] = []
    for number in numbers where !likely.contains(number) { likely.append(number) }
    let count = { (number: DecimalNumber) in numbers.filter { $0 == number }.count }
    // Sorting keeps no order among equals, so their place decides.
    likely = likely.enumerated().sorted {
      (count($1.element), $0.offset) < (count($0.element), $1.offset)
    }.map(\.element)
    // What is to be reached in some days together is no answer of one.
    if aim.isDaily, let target = aim.target.number, range.contains(target) {
      likely.removeAll { $0 == target }
      likely.insert(target, at: min(1, likely.count))
    }
    return likely.map(\.description)
  }

  /// The time that the machine saw, else the usual one of late; then the person's own.
  private static func likely(_ late: [Answer], _ aim: Aim, seen: CivilTime?) -> [String] {
    let times = late.compactMap { if case .timeOfDay(let time) = $0 { time } else { nil } }
    var likely = [seen ?? usual(of: times)].compactMap(\.self)
    if case .by(let target, _) = aim.target { likely.append(target) }
    var said: [String] = []
    for time in likely.map(\.shortDescription) where !said.contains(time) {
      said.append(time)
    }
    return said
  }

  /// The middle one of some times, to five minutes; nil where there is none.
  private static func usual(of times: [CivilTime]) -> CivilTime? {
    guard let last = times.first else { return nil }
    let sorted = times.map { Lateness(of: $0, after: last) }.sorted()
    let minutes = Int(sorted[sorted.count / 2].minutes) + last.secondOfDay / 60
    let step = stepMinutes
    let rounded = (minutes + step / 2 + 24 * 60) / step * step
    return CivilTime(secondOfDay: rounded % (24 * 60) * 60)
  }
}

extension Aim.Target {
  /// The number that is meant, where it is one.
  fileprivate var number: DecimalNumber? {
    switch self {
    case .atLeast(let number), .atMost(let number): number
    case .done, .notDone, .by, .unset: nil
    }
  }
}
