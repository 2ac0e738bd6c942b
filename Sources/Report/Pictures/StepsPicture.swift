import Application
import Coaching

/// The four steps, a small calendar for each.
struct StepsPicture {
  let data: ReportData
  let words: ReportWords

  private static let done = DayMap.Style(name: "mark", size: 0.84)
  private static let not = DayMap.Style(name: "hollow", size: 0.62)
  private static let unknown = DayMap.Style(name: "none", size: 0.25)

  var picture: Picture {
    var picture = Picture(.steps, words.phrases("four-steps"))
    guard let days = data.steps, days.contains(where: { $0.four.known > 0 }) else {
      return picture
    }
    let first = data.dayByDay.first
    let known = (0..<4).filter { step in days.contains { $0.four.steps[step] != nil } }
    picture.lead = (0..<4).filter { !known.contains($0) }.map { step in
      words.sentence(words("step-unknown", ("step", words("step-\(step + 1)"))))
    }
    picture.blocks = [
      .calendars(
        known.map { step in
          let known = days.compactMap { $0.four.steps[step] }
          let title = words(
            "step-title",
            ("step", words("step-\(step + 1)")),
            ("done", String(known.count { $0 })),
            ("known", String(known.count))
          )
          return DayMap(data.dayByDay.days, title: title, words) { day in
            let done = days[first.days(until: day)].four.steps[step]
            return done.map { $0 ? Self.done : Self.not } ?? Self.unknown
          }
        }
      ),
      .key(
        [
          Picture.Key(Self.done, words.phrases("state-done")),
          Picture.Key(Self.not, words("step-not")),
          Picture.Key(Self.unknown, words.phrases("state-unknown")),
        ]
      ),
    ]
    if data.dayByDay.count < data.drawn.count { picture.lead.append(words("last-year-only")) }
    picture.table = table(days)
    return picture
  }

  private func table(_ days: [StepDay]) -> Picture.Table {
    let step = data.dayByDay.step(atMost: 60)
    let rows = data.dayByDay.starts(step, weekStarts: words.weekStarts).map { start in
      let part = days.filter { $0.day >= start && $0.day < start.next(step) }
      return [words.row(start, step)]
        + (0..<4).map { number in
          let known = part.compactMap { $0.four.steps[number] }
          return known.isEmpty ? "–" : "\(known.count { $0 })/\(known.count)"
        }
    }
    return Picture.Table(
      head: [words(step.rawValue)] + (1...4).map { words("step-\($0)") },
      rows: rows
    )
  }
}
