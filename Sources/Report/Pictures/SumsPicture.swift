import Application
import Coaching
import Pages

/// What the habits with a number came to, week by week, beside their target.
struct SumsPicture {
  let data: ReportData
  let words: ReportWords

  /// So many bars at most; of more weeks they stand for months, quarters or years.
  private static let mostBars = 60

  private struct Line {
    var measure: HabitMeasure
    var sums: [DecimalNumber?]
    /// What is meant in a week.
    var target: Double?
  }

  private var step: Span.Step { data.span.step(atMost: Self.mostBars, from: .week) }

  private func line(_ measure: HabitMeasure, _ starts: [CivilDate]) -> Line {
    var sums: [DecimalNumber?] = starts.map { _ in nil }
    var place = 0
    for day in data.days(measure) {
      guard let number = day.answer?.number else { continue }
      while place + 1 < starts.count, starts[place + 1] <= day.day { place += 1 }
      sums[place] = (sums[place] ?? 0) + number
    }
    let aim = measure.habit.aim
    let perDay: Double? =
      switch aim.target {
      case .atLeast(let number), .atMost(let number): number.value / Double(aim.frequency.days)
      default: nil
      }
    return Line(measure: measure, sums: sums, target: step == .week ? perDay.map { $0 * 7 } : nil)
  }

  /// Whether its numbers are something to add up: a count, or what has a sum for its target.
  private static func adds(_ measure: HabitMeasure) -> Bool {
    let habit = measure.habit
    if habit.isFormer { return false }
    return habit.question.kind == .count || habit.question.kind == .number && habit.aim.isSum
  }

  var picture: Picture {
    var picture = Picture(.sums, words("sums"))
    let starts = data.span.starts(step, weekStarts: words.weekStarts)
    let lines = data.measures.filter(Self.adds)
      .map { line($0, starts) }.filter { $0.sums.contains { $0 != nil } }
    if lines.isEmpty { return picture }
    picture.lead = [words("sums-lead", ("step", words("per-\(step.rawValue)")))]
    picture.blocks = lines.map { .plot(plot($0, starts)) }
    picture.table = Picture.Table(
      head: [words(step.rawValue)] + lines.map { $0.measure.habit.title(words.phrases) },
      rows: starts.enumerated().map { place, start in
        [words.row(start, step)] + lines.map { $0.sums[place].map(\.description) ?? "–" }
      }
    )
    return picture
  }

  private func plot(_ line: Line, _ starts: [CivilDate]) -> Picture.Plot {
    let values = line.sums.map { $0?.value }
    let known = values.compactMap(\.self)
    let top = max(known.max() ?? 1, line.target ?? 0, 1)
    let scale = LinearScale(downTo: min(0, known.min() ?? 0), upTo: top)
    let band = BandScale(count: starts.count, gap: 0.3)
    var drawing = Drawing()
    var (bars, grid, target, unknown) = (Trace(), Trace(), Trace(), Trace())
    let ticks = scale.ticks(parts: 3)
    for tick in ticks {
      grid.across(at: scale.y(tick))
    }
    for (place, sum) in values.enumerated() {
      guard let sum else {
        unknown.dot(band.middle(place), scale.y(0) - 15)
        continue
      }
      let (top, foot) = (scale.y(max(0, sum)), scale.y(min(0, sum)))
      bars.rectangle(band.start(place), top, width: band.width, height: foot - top)
    }
    if let wanted = line.target {
      target.across(at: scale.y(wanted))
    }
    drawing.add("grid", grid)
    drawing.add("mark", bars)
    drawing.add("unknown-dot", unknown)
    drawing.add("target", target)
    return Picture.Plot(
      drawing: drawing,
      height: 110,
      x: labels(starts, band),
      y: ticks.map { Tick(at: scale.y($0) / 10, label: String(Int($0))) },
      columns: starts.count,
      title: title(line.measure.habit)
    )
  }

  /// A habit with what is meant by it.
  private func title(_ habit: Habit) -> String {
    let meant = words.phrases.words(for: habit.aim, in: habit.question.unit)
    return words.phrases.bracketed(habit.title(words.phrases), meant)
  }

  /// Each bar is labelled where there is room, else one in some.
  private func labels(_ starts: [CivilDate], _ band: BandScale) -> [Tick] {
    let minor = (starts.count + 9) / 10
    let major = starts.count <= 5 ? minor : 2 * minor
    return starts.enumerated().filter { place, _ in place % major == 0 || place % minor == 0 }
      .filter { place, _ in band.middle(place) < 970 || starts.count < 4 }
      .map { place, start in
        let isMinor = place % major != 0
        return Tick(at: band.middle(place) / 10, label: words.label(start, step), isMinor: isMinor)
      }
  }
}
