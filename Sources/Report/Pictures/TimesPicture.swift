import Application
import Coaching

/// Lights-out and get-up over time, each with the mean of four weeks on the clock's circle and how
/// far the nights lie around it.
struct TimesPicture {
  let data: ReportData
  let words: ReportWords

  /// As in the measures: 28 nights are looked at together, and seven of them have to be known.
  private static let window = SleepMeasure.windowNights
  private static let least = SleepMeasure.leastNights
  /// So many nights have a large dot, and so many a dot at all.
  private static let fewDots = 45
  private static let mostDots = 400

  private struct Series {
    var title: String
    var days: [(day: CivilDate, time: CivilTime)]
    /// The mean with its spread in hours, at the last day of each week.
    var means: [(day: CivilDate, mean: Double, spread: Double)]
    var middle: Double
  }

  private func series(_ id: String, _ title: String) -> Series {
    let all = (data.measure(id)?.days ?? []).filter { $0.day <= data.drawn.last }
    let known = all.compactMap { day in day.time.map { (day: day.day, time: $0) } }
    let inSpan = known.filter { $0.day >= data.drawn.first }
    let middle = CircularMean(inSpan.map(\.time)).meanHours ?? 0
    var means: [(day: CivilDate, mean: Double, spread: Double)] = []
    var (from, to) = (0, 0)
    let every = data.drawn.count > 2000 ? 28 : data.drawn.count > 60 ? 7 : 1
    for number in stride(from: data.drawn.count - 1, through: 0, by: -every).reversed() {
      let day = data.drawn.first.adding(days: number)
      let first = day.adding(days: 1 - Self.window)
      while to < known.count, known[to].day <= day { to += 1 }
      while from < to, known[from].day < first { from += 1 }
      guard to - from >= Self.least else { continue }
      let circle = CircularMean(known[from..<to].map(\.time))
      guard let mean = circle.meanHours, let spread = circle.deviationHours else { continue }
      means.append((day, middle + Clock24.difference(mean - middle), spread))
    }
    return Series(title: title, days: inSpan, means: means, middle: middle)
  }

  var picture: Picture {
    var picture = Picture(.times, words("times"))
    let both = [
      series(Habit.sleep, words("lights-out")), series(Habit.getUp, words("get-up")),
    ].filter { !$0.days.isEmpty }
    if both.isEmpty { return picture }
    for series in both {
      guard let last = series.means.last else {
        let missing = max(1, Self.least - series.days.count)
        let lack = words.lack(.nights(missing))
        picture.lead.append(words.sentence(words.phrases.labelled(series.title, lack)))
        continue
      }
      picture.lead.append(
        words(
          "times-lead",
          ("title", series.title),
          ("time", ReportWords.clock(hours: last.mean)),
          ("minutes", String(Int((last.spread * 60).rounded())))
        )
      )
    }
    picture.blocks = both.filter { !$0.means.isEmpty }.map { .plot(plot($0)) }
    if !picture.blocks.isEmpty { picture.blocks.append(.key(keys)) }
    picture.table = table(both)
    return picture
  }

  private func plot(_ series: Series) -> Picture.Plot {
    let days = DayScale(data.drawn)
    let dots = series.days.map { ($0.day, ClockScale.hours($0.time, near: series.middle)) }
    let hours =
      series.means.flatMap { [$0.mean - $0.spread, $0.mean + $0.spread] } + inner(dots.map(\.1))
    let scale = ClockScale(around: hours, margin: 0.25)
    var drawing = Drawing()
    var (grid, band, line, marks) = (Trace(), Trace(), Trace(), Trace())
    let ticks = scale.ticks(atMost: 5)
    for tick in ticks {
      grid.across(at: tick.at * 10)
    }
    for (place, mean) in series.means.enumerated() {
      let (x, y) = (days.middle(mean.day), scale.place(mean.mean - mean.spread))
      if place == 0 { band.move(to: x, y) } else { band.line(to: x, y) }
    }
    for mean in series.means.reversed() {
      band.line(to: days.middle(mean.day), scale.place(mean.mean + mean.spread))
    }
    band.close()
    line.line(through: series.means.map { (days.middle($0.day), scale.place($0.mean)) })
    if series.days.count <= Self.mostDots {
      for dot in dots where (0...1).contains(scale.share(dot.1)) {
        marks.dot(days.middle(dot.0), scale.place(dot.1))
      }
    }
    drawing.add("grid", grid)
    drawing.add("band", band)
    drawing.add(dot, marks)
    drawing.add("line", line)
    return Picture.Plot(
      drawing: drawing,
      height: 170,
      x: days.ticks(words, weekStarts: words.weekStarts, isMiddle: days.isShort),
      y: ticks,
      title: series.title
    )
  }

  /// Without the few that lie far out, which would press all others together; at most one in fifty.
  private func inner(_ hours: [Double]) -> [Double] {
    let sorted = hours.sorted()
    let cut = sorted.count / 50
    return Array(sorted.dropFirst(cut).dropLast(cut))
  }

  private var dot: String { data.drawn.count <= Self.fewDots ? "dot-soft" : "dots" }

  private var keys: [Picture.Key] {
    var keys = [
      Picture.Key(line: "line", words("times-mean")),
      Picture.Key(DayMap.Style(name: "band", size: 0.9), words("times-spread")),
    ]
    if data.drawn.count <= Self.mostDots {
      keys.append(Picture.Key(dot: dot, words("times-night")))
    }
    return keys
  }

  private func table(_ both: [Series]) -> Picture.Table {
    let step = data.drawn.step(atMost: 60, from: .week)
    let rows = data.drawn.starts(step, weekStarts: words.weekStarts).map { start in
      [words.row(start, step)]
        + both.flatMap { series in
          let end = start.next(step)
          guard let mean = series.means.last(where: { $0.day >= start && $0.day < end }) else {
            return ["–", "–"]
          }
          return [ReportWords.clock(hours: mean.mean), String(Int((mean.spread * 60).rounded()))]
        }
    }
    return Picture.Table(
      head: [words(step.rawValue)] + both.flatMap { [$0.title, words("spread-minutes")] },
      rows: rows
    )
  }
}
