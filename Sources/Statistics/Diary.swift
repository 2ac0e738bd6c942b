public import CivilCalendar
import RealModule

/// A night as the Consensus Sleep Diary has it, with the values that follow from it; in minutes.
///
/// Carney et al. 2012, doi 10.5665/sleep.1642.
public struct DiaryNight: Equatable, Sendable {
  public var intoBed: CivilTime
  public var triedToSleep: CivilTime
  /// How long it took to fall asleep.
  public var latency: Int
  /// How long the person lay awake in the night.
  public var awake: Int
  public var lastAwakening: CivilTime
  public var outOfBed: CivilTime

  public init(
    intoBed: CivilTime,
    triedToSleep: CivilTime,
    latency: Int,
    awake: Int,
    lastAwakening: CivilTime,
    outOfBed: CivilTime
  ) {
    self.intoBed = intoBed
    self.triedToSleep = triedToSleep
    self.latency = latency
    self.awake = awake
    self.lastAwakening = lastAwakening
    self.outOfBed = outOfBed
  }

  public var inBed: Int { DiaryNight.minutes(from: intoBed, to: outOfBed) }

  public var asleep: Int {
    DiaryNight.minutes(from: triedToSleep, to: lastAwakening) - latency - awake
  }

  /// The part of the time in bed that was slept, in percent; nil where nobody was in bed.
  public var efficiency: Double? {
    inBed == 0 ? nil : 100 * Double(asleep) / Double(inBed)
  }

  private static func minutes(from start: CivilTime, to end: CivilTime) -> Int {
    end.adding(seconds: -start.secondOfDay).secondOfDay / 60
  }
}

/// How automatic an act becomes with its days, in points of the scale it was asked on.
///
/// The curve `y = a − b · e^(−c x)` of Lally et al. 2010, doi 10.1002/ejsp.674.
public struct Automaticity: Equatable, Sendable {
  /// Where it ends.
  public var plateau: Double
  /// How far it rises until then.
  public var rise: Double
  /// How fast, by the day.
  public var rate: Double

  public init(plateau: Double, rise: Double, rate: Double) {
    self.plateau = plateau
    self.rise = rise
    self.rate = rate
  }

  public func value(on day: Double) -> Double { plateau - rise * Double.exp(-rate * day) }

  /// The day on which it has reached 95 % of the plateau.
  public var settledDay: Double { Double.log(20 * rise / plateau) / rate }

  /// The rate with which what starts at nothing has reached 95 % of its plateau on a day.
  public static func rate(settledOn day: Double) -> Double { Double.log(20) / day }
}
