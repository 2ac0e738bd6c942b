package import Application
package import Coaching

/// What the coach would do on some days, as a person reads it.
extension DaysAhead {
  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    if let backOff, let first = days.first {
      page.words(phrases("backed-off", on: first.date, ("day", "\(backOff.next)")))
    }
    for day in days {
      page.heading("\(day.date) \(day.date.weekday.shortName)")
      for change in day.clockChanges {
        let from = "from \(change.before.time) to \(change.after.time)"
        page.words("The clocks go \(change.way), \(from).", indent: 2)
      }
      if let rest = day.rest { page.words(rest == .away ? "Away." : "A day off.", indent: 2) }
      for moment in day.moments { page.words(words(for: moment, phrases), indent: 2) }
    }
    for slot in sleeping { page.words("\(phrases.slot(slot.name)) sleeps: its time is not set.") }
    return page
  }

  private func words(for moment: SlotOccurrence, _ phrases: Phrases) -> String {
    let from = context.zone.civil(at: moment.due)
    let night = from.date == moment.id.day ? "" : "\(from.date) "
    let (first, last) = (context.zone.minutes(moment.due), context.zone.minutes(moment.until))
    let carries = moment.carries.joined(separator: ", ")
    let title = phrases.slot(moment.id.slot)
    return "\(night)\(first)–\(last) \(title): \(carries)\(hush(moment, phrases))"
  }

  /// Why it is not shown at once; nothing where it is.
  private func hush(_ moment: SlotOccurrence, _ phrases: Phrases) -> String {
    let limits = context.schedule.limits
    let time = { (instant: Instant) in context.zone.minutes(instant) }
    return switch (moment.opens, moment.passing) {
    case (_, .limit): "; gives way: \(limits.promptsPerDay) prompts a day"
    case (_, .near): "; gives way: prompts are \(TimeSpan.words(limits.apartSeconds)) apart"
    case (_, .backedOff): "; held back"
    case (_, .answered): "; answered by then"
    case (_, .dayEnded), (_, .dropped): "; comes after the day's messages have ended"
    case (_, .missedOff): phrases("plan-over", ("why", phrases("pass-off")))
    case (_, .missedAbsent): phrases("plan-over", ("why", phrases("pass-absent")))
    case (let opens?, _) where moment.isPutOff: "; put off until \(time(opens))"
    case (nil, _) where moment.isPutOff: "; put off, and over by then"
    case (nil, _): "; quiet until its window is over"
    case (moment.due?, _): ""
    case (let opens?, _): "; waits until \(time(opens))"
    }
  }
}
