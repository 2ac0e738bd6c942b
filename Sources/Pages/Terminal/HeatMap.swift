import Channels
import Coaching

/// Days as a map of weeks, a column for each; told apart by shape, not by colour.
struct HeatMap {
  private let days: [Review.Day]

  init(_ days: [Review.Day]) { self.days = days }

  func show(_ phrases: Phrases) {
    let labels = phrases("weekday-letters").split(separator: " ").map(String.init)
    let margin = 4 + (labels.map(TextLayout.columns).max() ?? 0)
    let weeks = weeks
    // A year has 53 weeks; in a narrow terminal they stand in two maps, or three.
    let most = max(1, min(weeks.count, Output.width - margin))
    let maps = (weeks.count + most - 1) / most
    let size = (weeks.count + maps - 1) / max(1, maps)
    for start in stride(from: 0, to: weeks.count, by: max(1, size)) {
      let part = Array(weeks[start..<min(start + size, weeks.count)])
      Output.line()
      let blank = String(repeating: " ", count: margin)
      Output.line("", margin: blank + HeatMap.months(of: part))
      for (row, label) in labels.enumerated() {
        let gap = String(repeating: " ", count: margin - 2 - TextLayout.columns(label))
        Output.line("", margin: "  \(label)\(gap)" + part.map { $0.marks[row] }.joined())
      }
    }
    Output.wrapped(phrases("heat-legend"), indent: 2)
  }

  private struct Week {
    /// Of its days that are in the period, the first.
    var first: CivilDate
    /// From Monday to Sunday; a blank stands for what is not in the period.
    var marks: [String]
  }

  private var weeks: [Week] {
    var weeks: [Week] = []
    for day in days {
      let row = day.day.weekday.rawValue - 1
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
