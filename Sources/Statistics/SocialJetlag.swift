/// Sleep on workdays beside sleep on free days; hours of the clock in and hours out.
///
/// The formulas of the Munich ChronoType Questionnaire (Roenneberg et al. 2003 and 2012).
public enum SocialJetlag {
  /// Falling asleep and getting up, as hours of the clock.
  public struct Sleep: Equatable, Sendable {
    /// From 0 to below 24, as `end` is.
    public var onset: Double
    public var end: Double

    /// Any hours; 25 is 1.
    public init(onset: Double, end: Double) {
      self.onset = Clock24.hours(onset)
      self.end = Clock24.hours(end)
    }

    /// The middle, as hours of the clock.
    public var middle: Double { Clock24.hours(onset + Clock24.hours(end - onset) / 2) }
  }

  /// With fewer nights of a kind there is no figure; the program's choice.
  public static let leastWorkNights = 3
  public static let leastFreeNights = 2

  /// How much later the middle of sleep is on free days than on workdays, above −12 and up to 12
  /// hours.
  ///
  /// - Parameters:
  ///   - work: The middle of sleep on workdays, as hours of the clock.
  ///   - free: That on free days.
  public static func jetlag(work: Double, free: Double) -> Double {
    Clock24.difference(free - work)
  }
}
