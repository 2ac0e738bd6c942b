/// How the coach speaks to somebody who does not react: less and less often, and every day again
/// at any sign of life.
///
/// The published throttle goes by the days of silence: from 2 on every second day, from 10 on every
/// 6 days, from 30 on every 15. Days on which nothing was asked do not count, for nobody could
/// react then; so it goes by the days on which the coach asked in vain. To a person who is there,
/// these are the same.
public struct BackOff: Equatable, Sendable {
  /// The days since the last sign of life, it left out, on which something was asked; in order.
  public private(set) var asked: [CivilDate]

  /// - Parameter asked: The days on which the coach asked in vain, in order.
  public init(asked: [CivilDate] = []) {
    self.asked = asked
  }

  /// The longest time between two days with a prompt, in days.
  static let longestGap = 15

  /// Every how many days it is asked after so many days in vain; from the second row on, in one
  /// prompt.
  static func gap(after count: Int) -> Int {
    switch count {
    case 0: 1
    case 1...4: 2
    case 5...7: 6
    default: longestGap
    }
  }

  /// On how many days before one it was asked in vain.
  private func count(before day: CivilDate) -> Int {
    asked.prefix { $0 < day }.count
  }

  /// Every how many days something is said around a civil day.
  public func gap(on day: CivilDate) -> Int { BackOff.gap(after: count(before: day)) }

  /// Whether the person has not reacted for so long that less is said on a day.
  public func isSilence(on day: CivilDate) -> Bool { count(before: day) > 0 }

  /// Whether nothing is said on a day, or nothing more.
  public func isHeld(_ day: CivilDate) -> Bool {
    guard isSilence(on: day), let last = asked.last(where: { $0 <= day }) else { return false }
    return day.dayNumber - last.dayNumber < gap(on: day)
  }

  /// The first day from one on, it included, on which something is said.
  public func next(from day: CivilDate) -> CivilDate {
    (0...BackOff.longestGap).map { day.adding(days: $0) }.first { !isHeld($0) } ?? day
  }

  /// Something was asked on a day.
  mutating func asked(on day: CivilDate) {
    if !asked.contains(day) { asked.insert(day, at: count(before: day)) }
  }
}

extension Coach {
  /// The last fact by the person: whatever they did, they were there.
  public struct LastActivity: Equatable, Sendable {
    public var sequence: Int64
    public var instant: Instant

    public init(sequence: Int64, instant: Instant) {
      self.sequence = sequence
      self.instant = instant
    }
  }

  /// The civil day of the last sign of life; before there is one, that of the first fact.
  public func lastSign(in calendar: DayCalendar) -> CivilDate? {
    (sign?.instant ?? begun).map(calendar.day)
  }

  /// How long the person has not reacted, by an instant.
  ///
  /// What came after what is told by the order of writing, which no clock can turn round.
  public func backOff(at now: Instant, in calendar: DayCalendar) -> BackOff {
    let last = sign?.sequence ?? 0
    let inVain = prompts.lazy.filter { $0.sequence > last && !$0.prompted.questions.isEmpty }
      .map(\.prompted.id.day)
    if inVain.isEmpty, inVainBefore.isEmpty { return BackOff() }
    let today = calendar.day(at: now)
    let first = lastSign(in: calendar) ?? today
    var backOff = BackOff()
    for day in inVainBefore + Array(inVain) where first < day && day <= today {
      backOff.asked(on: day)
    }
    return backOff
  }
}
