package import Application
package import Coaching

/// The days that a report is about.
package struct Span: Equatable, Sendable {
  package var period: ReportPeriod
  package var first: CivilDate
  package var last: CivilDate

  package init(_ period: ReportPeriod, from first: CivilDate, through last: CivilDate) {
    self.period = period
    self.first = first
    self.last = last
  }

  package var count: Int { first.days(until: last) + 1 }
  package var days: ClosedRange<CivilDate> { first...last }
  var all: [CivilDate] { (0..<count).map { first.adding(days: $0) } }

  /// The days before it, as many; nil where there are none.
  var before: ClosedRange<CivilDate>? {
    period == .all ? nil : first.adding(days: -count)...first.adding(days: -1)
  }

  /// The last of its days, at most so many.
  func end(of most: Int) -> Span {
    count <= most ? self : Span(period, from: last.adding(days: 1 - most), through: last)
  }

  /// What a row of a table stands for, or a bar: so that there are not too many to be looked at.
  enum Step: String {
    case day, week, month, quarter, year
  }

  /// The step in which there are at most so many.
  func step(atMost most: Int, from least: Step = .day) -> Step {
    let steps: [(Step, Int)] = [(.day, 1), (.week, 7), (.month, 30), (.quarter, 91)]
    let from = steps.firstIndex { $0.0 == least } ?? 0
    return steps[from...].first { count <= most * $0.1 }?.0 ?? .year
  }

  /// The first day of each step through the span; the first of them may lie before it.
  func starts(_ step: Step, weekStarts: Weekday) -> [CivilDate] {
    var starts: [CivilDate] = []
    var day = first.start(of: step, weekStarts: weekStarts)
    while day <= last {
      starts.append(day)
      day = day.next(step)
    }
    return starts
  }
}

extension CivilDate {
  /// The first day of the step that it lies in.
  func start(of step: Span.Step, weekStarts: Weekday) -> CivilDate {
    switch step {
    case .day: self
    case .week: firstOfWeek(from: weekStarts)
    case .month: adding(days: 1 - day)
    case .quarter: CivilDate(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? self
    case .year: CivilDate(year: year, month: 1, day: 1) ?? self
    }
  }

  /// The first day of the next step, from the first of one.
  func next(_ step: Span.Step) -> CivilDate {
    switch step {
    case .day: adding(days: 1)
    case .week: adding(days: 7)
    case .month: adding(days: 31).start(of: .month, weekStarts: .monday)
    case .quarter: adding(days: 92).start(of: .quarter, weekStarts: .monday)
    case .year: adding(days: 366).start(of: .year, weekStarts: .monday)
    }
  }
}
