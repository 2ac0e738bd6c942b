import Channels
package import Coaching

/// Days as a map of weeks, a column for each; told apart by shape, not by colour.
package struct HeatMap: Equatable {
  private let days: [Review.Day]
  private let weekStarts: Weekday
  private let labels: [String]

  /// - Parameters:
  ///   - days: The days, without gaps.
  ///   - weekStarts: The weekday at the top.
  ///   - labels: A letter for each weekday from Monday on, with spaces between them.
  package init(_ days: [Review.Day], weekStarts: Weekday, labels: String) {
    self.days = days
    self.weekStarts = weekStarts
    let letters = labels.split(separator: " ").map(String.init)
    self.labels = Weekday.allCases.indices.map { row in
      letters[weekStarts.adding(days: row).rawValue - 1]
    }
  }

  /// Draws it within some columns: a year has 53 weeks; where it is narrow they stand in two maps,
  /// or three.
  func lines(width: Int) -> [String] {
    let margin = 4 + (labels.map(TextLayout.columns).max() ?? 0)
    let weeks = weeks
    let most = max(1, min(weeks.count, width - margin))
    let maps = (weeks.count + most - 1) / most
    let size = (weeks.count + maps - 1) / max(1, maps)
    return stride(from: 0, to: weeks.count, by: max(1, size)).flatMap { start in
      let part = Array(weeks[start..<min(start + size, weeks.count)])
      let blank = String(repeating: " ", count: margin)
      let rows = labels.enumerated().map { row, label in
        let gap = String(repeating: " ", count: margin - 2 - TextLayout.columns(label))
        return "  \(label)\(gap)" + part.map { $0.marks[row] }.joined()
      }
      return ["", blank + HeatMap.months(of: part)] + rows
    }
  }

  private struct Week {
    /// Of its days that are in the period, the first.
    var first: CivilDate
    /// From the weekday on which a week starts; a blank stands for what is not in the period.
    var marks: [String]
  }

  private var weeks: [Week] {
    var weeks: [Week] = []
    for day in days {
      let row = day.day.firstOfWeek(from: weekStarts).days(until: day.day)
      if row == 0 || weeks.isEmpty {
        weeks.append(Week(first: day.day, marks: Array(repeating: " ", count: 7)))
      }
      weeks[weeks.count - 1].marks[row] = HeatMap.mark(day)
    }
    return weeks
  }

  private static func mark(_ day: Review.Day) -> String {
    switch day.share {
    case nil: "·"
    case 0?: "░"
    case let share? where share < 0.5: "▒"
    case let share? where share < 1: "▓"
    default: "█"
    }
  }

  /// The numbers of the months above the first week that begins in them.
  private static func months(of weeks: [Week]) -> String {
    var line = ""
    for (place, week) in weeks.enumerated() {
      let month = week.first.month
      // What the first weeks have left of a month leaves no room for its number.
      let isBegin =
        place == 0
        ? weeks[min(2, weeks.count - 1)].first.month == month
        : weeks[place - 1].first.month != month
      if isBegin { line += String(repeating: " ", count: place - line.count) + "\(month)" }
    }
    return line
  }
}
