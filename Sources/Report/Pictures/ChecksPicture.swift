import Application
import Coaching

/// The five obstacles and the other self-checks, as paths on their lines.
struct ChecksPicture {
  let data: ReportData
  let words: ReportWords

  /// From so many answers on there is a path.
  private static let least = 2
  /// So many numbers of each path are told, the latest: weekly ones of a year.
  private static let mostNumbers = 53

  private var axis: [Tick] {
    let days = DayScale(data.drawn)
    return days.ticks(words, weekStarts: words.weekStarts, isMiddle: days.isShort)
  }

  var picture: Picture {
    var picture = Picture(.checks, words("checks"))
    let lines = data.checks.lines
    if lines.isEmpty { return picture }
    picture.lead = [words("checks-lead")]
    for line in lines {
      if !line.standsAlone { picture.blocks.append(.words(line.title)) }
      let isDrawn = line.paths.contains { $0.places.count >= Self.least }
      picture.blocks.append(.rows(line.paths.map(row), axis: isDrawn ? axis : []))
    }
    picture.table = Picture.Table(
      head: [words("check"), words("question"), words("answers")],
      rows: lines.flatMap { line in
        line.paths.map { path in
          let answers = path.places.suffix(Self.mostNumbers).map { "\($0.day): \($0.number)" }
          return [line.title, path.title, answers.joined(separator: words.phrases("list-comma"))]
        }
      }
    )
    return picture
  }

  private func row(_ path: SelfCheckHistory.Path) -> Picture.Row {
    let last = path.places.last.map { String($0.number) } ?? ""
    guard path.places.count >= Self.least else {
      let more = words.count("lack-answers", Self.least - path.places.count)
      return Picture.Row(label: path.title, svg: "", figure: last, lack: more)
    }
    let days = DayScale(data.drawn)
    let scale = LinearScale(0, 10)
    var drawing = Drawing()
    var (ends, trace, dots) = (Trace(), Trace(), Trace())
    for number in [0.0, 10] {
      ends.across(at: 20 + scale.y(number) * 0.96)
    }
    let points = path.places.map { place in
      (x: days.middle(place.day), y: 20 + scale.y(min(10, Double(place.number))) * 0.96)
    }
    trace.line(through: points)
    if points.count <= 60 { for point in points { dots.dot(point.x, point.y) } }
    drawing.add("grid", ends)
    drawing.add("line", trace)
    drawing.add("dot", dots)
    return Picture.Row(label: path.title, svg: drawing.svg, figure: last)
  }
}
