import Application
import Coaching

/// How the offers of help went.
struct OffersPicture {
  let data: ReportData
  let words: ReportWords

  /// What became of an offer, told apart by shape as well.
  private enum Kind: String, CaseIterable {
    case taken, declined
    case couldNot = "could-not"
    case none

    init?(_ answer: Answer?) {
      switch answer {
      case .outcome(.taken)?: self = .taken
      case .outcome(.declined)?: self = .declined
      case .outcome(.couldNot)?: self = .couldNot
      case .noOccasion?: self = .none
      default: return nil
      }
    }

    var style: DayMap.Style {
      switch self {
      case .taken: DayMap.Style(name: "mark", size: 0.86)
      case .declined: DayMap.Style(name: "soft", size: 0.86)
      case .couldNot: DayMap.Style(name: "hollow", size: 0.62)
      case .none: DayMap.Style(name: "hollow-soft", size: 0.4)
      }
    }
  }

  private static let unknown = DayMap.Style(name: "none", size: 0.22)

  private var days: [(day: CivilDate, kind: Kind)] {
    let measure = data.measures.first { $0.habit.question.also == .circle }
    return data.days(measure).compactMap { day in Kind(day.answer).map { (day.day, $0) } }
  }

  var picture: Picture {
    var picture = Picture(.offers, words("offers"))
    let days = days
    if days.isEmpty { return picture }
    let counts = Kind.allCases.map { kind in days.count { $0.kind == kind } }
    let most = Double(counts.max() ?? 1)
    let offered = counts[0] + counts[1]
    picture.lead = [
      words("offers-lead", ("made", String(offered)), ("welcome", String(counts[0])))
    ]
    picture.blocks = [
      .rows(
        zip(Kind.allCases, counts).map { kind, count in
          Picture.Row(
            label: words("offer-\(kind.rawValue)"),
            svg: Drawing.bar(Double(count) / most, style: kind.style.name),
            figure: String(count)
          )
        }
      )
    ]
    if data.drawn.count > 7 { picture.blocks += calendars(days) }
    picture.table = table(days)
    return picture
  }

  private func calendars(_ days: [(day: CivilDate, kind: Kind)]) -> [Picture.Block] {
    var kinds: [Kind?] = data.span.all.map { _ in nil }
    for day in days { kinds[data.span.first.days(until: day.day)] = day.kind }
    return [
      .calendars(
        DayMap.maps(of: data.drawn, words) { day in
          kinds[data.span.first.days(until: day)]?.style ?? Self.unknown
        }
      ),
      .key(
        Kind.allCases.map { Picture.Key($0.style, words("offer-\($0.rawValue)")) }
          + [Picture.Key(Self.unknown, words.phrases("state-unknown"))]
      ),
    ]
  }

  private func table(_ days: [(day: CivilDate, kind: Kind)]) -> Picture.Table {
    let step = data.span.step(atMost: 60, from: data.span.count > 31 ? .week : .day)
    var rest = days[...]
    let rows = data.span.starts(step, weekStarts: words.weekStarts).map { start in
      let end = start.next(step)
      let part = rest.prefix { $0.day < end }
      rest = rest.dropFirst(part.count)
      return [words.row(start, step)]
        + Kind.allCases.map { kind in String(part.count { $0.kind == kind }) }
    }
    return Picture.Table(
      head: [words(step.rawValue)] + Kind.allCases.map { words("offer-\($0.rawValue)") },
      rows: rows
    )
  }
}
