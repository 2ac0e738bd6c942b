import Application
import Coaching

/// Days as a map of weeks, a column for each: a year, a half of one, a month.
struct DayMap {
  /// What a day is drawn as; the first of a style lies below.
  struct Style: Equatable {
    /// A class of the stylesheet.
    var name: String
    /// How much of its place a day fills, from 0 to 1.
    var size: Double
  }

  let first: CivilDate
  let weeks: Int
  private let svg: String
  private let months: [Tick]
  private let weekdays: [Tick]
  private let title: String

  /// - Parameters:
  ///   - days: The days.
  ///   - title: What stands above it.
  ///   - least: How many weeks there is room for at least: maps beside each other are alike.
  ///   - words: The person's language.
  ///   - style: What a day is drawn as.
  init(
    _ days: ClosedRange<CivilDate>,
    title: String = "",
    atLeast least: Int = 1,
    _ words: ReportWords,
    _ style: (CivilDate) -> Style
  ) {
    let first = days.lowerBound.firstOfWeek(from: words.weekStarts)
    let weeks = max(least, first.days(until: days.upperBound) / 7 + 1)
    (self.first, self.weeks, self.title) = (first, weeks, title)
    var traces: [(style: Style, trace: Trace)] = []
    for number in days.lowerBound.dayNumber...days.upperBound.dayNumber {
      let day = CivilDate(dayNumber: number)
      let place = first.days(until: day)
      let looks = style(day)
      let found = traces.firstIndex { $0.style == looks }
      if found == nil { traces.append((looks, Trace())) }
      let margin = (1 - looks.size) * Self.cell / 2
      let size = Self.cell * looks.size
      traces[found ?? traces.count - 1].trace.rectangle(
        Double(place / 7) * Self.cell + margin,
        Double(place % 7) * Self.cell + margin,
        width: size,
        height: size
      )
    }
    var drawing = Drawing(width: Double(weeks) * Self.cell, height: 7 * Self.cell, isRigid: true)
    for (looks, trace) in traces { drawing.add(looks.name, trace) }
    svg = drawing.svg
    months = Self.months(days, first, weeks, words)
    weekdays = [0, 2, 4].map { row in
      let at = (Double(row) + 0.5) * 100 / 7
      let label = words.weekday(words.weekStarts.adding(days: row))
      return Tick(at: at, label: label, isMinor: weeks > 30 && row == 2)
    }
  }

  /// The size of a day's place in the drawing.
  static let cell = 20.0

  /// The days of a span in maps that stand beside each other where there is room, and below each
  /// other on a telephone: a year in halves, and of many years one map for each.
  static func ranges(of span: Span, weekStarts: Weekday) -> [ClosedRange<CivilDate>] {
    let most = span.count > 380 ? 0 : 27 * 7
    if most == 0 {
      return span.starts(.year, weekStarts: weekStarts).map { start in
        max(start, span.first)...min(start.next(.year).adding(days: -1), span.last)
      }
    }
    guard span.count > most else { return [span.days] }
    let middle = span.first.adding(days: span.count / 2).firstOfWeek(from: weekStarts)
    return [span.first...middle.adding(days: -1), middle...span.last]
  }

  /// A map for each of some ranges, all of one size.
  static func maps(
    of span: Span,
    _ words: ReportWords,
    _ style: (CivilDate) -> Style
  ) -> [DayMap] {
    let ranges = ranges(of: span, weekStarts: words.weekStarts)
    let weeks = ranges.map { $0.lowerBound.days(until: $0.upperBound) / 7 + 2 }.max() ?? 1
    return ranges.map { range in
      let title = ranges.count > 2 ? String(range.lowerBound.year) : ""
      return DayMap(range, title: title, atLeast: min(weeks, 53), words, style)
    }
  }

  private static func months(
    _ days: ClosedRange<CivilDate>,
    _ first: CivilDate,
    _ weeks: Int,
    _ words: ReportWords
  ) -> [Tick] {
    var ticks: [Tick] = []
    let span = Span(.all, from: days.lowerBound, through: days.upperBound)
    for start in span.starts(.month, weekStarts: .monday) {
      let column = max(0, (first.days(until: start) + 6) / 7)
      let at = Double(column) * 100 / Double(weeks)
      // A month of which a week or two are left has no room for its name.
      if column + 2 > weeks, weeks > 3 { continue }
      if let last = ticks.last, at - last.at < 250 / Double(weeks) { ticks.removeLast() }
      ticks.append(Tick(at: at, label: words.label(max(start, days.lowerBound), .month)))
    }
    for place in ticks.indices { ticks[place].isMinor = weeks > 30 && place % 3 != 0 }
    return ticks
  }

  var values: Values {
    var values: Values = [
      "svg": svg, "weeks": weeks, "months": months.map(\.values),
      "weekdays": weekdays.map(\.values),
    ]
    values.put("over", title)
    return values
  }
}

extension Picture.Key {
  /// What a style stands for.
  init(_ style: DayMap.Style, _ label: String) {
    var trace = Trace()
    let size = DayMap.cell * style.size
    let margin = (DayMap.cell - size) / 2
    trace.rectangle(margin, margin, width: size, height: size)
    var drawing = Drawing(width: DayMap.cell, height: DayMap.cell, isRigid: true)
    drawing.add(style.name, trace)
    self.init(svg: drawing.svg, label: label)
  }

  /// What a line stands for.
  init(line style: String, _ label: String) {
    self.init(style, label) { trace in
      trace.move(to: 0, DayMap.cell / 2)
      trace.line(to: DayMap.cell, DayMap.cell / 2)
    }
  }

  /// What a dot stands for.
  init(dot style: String, _ label: String) {
    self.init(style, label) { $0.dot(DayMap.cell / 2, DayMap.cell / 2) }
  }

  /// What a ring stands for: a dot, and on it one that is smaller.
  init(ring outer: String, _ inner: String, _ label: String) {
    var dot = Trace()
    dot.dot(DayMap.cell / 2, DayMap.cell / 2)
    var drawing = Drawing(width: DayMap.cell, height: DayMap.cell, isRigid: true)
    drawing.add(outer, dot)
    drawing.add(inner, dot)
    self.init(svg: drawing.svg, label: label)
  }

  private init(_ style: String, _ label: String, _ draw: (inout Trace) -> Void) {
    var trace = Trace()
    draw(&trace)
    var drawing = Drawing(width: DayMap.cell, height: DayMap.cell, isRigid: true)
    drawing.add(style, trace)
    self.init(svg: drawing.svg, label: label)
  }
}
