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

  /// Of so many days each has a bar.
  private static let mostDays = 14

  private var step: Span.Step {
    data.drawn.count <= Self.mostDays ? .day : data.drawn.step(atMost: Self.mostBars, from: .week)
  }

  private func line(_ measure: HabitMeasure, _ starts: [CivilDate]) -> Line {
    var sums: [DecimalNumber?] = starts.map { _ in nil }
    var place = 0
    for day in data.days(measure) {
      guard let number = day.answer?.number else { continue }
      while place + 1 < starts.count, starts[place + 1] <= day.day { place += 1 }
      sums[place] = (sums[place] ?? 0) + number
    }
    let aim = measure.habit.aim
    return Line(measure: measure, sums: sums, target: target(aim))
  }

  /// What is meant in each step; nil where that follows from no target.
  private func target(_ aim: Aim) -> Double? {
    let number: DecimalNumber
    switch aim.target {
    case .atLeast(let least): number = least
    case .atMost(let most): number = most
    default: return nil
    }
    switch step {
    case .day: return aim.frequency.days == 1 ? number.value : nil
    case .week: return number.value * 7 / Double(aim.frequency.days)
    case .month, .quarter, .year: return nil
    }
  }

  /// Whether its numbers are something to add up: a count, or what has a sum for its target.
  private static func adds(_ measure: HabitMeasure) -> Bool {
    let habit = measure.habit
    if habit.isFormer { return false }
    return habit.question.kind == .count || habit.question.kind == .number && habit.aim.isSum
  }

  var picture: Picture {
    var picture = Picture(.sums, words("sums"))
    let starts = data.drawn.starts(step, weekStarts: words.weekStarts)
    let lines = data.measures.filter(Self.adds)
      .map { line($0, starts) }.filter { $0.sums.contains { $0 != nil } }
    if lines.isEmpty { return picture }
    picture.lead = [words("sums-lead", ("step", words("per-\(step.rawValue)")))]
    if lines.contains(where: { $0.target != nil }) { picture.lead.append(words("sums-target")) }
    picture.blocks = lines.map { .plot(plot($0, starts)) }
    if starts.contains(where: isPart) {
      let style = DayMap.Style(name: "soft", size: 0.7)
      let label = words("sums-part", ("step", words("per-\(step.rawValue)")))
      picture.blocks.append(.key([Picture.Key(style, label)]))
    }
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
    var (bars, parts, grid) = (Trace(), Trace(), Trace())
    var (target, unknown) = (Trace(), Trace())
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
      var bar = Trace()
      bar.rectangle(band.start(place), top, width: band.width, height: foot - top)
      if isPart(starts[place]) { parts.add(bar) } else { bars.add(bar) }
    }
    if let wanted = line.target {
      target.across(at: scale.y(wanted))
    }
    drawing.add("grid", grid)
    drawing.add("mark", bars)
    drawing.add("soft", parts)
    drawing.add("unknown-dot", unknown)
    drawing.add("target", target)
    return Picture.Plot(
      drawing: drawing,
      height: 110,
      x: labels(starts, band),
      y: ticks.map { Tick(at: scale.y($0) / 10, label: String(Int($0))) },
      columns: starts.count,
      title: title(line)
    )
  }

  /// Whether only some days of a step are looked at, so that its sum says less than the others.
  private func isPart(_ start: CivilDate) -> Bool {
    start < data.drawn.first || start.next(step) > data.drawn.last.adding(days: 1)
  }

  /// A habit with what is meant by it, and by its line where that is something else.
  private func title(_ line: Line) -> String {
    let habit = line.measure.habit
    var meant = words.phrases.words(for: habit.aim, in: habit.question.unit)
    if step == .week, habit.aim.frequency.days != 7, let target = line.target {
      let number = words.number(target)
      meant = words("sums-line", ("meant", meant), ("number", number))
    }
    return words.phrases.bracketed(habit.title(words.phrases), meant)
  }

  /// Each bar is labelled where there is room, else where something of the calendar begins.
  private func labels(_ starts: [CivilDate], _ band: BandScale) -> [Tick] {
    let last = starts[starts.count - 1].next(step).adding(days: -1)
    if starts.count > Self.mostLabels, step == .week || step == .day {
      return DayScale(starts[0]...last).ticks(words, weekStarts: words.weekStarts)
    }
    let isYears = starts.count > Self.mostLabels && step != .year
    let named = starts.indices.filter { !isYears || starts[$0].month == 1 }
    let minor = (named.count + 9) / 10
    let major = named.count <= 5 ? minor : 2 * minor
    return named.enumerated().filter { number, _ in number % minor == 0 }
      .filter { _, place in band.middle(place) < 970 || starts.count < 4 }
      .map { number, place in
        let label = words.label(starts[place], isYears ? .year : step)
        return Tick(at: band.middle(place) / 10, label: label, isMinor: number % major != 0)
      }
  }

  /// So many bars have a label each.
  private static let mostLabels = 14
}
