import Application
import Coaching
import Pages

/// How strong each habit is, and what made it so.
struct StrengthPicture {
  let data: ReportData
  let words: ReportWords

  /// Of so many days each can be pointed at.
  private static let mostDays = 400
  /// Of more days a path has so many points at most.
  private static let mostPoints = 260
  /// So many rows at most have the numbers of its path.
  private static let mostRows = 31
  /// How many of the last days a table explains, as the command does.
  private static let explained = 14

  private struct Line {
    var measure: HabitMeasure
    var steps: [HabitMeasure.Step]
  }

  private func line(_ measure: HabitMeasure) -> Line {
    var running = HabitMeasure(measure.habit)
    var steps: [HabitMeasure.Step] = []
    for day in measure.days {
      let step = running.add(day)
      if data.drawn.days.contains(day.day) { steps.append(step) }
    }
    return Line(measure: measure, steps: steps)
  }

  var picture: Picture {
    var picture = Picture(.strength, words("strength"))
    var rows: [Picture.Row] = []
    let starts = starts
    var paths = Picture.Table(
      head: [words(step.rawValue)],
      rows: starts.map { [words.row($0, step)] }
    )
    var sums = Picture.Table(
      words("last-days"),
      head: [words("day"), words("habit"), words("state"), words("sum")],
      rows: []
    )
    // One after the other: the days of all of them at once are more than there is room for.
    for measure in data.measures
    where !measure.habit.isFormer && measure.habit.aim.target != .unset {
      let line = line(measure)
      if line.steps.isEmpty { continue }
      rows.append(row(line))
      add(line, to: &paths)
      sums.rows += explained(line)
    }
    if rows.isEmpty { return picture }
    picture.lead = [words("strength-lead")]
    let isDrawn = rows.contains { $0.lack.isEmpty }
    let days = DayScale(data.drawn)
    let axis = days.ticks(words, weekStarts: words.weekStarts, isMiddle: days.isShort)
    picture.blocks = [.rows(rows, axis: isDrawn ? axis : [])]
    picture.tables = [paths, sums]
    return picture
  }

  private var step: Span.Step { data.drawn.step(atMost: Self.mostRows) }
  private var starts: [CivilDate] { data.drawn.starts(step, weekStarts: words.weekStarts) }

  /// Adds how strong a habit was on the last day of each step.
  private func add(_ line: Line, to table: inout Picture.Table) {
    table.head.append(line.measure.habit.title(words.phrases))
    var rest = line.steps[...]
    for (place, start) in starts.enumerated() {
      let part = rest.prefix { $0.day.day < start.next(step) }
      rest = rest.dropFirst(part.count)
      let known = line.measure.strength == nil ? nil : part.last
      table.rows[place].append(known.map { "\(Int(($0.after * 100).rounded())) %" } ?? "–")
    }
  }

  private func row(_ line: Line) -> Picture.Row {
    let title = line.measure.habit.title(words.phrases)
    guard let strength = line.measure.strength else {
      let lack = line.measure.lack.map(words.lack) ?? words.lack(.days(1))
      return Picture.Row(label: title, svg: "", figure: "", lack: lack)
    }
    let days = DayScale(data.drawn)
    var drawing = Drawing()
    var (base, path, area) = (Trace(), Trace(), Trace())
    base.across(at: 1000 - HabitMeasure.standsFrom * 1000)
    let every = max(1, line.steps.count / Self.mostPoints)
    let points = line.steps.enumerated().filter { place, _ in
      place % every == 0 || place + 1 == line.steps.count
    }.map { _, step in (x: days.middle(step.day.day), y: 990 - step.after * 980) }
    path.line(through: points)
    if let first = points.first, let last = points.last {
      area.move(to: first.x, 1000)
      for point in points { area.line(to: point.x, point.y) }
      area.line(to: last.x, 1000)
      area.close()
    }
    drawing.add("band", area)
    drawing.add("grid", base)
    drawing.add("line", path)
    return Picture.Row(
      label: title,
      svg: drawing.svg,
      figure: "\(strength.shown) %",
      more: line.steps.count <= Self.mostDays ? more(line) : []
    )
  }

  /// What a script makes the line of a day of: its state, what was reached, and the strength.
  private func more(_ line: Line) -> [(name: String, value: String)] {
    let days = line.steps.map { step in
      let share = step.share.map { String(Int(($0 * 100).rounded())) } ?? ""
      let letter = DayState.allCases.firstIndex(of: step.day.state) ?? 0
      return "\(letter),\(share),\(Int((step.after * 10_000).rounded()))"
    }
    let retentions = line.steps.map { Int(($0.retention * 10_000).rounded()) }
    var runs: [String] = []
    for (place, kept) in retentions.enumerated() where place == 0 || kept != retentions[place - 1] {
      runs.append("\(place):\(kept)")
    }
    return [
      ("first", line.steps[0].day.day.description),
      ("before", String(Int((line.steps[0].before * 10_000).rounded()))),
      ("kept", runs.joined(separator: " ")),
      ("days", days.joined(separator: " ")),
      ("span", "\(data.drawn.first) \(data.drawn.count)"),
      ("states", DayState.allCases.map(words.phrases.words).joined(separator: "|")),
    ]
  }

  /// The last days of a habit, each with its sum.
  private func explained(_ line: Line) -> [[String]] {
    line.steps.suffix(Self.explained).map { step in
      [
        step.day.day.description, line.measure.habit.title(words.phrases),
        words.phrases.words(for: step.day.state), step.sum,
      ]
    }
  }
}
