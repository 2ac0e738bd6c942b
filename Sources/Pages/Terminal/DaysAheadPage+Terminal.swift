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
      page.heading(phrases.heading(of: day.date))
      for change in day.clockChanges {
        let clocks = [("before", "\(change.before.time)"), ("after", "\(change.after.time)")]
        let words =
          change.way == "forward"
          ? phrases("plan-clocks-forward", clocks[0], clocks[1])
          : phrases("plan-clocks-back", clocks[0], clocks[1])
        page.words(words, indent: 2)
      }
      if let rest = day.rest {
        page.words(rest == .away ? phrases("plan-away") : phrases("plan-day-off"), indent: 2)
      }
      for moment in day.moments { page.words(words(for: moment, phrases), indent: 2) }
    }
    for slot in sleeping { page.words(phrases("plan-sleeps", ("slot", phrases.slot(slot.name)))) }
    return page
  }

  private func words(for moment: SlotOccurrence, _ phrases: Phrases) -> String {
    let from = context.zone.civil(at: moment.due)
    let night = from.date == moment.id.day ? "" : "\(from.date) "
    let (first, last) = (context.zone.minutes(moment.due), context.zone.minutes(moment.until))
    return phrases(
      "plan-moment",
      ("times", "\(night)\(first)–\(last)"),
      ("slot", phrases.slot(moment.id.slot)),
      ("carries", moment.carries.joined(separator: ", ")),
      ("hush", hush(moment, phrases))
    )
  }

  /// Why it is not shown at once; nothing where it is.
  private func hush(_ moment: SlotOccurrence, _ phrases: Phrases) -> String {
    let limits = context.schedule.limits
    let time = { (instant: Instant) in ("time", context.zone.minutes(instant)) }
    return switch (moment.opens, moment.passing) {
    case (_, .limit): phrases("plan-limit", ("count", "\(limits.promptsPerDay)"))
    case (_, .near): phrases("plan-near", ("span", TimeSpan.words(limits.apartSeconds)))
    case (_, .backedOff): phrases("plan-held")
    case (_, .answered): phrases("plan-answered")
    case (_, .dayEnded), (_, .dropped): phrases("plan-ended")
    case (_, .missedOff): phrases("plan-over", ("why", phrases("pass-off")))
    case (_, .missedAbsent): phrases("plan-over", ("why", phrases("pass-absent")))
    case (let opens?, _) where moment.isPutOff: phrases("plan-put-off", time(opens))
    case (nil, _) where moment.isPutOff: phrases("plan-put-off-over")
    case (nil, _): phrases("plan-quiet")
    case (moment.due?, _): ""
    case (let opens?, _): phrases("plan-waits", time(opens))
    }
  }
}

extension Phrases {
  /// A day as it stands above what belongs to it.
  fileprivate func heading(of date: CivilDate) -> String {
    let name = date.weekday.name(among: self("weekday-names"))
    let weekday = name.isEmpty ? date.weekday.shortName : name
    return self("plan-day", ("date", date.description), ("weekday", weekday))
  }
}
