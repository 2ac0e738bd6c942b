import Application
import Coaching

/// What each day of all habits together came to.
struct YearPicture {
  let data: ReportData
  let words: ReportWords

  private static let unknown = DayMap.Style(name: "none", size: 0.25)
  /// Told apart by size and by lightness, not by hue.
  private static let styles = [
    DayMap.Style(name: "level-0", size: 0.5), DayMap.Style(name: "level-1", size: 0.46),
    DayMap.Style(name: "level-2", size: 0.66), DayMap.Style(name: "level-3", size: 0.88),
  ]

  private static func style(_ share: Double?) -> DayMap.Style {
    switch share {
    case nil: unknown
    case 0?: styles[0]
    case let share? where share < 0.5: styles[1]
    case let share? where share < 1: styles[2]
    default: styles[3]
    }
  }

  var picture: Picture {
    var picture = Picture(.year, words("each-day"))
    let known = data.review.days.count { $0.counted > 0 }
    // A week is read from the bars above it.
    guard data.drawn.count > 7, known > 0 else { return picture }
    picture.lead = [words("year-lead", ("known", "\(known)"), ("days", "\(data.drawn.count)"))]
    picture.blocks = [
      .calendars(
        DayMap.maps(of: data.drawn, words) { day in
          Self.style(data.review.days[data.span.first.days(until: day)].share)
        }
      ),
      .key(
        [
          Picture.Key(Self.unknown, words("nothing-counted")),
          Picture.Key(Self.styles[0], words("share-none")),
          Picture.Key(Self.styles[1], words("share-less")),
          Picture.Key(Self.styles[2], words("share-more")),
          Picture.Key(Self.styles[3], words("share-all")),
        ]
      ),
    ]
    picture.table = table
    return picture
  }

  private var table: Picture.Table {
    let step = data.span.step(atMost: 60)
    let starts = data.span.starts(step, weekStarts: words.weekStarts)
    var rows = starts.map { (day: $0, done: 0, counted: 0) }
    var place = 0
    for day in data.review.days {
      while place + 1 < rows.count, rows[place + 1].day <= day.day { place += 1 }
      rows[place].done += day.done
      rows[place].counted += day.counted
    }
    return Picture.Table(
      head: [words(step.rawValue), words("done"), words("counted")],
      rows: rows.map { [words.row($0.day, step), String($0.done), String($0.counted)] }
    )
  }
}
