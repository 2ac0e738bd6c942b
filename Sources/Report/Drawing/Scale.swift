import Application
import Coaching

/// Numbers on a line, from 0 through 1000 of a drawing.
struct LinearScale: Equatable {
  var low: Double
  var high: Double

  init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = max(high, low + 1e-9)
  }

  /// From a round number to a round number, which have all others between them.
  init(downTo least: Double = 0, upTo largest: Double) {
    let step = LinearScale.step(of: largest - least, parts: 3)
    let low = (least / step).rounded(.down) * step
    self.init(low, max(low + step, (largest / step).rounded(.up) * step))
  }

  func share(_ value: Double) -> Double { (value - low) / (high - low) }
  /// From the left.
  func x(_ value: Double) -> Double { share(value) * 1000 }
  /// From the top: large numbers lie high.
  func y(_ value: Double) -> Double { 1000 - share(value) * 1000 }

  /// Round numbers between the ends.
  func ticks(parts: Int) -> [Double] {
    let step = LinearScale.step(of: high - low, parts: parts)
    let first = (low / step).rounded(.up) * step
    return (0...parts * 2 + 2).map { first + Double($0) * step }.filter { $0 <= high + step * 1e-6 }
  }

  /// 1, 2 or 5 times a power of ten, and never less than 1: what is counted is whole.
  static func step(of range: Double, parts: Int) -> Double {
    var power = 1.0
    while true {
      for factor in [1.0, 2, 5] where power * factor * Double(parts) >= range {
        return power * factor
      }
      power *= 10
    }
  }
}

/// Bands of one width beside each other.
struct BandScale: Equatable {
  var count: Int
  /// The part of a band that is left free.
  var gap = 0.2

  var step: Double { 1000 / Double(max(1, count)) }
  var width: Double { step * (1 - gap) }
  func start(_ place: Int) -> Double { Double(place) * step + step * gap / 2 }
  func middle(_ place: Int) -> Double { (Double(place) + 0.5) * step }
}

/// A place on an axis with its label.
struct Tick: Equatable {
  /// In percent from the left or the top.
  var at: Double
  var label: String
  /// Whether it is left out where there is little room.
  var isMinor = false
}

/// Civil days on a line, each day a band.
struct DayScale: Equatable {
  var first: CivilDate
  var count: Int

  init(_ days: ClosedRange<CivilDate>) {
    first = days.lowerBound
    count = max(1, days.lowerBound.days(until: days.upperBound) + 1)
  }

  init(_ span: Span) { self.init(span.days) }

  func start(_ day: CivilDate) -> Double { Double(first.days(until: day)) * 1000 / Double(count) }
  func middle(_ day: CivilDate) -> Double { start(day) + 500 / Double(count) }

  /// Whether each day has room for its own label.
  var isShort: Bool { count <= 10 }

  /// Labels at the days on which something of the calendar begins: a day, a week, a month, a year.
  ///
  /// Six stand on a telephone beside each other; the others are minor.
  func ticks(_ words: ReportWords, weekStarts: Weekday, isMiddle: Bool = false) -> [Tick] {
    let last = first.adding(days: count - 1)
    let span = Span(.all, from: first, through: last)
    let step: Span.Step = isShort ? .day : count <= 45 ? .week : count <= 1200 ? .month : .year
    let starts = span.starts(step, weekStarts: weekStarts).filter { $0 >= first }
    let every = (starts.count + 5) / 6
    // Quarters and years are rounder than what happens to come first.
    let stride = step == .month ? [1, 2, 3, 4, 6, 12].first { $0 >= every } ?? 12 : every
    // What is minor stands between what is major, and nowhere else.
    let minor = starts.count <= 14 ? 1 : stride % 2 == 0 ? stride / 2 : stride
    let hasJanuary = starts.contains { $0.month == 1 }
    return starts.enumerated().compactMap { place, day in
      let number = step == .month ? day.month - 1 : step == .year ? day.year : place
      let isMajor = number % stride == 0
      guard isMajor || number % minor == 0 else { return nil }
      // What begins at the very end has no room for a label.
      let at = isMiddle ? middle(day) : start(day)
      guard at < 960 || step == .day else { return nil }
      let label = words.label(day, step, isFirst: place == 0 && !hasJanuary)
      return Tick(at: at / 10, label: label, isMinor: !isMajor)
    }
  }
}

/// Times of day on a line that is cut open where the person is awake.
///
/// Midnight is in the middle of most people's night; a night worker's is cut elsewhere.
struct ClockScale: Equatable {
  /// Hours after midnight of the first time, which may be below 0.
  let low: Double
  let high: Double

  /// - Parameters:
  ///   - hours: The times that are to lie in it, already beside each other.
  ///   - margin: How many hours are left free on both sides.
  init(around hours: [Double], margin: Double = 0.5) {
    let low = (hours.min() ?? 22) - margin
    let high = (hours.max() ?? 31) + margin
    self.low = low.rounded(.down)
    self.high = max(high.rounded(.up), low.rounded(.down) + 2)
  }

  /// The hours of a time that lie nearest to a middle.
  static func hours(_ time: CivilTime, near middle: Double) -> Double {
    middle + Clock24.difference(time.hours - middle)
  }

  func share(_ hours: Double) -> Double { (hours - low) / (high - low) }
  func place(_ hours: Double) -> Double { min(1000, max(0, share(hours) * 1000)) }

  /// Whole hours of the clock, at most so many.
  func ticks(atMost most: Int) -> [Tick] {
    let step = [1, 2, 3, 4, 6, 12].first { (high - low) / Double($0) <= Double(most) } ?? 12
    let first = Int((low / Double(step)).rounded(.up)) * step
    return stride(from: first, through: Int(high), by: step).map { hour in
      let label = CivilTime(secondOfDay: hour * 3600).description
      return Tick(at: share(Double(hour)) * 100, label: label)
    }
  }
}
