import RealModule

/// The difference of two means that need not vary alike, with its 95 % interval (Welch 1947).
public struct WelchTest: Equatable, Sendable {
  /// The mean of the first minus the mean of the second.
  public var difference: Double
  /// Degrees of freedom, after Welch and Satterthwaite.
  public var freedom: Double
  /// The 95 % interval of the difference.
  public var interval: ClosedRange<Double>

  /// Below this number in either group nothing is said; the program's choice.
  public static let leastCount = 7

  /// Compares two groups; nil where one has fewer than two numbers, or no number differs from
  /// another of its group.
  public init?(_ first: [Double], _ second: [Double]) {
    guard first.count > 1, second.count > 1 else { return nil }
    let (mean, variance) = WelchTest.moments(first)
    let (otherMean, otherVariance) = WelchTest.moments(second)
    let part = variance / Double(first.count)
    let otherPart = otherVariance / Double(second.count)
    let square = part + otherPart
    guard square > 0 else { return nil }
    difference = mean - otherMean
    freedom =
      square * square
      / (part * part / Double(first.count - 1) + otherPart * otherPart / Double(second.count - 1))
    let reach = Student.quantile(0.975, freedom: freedom) * square.squareRoot()
    interval = (difference - reach)...(difference + reach)
  }

  /// The mean, and the variance with one degree of freedom less than there are numbers.
  private static func moments(_ numbers: [Double]) -> (mean: Double, variance: Double) {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(numbers.count - 1))
  }
}

/// Student's distribution, by the regularised incomplete beta function.
public enum Student {
  /// The probability that |T| is at least |t|: `I_x(ν/2, 1/2)` with `x = ν / (ν + t²)` (Abramowitz
  /// and Stegun 26.7.1).
  public static func tails(_ t: Double, freedom: Double) -> Double {
    Beta.regularised(freedom / (freedom + t * t), freedom / 2, 0.5)
  }

  /// The t below which T lies with a probability from 0.5 to below 1, by halving.
  public static func quantile(_ probability: Double, freedom: Double) -> Double {
    let tails = 2 * (1 - probability)
    var low = 0.0
    var high = 1.0
    while high < 1e12, Student.tails(high, freedom: freedom) > tails { high *= 2 }
    // A Double has 53 bits; each round settles one.
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      if Student.tails(middle, freedom: freedom) > tails { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }
}

/// The regularised incomplete beta function.
enum Beta {
  /// `I_x(a, b)` for `x` from 0 to 1 and positive `a` and `b`.
  ///
  /// The continued fraction of DLMF 8.17.22 (dlmf.nist.gov), which converges fast for `x` below
  /// `(a + 1) / (a + b + 2)`; above it, by `I_x(a, b) = 1 − I_{1−x}(b, a)` (DLMF 8.17.4).
  static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - regularised(1 - x, b, a) }
    let logarithm =
      Double.logGamma(a + b) - Double.logGamma(a) - Double.logGamma(b)
      + a * Double.log(x) + b * Double.log(1 - x)
    return Double.exp(logarithm) / a / fraction(x, a, b)
  }

  /// The continued fraction `1 + d₁/(1 + d₂/(1 + …))`, by Lentz's method as Thompson and Barnett
  /// changed it.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var value = 1.0
    var upper = 1.0
    var lower = 0.0
    // Below the bound on x, some √max(a, b) terms are enough.
    for term in 1...10_000 {
      let step = coefficient(term, x, a, b)
      lower = 1 / away(1 + step * lower, from: tiny)
      upper = away(1 + step / upper, from: tiny)
      value *= upper * lower
      if abs(upper * lower - 1) < 1e-16 { break }
    }
    return value
  }

  private static func away(_ number: Double, from tiny: Double) -> Double {
    abs(number) < tiny ? tiny : number
  }

  /// `d` of DLMF 8.17.23.
  private static func coefficient(_ term: Int, _ x: Double, _ a: Double, _ b: Double) -> Double {
    let m = Double(term / 2)
    let even = a + 2 * m
    if term.isMultiple(of: 2) { return m * (b - m) * x / ((even - 1) * even) }
    return -(a + m) * (a + b + m) * x / (even * (even + 1))
  }
}
