import Application
import Coaching

/// What changed from the days before.
struct ChangesPicture {
  let data: ReportData
  let words: ReportWords

  /// From so many days that counted on, before and now, a share is one.
  private static let least = 5

  var picture: Picture {
    var picture = Picture(.changes, words("changes"))
    guard let before = data.span.before else { return picture }
    let known = data.changes.filter { $0.before.days >= Self.least && $0.now.days >= Self.least }
    if known.isEmpty {
      // Before the first answer there was nothing to compare with, and there will be nothing.
      let isSome = data.changes.contains { $0.before.days > 0 }
      if isSome { picture.lack = words("changes-lack") }
      return picture
    }
    picture.lead = [
      words(
        "changes-lead",
        ("first", words.date(before.lowerBound)),
        ("last", words.date(before.upperBound))
      )
    ]
    picture.blocks = [
      .rows(known.map(row), axis: axis),
      .key(
        [
          Picture.Key(ring: "dot-before", "dot-blank", words("before")),
          Picture.Key(dot: "dot-now", words("now")),
        ]
      ),
    ]
    picture.table = Picture.Table(
      head: [words("habit"), words("before"), words("now")],
      rows: known.map { change in
        [
          change.habit.title(words.phrases), "\(change.before.done)/\(change.before.counted)",
          "\(change.now.done)/\(change.now.counted)",
        ]
      }
    )
    return picture
  }

  /// Where a share lies on its line.
  private static func x(_ share: Double) -> Double { 20 + share * 960 }

  private var axis: [Tick] {
    [0, 0.5, 1].map { Tick(at: Self.x($0) / 10, label: "\(Int($0 * 100)) %") }
  }

  private func row(_ change: ReportData.Change) -> Picture.Row {
    let (before, now) = (change.before.rate ?? 0, change.now.rate ?? 0)
    let x = Self.x
    var drawing = Drawing()
    var (track, way, old, new) = (Trace(), Trace(), Trace(), Trace())
    track.across(at: 500)
    way.move(to: x(before), 500)
    way.line(to: x(now), 500)
    old.dot(x(before), 500)
    new.dot(x(now), 500)
    drawing.add("grid", track)
    drawing.add("way", way)
    drawing.add("dot-before", old)
    drawing.add("dot-blank", old)
    drawing.add("dot-now", new)
    let percent = [before, now].map { "\(Int(($0 * 100).rounded()))" }
    return Picture.Row(
      label: change.habit.title(words.phrases),
      svg: drawing.svg,
      figure: "\(percent[0]) → \(percent[1]) %"
    )
  }
}
