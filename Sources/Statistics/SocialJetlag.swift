/// Sleep on workdays beside sleep on free days; hours of the clock in and hours out.
///
/// The formulas of the Munich ChronoType Questionnaire (Roenneberg et al. 2003 and 2012).
public struct SocialJetlag: Equatable, Sendable {
  /// Falling asleep and getting up, as hours of the clock.
  public struct Sleep: Equatable, Sendable {
    public var onset: Double
    public var end: Double

    public init(onset: Double, end: Double) {
      self.onset = Clock24.hours(onset)
      self.end = Clock24.hours(end)
    }

    /// Hours, from 0 to below 24.
    public var duration: Double { Clock24.hours(end - onset) }

    /// The middle, as hours of the clock.
    public var middle: Double { SocialJetlag.middle(onset: onset, duration: duration) }
  }

  public var work: Sleep
  public var free: Sleep
  /// From 0 to 7.
  public var workDays: Int

  public init(work: Sleep, free: Sleep, workDays: Int) {
    self.work = work
    self.free = free
    self.workDays = workDays
  }

  static let weekDays = 7
  /// With fewer nights of a kind there is no figure; the program's choice.
  public static let leastWorkNights = 3
  public static let leastFreeNights = 2

  public static func middle(onset: Double, duration: Double) -> Double {
    Clock24.hours(onset + duration / 2)
  }

  /// The mean hours of sleep over the week.
  public var weekDuration: Double {
    SocialJetlag.weekDuration(work.duration, free.duration, workDays: workDays)
  }

  private static func weekDuration(_ work: Double, _ free: Double, workDays: Int) -> Double {
    (work * Double(workDays) + free * Double(weekDays - workDays)) / Double(weekDays)
  }

  /// The middle of sleep on free days without what is slept to catch up, as hours of the clock.
  ///
  /// Where an alarm ends the free days too, it says nothing.
  public var correctedMiddle: Double {
    SocialJetlag.correctedMiddle(
      ofFree: free.middle,
      work: work.duration,
      free: free.duration,
      workDays: workDays
    )
  }

  public static func correctedMiddle(
    ofFree middle: Double,
    work: Double,
    free: Double,
    workDays: Int
  ) -> Double {
    if free <= work { return middle }
    let week = weekDuration(work, free, workDays: workDays)
    return Clock24.hours(middle - (free - week) / 2)
  }

  /// Social jetlag: how much later the middle of sleep is on free days, above −12 and up to 12
  /// hours.
  public var jetlag: Double { SocialJetlag.jetlag(work: work.middle, free: free.middle) }

  public static func jetlag(work: Double, free: Double) -> Double {
    Clock24.difference(free - work)
  }

  /// Social jetlag without what is slept to catch up (Jankowski 2017), in hours, from 0.
  public var correctedJetlag: Double {
    let ends = Clock24.difference(free.end - work.end)
    if work.duration > free.duration, ends >= 0 { return ends }
    return abs(Clock24.difference(free.onset - work.onset))
  }

  /// The hours of sleep that a week lacks on one kind of day, from 0.
  public var weeklyLoss: Double {
    weekDuration > work.duration
      ? (weekDuration - work.duration) * Double(workDays)
      : (weekDuration - free.duration) * Double(SocialJetlag.weekDays - workDays)
  }
}

/// How far the middle of sleep moves from night to night and from its own place, in hours.
///
/// The mean over all nights but the first of `√(a² + b²)`, where `a` is the distance from the
/// reference and `b` from the night before (Fischer, Vetter and Roenneberg 2016, doi
/// 10.1038/srep38601). Both distances go the shorter way round the clock.
public enum PhaseDeviation {
  /// - Parameters:
  ///   - middles: The middles of sleep in the order of the nights, as hours of the clock.
  ///   - reference: Where they belong; without it, their own circular mean.
  /// - Returns: Hours from 0; nil with fewer than two nights, or where they have no middle.
  public static func hours(of middles: [Double], around reference: Double? = nil) -> Double? {
    guard middles.count > 1, let reference = reference ?? CircularMean(hours: middles).meanHours
    else {
      return nil
    }
    let moves = zip(middles, middles.dropFirst()).map { before, middle in
      let place = Clock24.difference(middle - reference)
      let step = Clock24.difference(middle - before)
      return (place * place + step * step).squareRoot()
    }
    return moves.reduce(0, +) / Double(moves.count)
  }
}
