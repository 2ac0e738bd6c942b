/// How long the nights were.
public struct NightLength: Equatable, Sendable {
  public var nights: Int
  /// Of so many of them the person said in which stretches they slept.
  public var told: Int
  /// The means, in minutes.
  public var asleepMinutes: Double
  public var inBedMinutes: Double
  /// The mean of the middle of sleep on the clock; nil where there is none.
  public var middle: CivilTime?
  /// How far it strays.
  public var middleDeviationMinutes: Double?

  init?(_ nights: [DiaryNight]) {
    if nights.count < SleepMeasure.leastNights { return nil }
    let count = Double(nights.count)
    self.nights = nights.count
    told = nights.count(where: \.isTold)
    asleepMinutes = Double(nights.reduce(0) { $0 + $1.asleepSeconds }) / 60 / count
    inBedMinutes = Double(nights.reduce(0) { $0 + $1.inBedSeconds }) / 60 / count
    let circle = CircularMean(hours: nights.map(\.middle))
    middle = circle.mean
    middleDeviationMinutes = circle.deviationHours.map { $0 * 60 }
  }
}

/// What was slept beside the nights.
public struct NapCount: Equatable, Sendable {
  public var naps = 0
  /// On how many days.
  public var days = 0
  /// Together, in minutes.
  public var minutes = 0.0

  init(_ days: [[Stretch]]) {
    self.days = days.count
    naps = days.reduce(0) { $0 + $1.count }
    minutes = Double(days.reduce(0) { $0 + $1.seconds }) / 60
  }
}

/// What was slept of late beside what the person wants to sleep, and beside nothing else.
public struct SleepDebt: Equatable, Sendable {
  /// How many days are looked at; a fortnight, as of habits.
  public static let windowDays = 14

  /// What the person wants to sleep in a day, in minutes.
  public var wishMinutes: Int
  /// The days of which the night is known.
  public var days: Int
  /// What is missing in them, in minutes; below 0 there was more.
  public var minutes: Double

  /// - Parameters:
  ///   - wish: What is wanted, in minutes.
  ///   - slept: What was slept on each day that is known, its naps with it, in seconds.
  init?(wish: Int, slept: [Int64]) {
    if slept.isEmpty { return nil }
    wishMinutes = wish
    days = slept.count
    minutes = Double(wish * slept.count) - Double(slept.reduce(0, +)) / 60
  }
}
