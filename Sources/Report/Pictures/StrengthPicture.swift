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
  /// How many of the last days a table explains, as the command does.
  private static let explained = 14

  private struct Line {
    var measure: HabitMeasure
    var steps: [HabitMeasure.Step]
  }

  private var lines: [Line] {
    data.measures.filter { !$0.habit.isFormer && $0.habit.aim.target != .unset }.map { measure in
      var running = HabitMeasure(measure.habit)
      let steps = measure.days.map { running.add($0) }.filter {
        data.span.days.contains($0.day.day)
      }
      return Line(measure: measure, steps: steps)
    }.filter { !$0.measure.days.isEmpty && !$0.steps.isEmpty }
  }

  var picture: Picture {
    var picture = Picture(.strength, words("strength"))
    let lines = lines
    if lines.isEmpty { return picture }
    picture.lead = [words("strength-lead")]
    picture.blocks = [.rows(lines.map(row))]
    picture.table = table(lines)
    return picture
  }

  private func row(_ line: Line) -> Picture.Row {
    let title = line.measure.habit.title(words.phrases)
    guard let strength = line.measure.strength else {
      let lack = line.measure.lack.map(words.lack) ?? words.lack(.days(1))
      return Picture.Row(label: title, svg: "", figure: "", lack: lack)
    }
    let days = DayScale(data.span)
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
      ("span", "\(data.span.first) \(data.span.count)"),
      ("states", DayState.allCases.map(words.phrases.words).joined(separator: "|")),
    ]
  }

  /// The last days of each habit, each with its sum.
  private func table(_ lines: [Line]) -> Picture.Table {
    Picture.Table(
      head: [words("day"), words("habit"), words("state"), words("sum")],
      rows: lines.flatMap { line in
        line.steps.suffix(Self.explained).map { step in
          [
            step.day.day.description, line.measure.habit.title(words.phrases),
            words.phrases.words(for: step.day.state), step.sum,
          ]
        }
      }
    )
  }
}
