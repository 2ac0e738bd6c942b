package import Application
import Coaching

/// What the coach would do on some days, as a person reads it.
extension DaysAhead {
  package func page(in workspace: Workspace) -> Page {
    let phrases = workspace.phrases
    var page = Page()
    if let backOff, let first = days.first {
      let next = ("day", phrases.date(backOff.next, seenOn: first.date))
      page.words(phrases("backed-off", on: first.date, next))
    }
    for day in days {
      page.heading(phrases.heading(of: day.date, seenOn: days.first?.date))
      for change in day.clockChanges {
        let clocks = [("before", "\(change.before.time)"), ("after", "\(change.after.time)")]
        let words =
          change.before < change.after
          ? phrases("plan-clocks-forward", clocks[0], clocks[1])
          : phrases("plan-clocks-back", clocks[0], clocks[1])
        page.words(words, indent: 2)
      }
      if let rest = day.rest {
        page.words(rest == .away ? phrases("plan-away") : phrases("plan-day-off"), indent: 2)
      }
      for moment in day.moments { page.words(words(for: moment, workspace), indent: 2) }
    }
    for slot in sleeping { page.words(phrases("plan-sleeps", ("slot", phrases.slot(slot.name)))) }
    return page
  }

  private func words(for moment: SlotOccurrence, _ workspace: Workspace) -> String {
    let phrases = workspace.phrases
    let from = context.zone.civil(at: moment.due)
    // What comes after midnight has the date of its night.
    let (due, last) = (context.zone.minutes(moment.due), context.zone.minutes(moment.until))
    let first = from.date == moment.id.day ? due : phrases.moment(from, seenOn: moment.id.day)
    return phrases(
      "plan-moment",
      ("times", "\(first)–\(last)"),
      ("slot", phrases.slot(moment.id.slot)),
      ("carries", workspace.names(of: moment.carries).joined(separator: phrases("list-comma"))),
      ("hush", hush(moment, phrases))
    )
  }

  /// Why it is not shown at once; nothing where it is.
  private func hush(_ moment: SlotOccurrence, _ phrases: Phrases) -> String {
    let limits = context.schedule.limits
    let time = { (instant: Instant) in ("time", context.zone.minutes(instant)) }
    return switch (moment.opens, moment.passing) {
    case (_, .limit): phrases("plan-limit", ("count", "\(limits.promptsPerDay)"))
    case (_, .near): phrases("plan-near", ("span", phrases.span(limits.apartSeconds)))
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
