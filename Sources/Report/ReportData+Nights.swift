import Application
import Coaching
import Configuration

extension Workspace {
  /// The nights of some days: each with the evening that is one of them.
  func nights(
    in span: Span,
    _ measures: [HabitMeasure]
  ) throws(CommandError) -> [ReportData.Night] {
    var nights = span.all.map { ReportData.Night(evening: $0) }
    let free = configuration.settings.profile.offHours
    for place in nights.indices {
      nights[place].isFree = free.contains(nights[place].evening.adding(days: 1).weekday)
    }
    for day in measures.first(where: { $0.habit.question.id == Habit.sleep })?.days ?? [] {
      let place = span.first.days(until: day.day)
      guard nights.indices.contains(place) else { continue }
      nights[place].down = day.time
      nights[place].isAway = day.state == .excused && day.answer == nil
      guard case .by(let wish, let tolerance) = day.aim.target else { continue }
      nights[place].wish = wish
      nights[place].tolerance = tolerance
    }
    for day in measures.first(where: { $0.habit.question.id == Habit.getUp })?.days ?? [] {
      let place = span.first.days(until: day.day) - 1
      if nights.indices.contains(place) { nights[place].up = day.time }
    }
    guard span.count <= NightsPicture.mostLines else { return nights }
    try mark(&nights, in: span)
    return nights
  }

  /// Adds the naps of each day to the night that follows it.
  func addNaps(
    _ days: [HabitDay],
    to nights: inout [ReportData.Night],
    from first: CivilDate
  ) {
    for day in days {
      let place = first.days(until: day.day)
      guard nights.indices.contains(place), let naps = day.stretches else { continue }
      nights[place].naps = naps.map { nap in
        ReportData.Nap(from: nap.from.local.time, minutes: Int(nap.seconds / 60))
      }
    }
  }

  /// Marks what moves the clock: its own changes, and journeys.
  private func mark(
    _ nights: inout [ReportData.Night],
    in span: Span
  ) throws(CommandError) {
    for place in nights.indices {
      let (begin, end) = (nights[place].evening, nights[place].evening.adding(days: 1))
      let offsets = [begin, end].map { context.zone.offset(at: calendar.start(of: $0)) }
      nights[place].shift = offsets[1] - offsets[0]
    }
    let ends = [Habit.sleep, Habit.getUp]
    var zone: String?
    let given = try ledger.answers(to: ends, from: span.first, through: span.last)
    for fact in given.sorted(by: { $0.instant < $1.instant }) {
      let place = span.first.days(until: fact.day)
      if let zone, zone != fact.zone, nights.indices.contains(place) {
        nights[place].arrival = fact.zone
      }
      zone = fact.zone
    }
  }
}
