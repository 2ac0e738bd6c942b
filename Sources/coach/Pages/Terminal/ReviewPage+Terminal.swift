import Channels
import Coaching
import Configuration

/// A review as a person reads it.
extension Review {
  func show(
    _ period: Period,
    _ workspace: Workspace,
    _ four: [FourStepsView],
    _ returns: Reciprocity,
    _ map: CircleMap?,
    _ paths: SelfCheckHistory
  ) {
    let phrases = workspace.phrases
    let span = [("first", "\(first)"), ("last", "\(last)")]
    Output.heading(
      period == .day
        ? phrases("review-day", span[1]) : phrases("review-days", span[0], span[1])
    )
    let counted = lines.filter { $0.tally.counted > 0 }
    if counted.isEmpty { Output.wrapped(phrases("review-empty"), indent: 2) }
    // What is wide enough for a word beside it.
    let columns = Output.width < 60 ? 7 : 14
    Output.rows(
      counted.map { line in
        let bar = Bar.text(line.tally.rate ?? 0, columns: columns)
        return (line.habit.title(phrases), "\(bar) \(line.tally.done)/\(line.tally.counted)")
      }
    )
    if period == .month || period == .year { HeatMap(days).show(phrases) }
    if let map, !map.served.isEmpty {
      Output.line()
      map.show(phrases, under: phrases("circles"))
    }
    paths.showBars()
    Output.line()
    // Before anything is known there is no score to show.
    let scores = four.map { $0.known == 0 ? "–" : String($0.score) }
    let steps = (label: phrases("four-days"), value: scores.joined(separator: " "))
    let isKnown = four.contains { $0.known > 0 }
    Output.rows((isKnown ? [steps] : []) + rows(workspace, returns), indent: 0)
    for line in setting(in: workspace)?.split(separator: "\n") ?? [] {
      Output.line(String(line), margin: "    ")
    }
  }

  private func rows(
    _ workspace: Workspace,
    _ returns: Reciprocity
  ) -> [(label: String, value: String)] {
    let phrases = workspace.phrases
    var rows: [(label: String, value: String)] = []
    let held = lines.filter(\.isHeld).map { $0.habit.title(phrases) }
    let comma = phrases("list-comma")
    if !held.isEmpty { rows.append((phrases("held"), held.joined(separator: comma))) }
    let back = lines.filter { $0.comeback.returns > 0 }.map { line in
      "\(line.habit.title(phrases)) \(line.comeback.returns)/\(line.comeback.chances)"
    }
    if !back.isEmpty { rows.append((phrases("comeback"), back.joined(separator: comma))) }
    if !promises.isEmpty { rows.append((phrases("promises"), promises.words(phrases))) }
    rows += returns.rows(phrases)
    rows.append((phrases("suggestion"), words(workspace)))
    return rows
  }

  private func words(_ workspace: Workspace) -> String {
    let phrases = workspace.phrases
    switch suggestion {
    case .missing(let lack): return phrases.words(for: lack)
    case .known(let suggestion):
      let habit = ("habit", suggestion.habit.question.wording.title)
      let ground = ("ground", words(for: suggestion, phrases))
      switch suggestion.change {
      case .keep: return phrases("suggest-keep", habit, ground)
      case .shrink: return phrases("suggest-shrink", habit, ground)
      case .grow: return phrases("suggest-grow", habit, ground)
      case .askLess:
        return phrases("suggest-ask-less", habit)
      case .askMore:
        return phrases("suggest-ask-more", habit)
      }
    }
  }

  /// What asks for a habit less often, to be written into the configuration; where it is to be
  /// asked as before, what to take out of it.
  func setting(in workspace: Workspace) -> String? {
    guard let suggestion = suggestion.value else { return nil }
    let question = suggestion.habit.question
    let cadence: Cadence?
    switch suggestion.change {
    case .askLess: cadence = question.fewer
    case .askMore: cadence = question.every
    case .keep, .shrink, .grow: cadence = nil
    }
    guard case .days(let days)? = cadence else { return nil }
    let isOwn = workspace.configuration.settings.habits.contains {
      $0.question.id == question.id
    }
    return isOwn
      ? "# [[habit]] id = \"\(question.id)\"\nevery = \"\(days)d\""
      : "[ask]\n\(question.id) = \"\(days)d\""
  }
}

extension Review {
  /// What a suggestion goes by.
  private func words(for suggestion: Suggestion, _ phrases: Phrases) -> String {
    let done = ("done", String(suggestion.tally.done))
    if suggestion.days == suggestion.tally.counted { return phrases("done-of-seven", done) }
    return phrases(
      "done-of-meant",
      done,
      ("meant", String(suggestion.tally.counted)),
      ("days", String(suggestion.days))
    )
  }
}

extension PromiseCount {
  /// What there was of each, and nothing of what there was not.
  fileprivate func words(_ phrases: Phrases) -> String {
    let count = { (count: Int) in ("count", String(count)) }
    return [
      kept == 0 ? nil : phrases("count-kept", count(kept)),
      released == 0 ? nil : phrases("count-released", count(released)),
      missed == 0 ? nil : phrases("count-missed", count(missed)),
      open == 0 ? nil : phrases("count-open", count(open)),
      overdue == 0 ? nil : phrases("count-overdue", count(overdue)),
    ].compactMap(\.self).joined(separator: phrases("comma"))
  }
}

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
