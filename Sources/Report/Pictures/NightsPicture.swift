import Application
import Coaching

/// When the light was out: one line a night.
struct NightsPicture {
  let data: ReportData
  let words: ReportWords

  /// So many nights have a line each; of more a line is a week's middle.
  static let mostLines = 400

  /// A line: a night, or what the nights of a week are around.
  private struct Line {
    var day: CivilDate
    var down: Double?
    var up: Double?
    var wish: Double?
    var tolerance: Double
    var isFree: Bool
    var isAway: Bool
    /// From when until when, in hours.
    var naps: [(from: Double, until: Double)] = []
  }

  /// The hour around which lights-out lies.
  let middle: Double

  init(data: ReportData, words: ReportWords) {
    (self.data, self.words) = (data, words)
    let times = data.nights.compactMap(\.down)
    let wishes = data.nights.compactMap(\.wish)
    let mean = CircularMean(times.isEmpty ? wishes : times).meanHours ?? 23
    middle = mean < 12 ? mean : mean - 24
  }

  private func hours(_ night: ReportData.Night) -> (down: Double?, up: Double?, wish: Double?) {
    let down = night.down.map { ClockScale.hours($0, near: middle) }
    let up = night.up.map { time in
      let hours = ClockScale.hours(time, near: middle + 8)
      // One gets up after the light went out.
      return hours > (down ?? -100) ? hours : hours + 24
    }
    return (down, up, night.wish.map { ClockScale.hours($0, near: middle) })
  }

  /// The naps of a day lie before its evening.
  private func naps(_ night: ReportData.Night) -> [(from: Double, until: Double)] {
    night.naps.map { nap in
      let from = ClockScale.hours(nap.from, near: middle - 8)
      return (from, from + Double(nap.minutes) / 60)
    }
  }

  private var lines: [Line] {
    if data.nights.count <= Self.mostLines {
      return data.nights.map { night in
        let hours = hours(night)
        return Line(
          day: night.evening,
          down: hours.down,
          up: hours.up,
          wish: hours.wish,
          tolerance: Double(night.tolerance) / 60,
          isFree: night.isFree,
          isAway: night.isAway,
          naps: naps(night)
        )
      }
    }
    return stride(from: 0, to: data.nights.count, by: 7).map { start in
      week(Array(data.nights[start..<min(start + 7, data.nights.count)]))
    }
  }

  /// What the nights of a week are around; unknown where fewer than four are known.
  private func week(_ nights: [ReportData.Night]) -> Line {
    let all = nights.map(hours)
    func mean(_ hours: [Double]) -> Double? {
      hours.count < 4 ? nil : hours.reduce(0, +) / Double(hours.count)
    }
    return Line(
      day: nights[0].evening,
      down: mean(all.compactMap(\.down)),
      up: mean(all.compactMap(\.up)),
      wish: all.compactMap(\.wish).first,
      tolerance: Double(nights[0].tolerance) / 60,
      isFree: false,
      isAway: nights.allSatisfy(\.isAway)
    )
  }

  var picture: Picture {
    var picture = Picture(.nights, words("nights"))
    let known = data.nights.count { $0.down != nil || $0.up != nil }
    if known == 0 { return picture }
    let lines = lines
    let times =
      lines.flatMap { [$0.down, $0.up, $0.wish] }.compactMap(\.self)
      + lines.flatMap(\.naps).map(\.from)
    let scale = ClockScale(around: times)
    let count = ("count", String(known))
    picture.lead = [words("nights-lead", count, ("nights", String(data.nights.count)))]
    if lines.count < data.nights.count { picture.lead.append(words("nights-weeks")) }
    picture.blocks = [.plot(plot(lines, scale)), .key(keys)]
    picture.table = table
    return picture
  }

  private func plot(_ lines: [Line], _ scale: ClockScale) -> Picture.Plot {
    // Ten units a line, so that nothing is rounded.
    var drawing = Drawing(height: Double(lines.count) * 10)
    drawGround(lines, scale, &drawing)
    drawNights(lines, scale, &drawing)
    drawing.add("wish-edge", edges(lines, scale))
    drawing.add("event", events)
    return Picture.Plot(
      drawing: drawing,
      height: max(120, lines.count * Self.points(of: lines.count)),
      x: minor(scale.ticks(atMost: 9)),
      y: dates(lines),
      marks: marks,
      lines: table.rows.count == lines.count ? lines.count : 0
    )
  }

  /// How high a line is, in points: whole ones, so that all are alike.
  private static func points(of count: Int) -> Int {
    switch count {
    case ...14: 22
    case ...45: 16
    case ...120: 6
    case ...220: 3
    case ...mostLines: 2
    default: 1
    }
  }

  /// What lies behind the nights: the wishes, the days away, the hours.
  private func drawGround(_ lines: [Line], _ scale: ClockScale, _ drawing: inout Drawing) {
    let step = 10.0
    var (grid, wish, away) = (Trace(), Trace(), Trace())
    for tick in scale.ticks(atMost: 9) {
      grid.move(to: tick.at * 10, 0)
      grid.line(to: tick.at * 10, drawing.height)
    }
    for (place, line) in lines.enumerated() {
      let top = Double(place) * step
      if let hour = line.wish {
        let (left, right) = (scale.place(hour), scale.place(hour + line.tolerance))
        wish.rectangle(left, top, width: max(3, right - left), height: step)
      }
      if line.isAway { away.rectangle(0, top, width: 1000, height: step) }
    }
    drawing.add("away", away)
    drawing.add("wish", wish)
    drawing.add("grid", grid)
  }

  private func drawNights(_ lines: [Line], _ scale: ClockScale, _ drawing: inout Drawing) {
    let gap = lines.count > 120 ? 0.0 : 2.5
    var (work, free, open, ends) = (Trace(), Trace(), Trace(), Trace())
    var naps = Trace()
    for (place, line) in lines.enumerated() {
      let top = Double(place) * 10 + gap / 2
      for nap in line.naps {
        let left = scale.place(nap.from)
        let width = max(4, scale.place(nap.until) - left)
        naps.rectangle(left, top, width: width, height: 10 - gap)
      }
      switch (line.down, line.up) {
      case (let down?, let up?):
        let (left, right) = (scale.place(down), scale.place(up))
        var bar = Trace()
        bar.rectangle(left, top, width: right - left, height: 10 - gap)
        if line.isFree { free.add(bar) } else { work.add(bar) }
      case (let hour?, nil), (nil, let hour?): ends.dot(scale.place(hour), Double(place) * 10 + 5)
      case (nil, nil):
        if line.isAway { continue }
        open.across(at: Double(place) * 10 + 5)
      }
    }
    if lines.count <= 120 { drawing.add("unknown", open) }
    drawing.add("mark", work)
    drawing.add("free", free)
    drawing.add("soft", naps)
    drawing.add(lines.count <= 120 ? "dot" : "dots", ends)
  }

  /// Both ends of what is still on time, over the nights that would hide them.
  private func edges(_ lines: [Line], _ scale: ClockScale) -> Trace {
    var trace = Trace()
    for reach in [0.0, 1] {
      let hours = lines.map { line in line.wish.map { $0 + reach * line.tolerance } }
      var place = 0
      while place < hours.count {
        let end = hours[place...].firstIndex { $0 != hours[place] } ?? hours.count
        if let hour = hours[place] {
          trace.move(to: scale.place(hour), Double(place) * 10)
          trace.line(to: scale.place(hour), Double(end) * 10)
        }
        place = end
      }
    }
    return trace
  }

  /// Every other hour is left out on a telephone.
  private func minor(_ ticks: [Tick]) -> [Tick] {
    ticks.enumerated().map { place, tick in
      Tick(at: tick.at, label: tick.label, isMinor: ticks.count > 5 && place % 2 == 1)
    }
  }

  private func dates(_ lines: [Line]) -> [Tick] {
    let scale = DayScale(data.drawn)
    return scale.ticks(words, weekStarts: words.weekStarts, isMiddle: lines.count <= 45)
      .map { Tick(at: $0.at, label: $0.label, isMinor: $0.isMinor && lines.count > 120) }
  }

  /// Lines where the clock or the zone changed.
  private var events: Trace {
    var trace = Trace()
    for (place, night) in data.nights.enumerated() where night.shift != 0 || night.arrival != nil {
      let y = Double(place) * 10
      trace.across(at: y)
    }
    return trace
  }

  /// What changed there; of some that lie close together the first has room.
  private var marks: [Tick] {
    var marks: [Tick] = []
    for (place, night) in data.nights.enumerated() {
      let at = Double(place) * 100 / Double(data.nights.count)
      // A line of words is sixteen points high.
      let height = Double(data.nights.count * Self.points(of: data.nights.count))
      if let last = marks.last, (at - last.at) * height < 1700 { continue }
      if let zone = night.arrival {
        let city = zone.split(separator: "/").last.map(String.init) ?? zone
        marks.append(Tick(at: at, label: city.replacing("_", with: " ").printable))
      } else if night.shift != 0 {
        let word = night.shift > 0 ? "clock-forward" : "clock-back"
        marks.append(Tick(at: at, label: words(word)))
      }
    }
    return marks
  }

  private var keys: [Picture.Key] {
    func key(_ style: String, _ label: String, size: Double = 0.5) -> Picture.Key {
      Picture.Key(DayMap.Style(name: style, size: size), words(label))
    }
    let isSingle = data.nights.count <= Self.mostLines
    let isFree = data.nights.contains { $0.isFree && $0.down != nil && $0.up != nil }
    var keys = [key("mark", isSingle && isFree ? "night-work" : "night-any", size: 0.7)]
    if isSingle && isFree { keys.append(key("free", "night-free", size: 0.7)) }
    if data.nights.contains(where: { $0.wish != nil }) {
      keys.append(key("wish", "night-wish", size: 0.9))
    }
    if data.nights.contains(where: { ($0.down == nil) != ($0.up == nil) }) {
      keys.append(Picture.Key(dot: "dot", words("night-end")))
    }
    if data.nights.contains(where: { !$0.naps.isEmpty }), isSingle {
      keys.append(key("soft", "nap", size: 0.7))
    }
    if data.nights.contains(where: \.isAway) { keys.append(key("away", "away", size: 0.9)) }
    keys.append(key("none", "night-unknown", size: 0.2))
    return keys
  }

  /// Each night; of more than two months the weeks.
  private var table: Picture.Table {
    if data.nights.count <= 62 {
      return Picture.Table(
        head: [
          words("evening"), words("lights-out"), words("get-up"), words("wish"),
          words("nap-minutes"),
        ],
        rows: data.nights.map { night in
          [
            night.evening.description, night.down?.description ?? "–",
            night.up?.description ?? "–", night.wish?.description ?? "–",
            night.naps.isEmpty ? "–" : String(night.naps.reduce(0) { $0 + $1.minutes }),
          ]
        }
      )
    }
    let step = data.drawn.step(atMost: 60, from: .week)
    let rows = data.drawn.starts(step, weekStarts: words.weekStarts).map { start in
      let nights = data.nights.filter { $0.evening >= start && $0.evening < start.next(step) }
      let times = [nights.compactMap(\.down), nights.compactMap(\.up)]
      return [words.row(start, step)]
        + times.flatMap { times in
          [String(times.count), CircularMean(times).mean?.description ?? "–"]
        }
    }
    return Picture.Table(
      head: [
        words(step.rawValue), words("nights-known"), words("lights-out-middle"),
        words("mornings-known"), words("get-up-middle"),
      ],
      rows: rows
    )
  }
}
