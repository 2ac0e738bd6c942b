package import Coaching
import Configuration

/// The words of the page, and those of the reviews.
package struct ReportWords {
  /// The words that all pages share.
  package let phrases: Phrases
  private let own: Phrases
  let language: Language
  let weekStarts: Weekday

  /// - Parameters:
  ///   - own: The words of the report in the person's language.
  ///   - phrases: The words that all pages share.
  ///   - language: The person's language.
  ///   - weekStarts: The first day of their week.
  package init(
    _ own: Phrases,
    _ phrases: Phrases,
    language: Language,
    weekStarts: Weekday = .monday
  ) {
    self.own = own
    self.phrases = phrases
    self.language = language
    self.weekStarts = weekStarts
  }

  func callAsFunction(_ name: String, _ values: (name: String, value: String)...) -> String {
    word(name, values)
  }

  private func word(_ name: String, _ values: (name: String, value: String)...) -> String {
    word(name, values)
  }

  private func word(_ name: String, _ values: [(name: String, value: String)]) -> String {
    (own.frames.first { $0.name == name }?.text ?? name).filled(values)
  }

  func count(_ name: String, _ number: Int) -> String {
    let text = own.frames.first { $0.name == "\(name)-one" && number == 1 }?.text
    return (text ?? own.frames.first { $0.name == name }?.text ?? name)
      .filled([("count", String(number))])
  }

  /// So many names at most stand in a sentence; the table has all.
  private static let mostNames = 6

  /// Some names in a row.
  func list(_ names: [String]) -> String {
    let shown = names.prefix(Self.mostNames).joined(separator: phrases("list-comma"))
    let more = names.count - Self.mostNames
    return more > 0 ? word("and-more", ("list", shown), ("count", String(more))) : shown
  }

  /// What other pages say behind a label, as it stands alone: with a capital, and a stop.
  func sentence(_ text: String) -> String {
    let start = text.prefix(1).uppercased() + text.dropFirst()
    let isWhole = text.last.map { ".!?。！？…".contains($0) } ?? true
    return isWhole ? start : start + word("stop")
  }

  /// A date as it is written out.
  package func date(_ day: CivilDate) -> String {
    word("date", ("day", String(day.day)), ("month", month(day)), ("year", String(day.year)))
  }

  /// A date without its year.
  func short(_ day: CivilDate) -> String {
    word("date-short", ("day", String(day.day)), ("month", month(day)))
  }

  func weekday(_ day: Weekday) -> String { part("weekdays", day.rawValue - 1) }

  private func month(_ day: CivilDate) -> String { part("months", day.month - 1) }

  private func part(_ name: String, _ place: Int) -> String {
    let parts = word(name).split(separator: " ").map(String.init)
    return parts.indices.contains(place) ? parts[place] : String(place + 1)
  }

  /// What begins on a day, as an axis says it: a day, a week by its first day, a month, a year.
  func label(_ day: CivilDate, _ step: Span.Step, isFirst: Bool = false) -> String {
    switch step {
    case .day, .week: short(day)
    case .month:
      if isFirst {
        word("month-year", ("month", month(day)), ("year", String(day.year)))
      } else {
        // A January is told by its year.
        day.month == 1 ? String(day.year) : month(day)
      }
    case .quarter: word("month-year", ("month", month(day)), ("year", String(day.year)))
    case .year: String(day.year)
    }
  }

  /// What a row of a table is about.
  func row(_ day: CivilDate, _ step: Span.Step) -> String {
    switch step {
    case .day: day.description
    case .week: word("week-of", ("day", day.description))
    case .month: String(day.description.prefix(7))
    case .quarter:
      word("quarter-of", ("number", String((day.month + 2) / 3)), ("year", "\(day.year)"))
    case .year: String(day.year)
    }
  }

  /// What is missing for a figure.
  func lack(_ lack: MissingReason) -> String {
    switch lack {
    case .days(let count): self.count("lack-days", count)
    case .nights(let count): self.count("lack-nights", count)
    case .target: word("lack-target")
    }
  }

  /// A number with one place, as people write it here.
  static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "−" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A number without a place that says nothing.
  func number(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : Self.decimal(number)
  }

  /// A time on a clock to the minute.
  static func clock(hours: Double) -> String {
    CivilTime(hours: hours).description
  }
}
