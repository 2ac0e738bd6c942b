import CivilCalendar
import Statistics
import TestSupport
import Testing

@Suite struct WelchTests {
  @Test func `Energy beside on-time nights, as computed elsewhere`() throws {
    let welch = try #require(WelchTest([7, 8, 6, 7, 7, 8, 7], [5, 6, 6, 5, 7, 5, 6]))
    #expect(isNear(welch.difference, 1.4285714, 5e-8))
    // 726 / 61, which the reference prints with a last digit too high.
    #expect(isNear(welch.freedom, 11.9016394, 1e-7))
    #expect(isNear(welch.freedom, 726.0 / 61, 1e-12))
    // The published t of this difference, and how likely as large a one is from both sides.
    #expect(isNear(Student.tails(3.6927447, freedom: welch.freedom), 0.0031175, 5e-8))
    #expect(isNear(welch.interval.lowerBound, 0.5849049, 5e-8), "\(welch.interval)")
    #expect(isNear(welch.interval.upperBound, 2.2722380, 5e-8), "\(welch.interval)")
  }

  /// The two-sided 95 % points of every table of Student's distribution.
  static let quantiles: [(freedom: Double, quantile: Double)] = [
    (1, 12.7062047), (2, 4.3026527), (3, 3.1824463), (5, 2.5705818), (10, 2.2281389),
    (30, 2.0422725), (100, 1.9839715), (1e6, 1.9599664),
  ]

  @Test(arguments: quantiles)
  func `Student's points are those of the tables`(_ point: (freedom: Double, quantile: Double)) {
    let quantile = Student.quantile(0.975, freedom: point.freedom)
    #expect(isNear(quantile, point.quantile, 1e-6), "\(quantile)")
    #expect(isNear(Student.tails(point.quantile, freedom: point.freedom), 0.05, 1e-7))
  }

  @Test func `With one degree of freedom it is Cauchy's, known in closed form`() {
    // 1 − 2 atan(t) / π, at t = tan(π/8), tan(π/4) and tan(3π/8).
    let points = [(0.41421356237309503, 0.75), (1, 0.5), (2.414213562373095, 0.25), (0, 1)]
    for (t, tails) in points { #expect(isNear(Student.tails(t, freedom: 1), tails, 1e-14)) }
  }

  @Test func `Groups that cannot be compared are not`() {
    #expect(WelchTest([1], [1, 2]) == nil)
    #expect(WelchTest([1, 2], []) == nil)
    #expect(WelchTest([3, 3, 3], [5, 5]) == nil)
    #expect(WelchTest([3, 3, 3], [5, 6]) != nil)
  }
}
