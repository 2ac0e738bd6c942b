package import Application
package import Coaching

/// What the facts hold of some civil days, as a person reads it.
package struct HistoryPage {
  private let days: [DayHistory]
  private let span: ClosedRange<CivilDate>
  private let workspace: Workspace
  private let zones: (String) -> Zone?

  /// - Parameters:
  ///   - days: Those of which anything is known.
  ///   - span: The days that were asked about.
  ///   - workspace: What titles are found in.
  ///   - zones: The zone of a name; nil where there is none.
  package init(
    _ days: [DayHistory],
    of span: ClosedRange<CivilDate>,
    in workspace: Workspace,
    zones: @escaping (String) -> Zone? = { _ in nil }
  ) {
    self.days = days
    self.span = span
    self.workspace = workspace
    self.zones = zones
  }

  package func page() -> Page {
    var page = Page()
    if days.isEmpty {
      let ends = workspace.phrases.ends(of: span, seenOn: workspace.today)
      page.words(workspace.phrases("history-none", ("first", ends.first), ("last", ends.last)))
    }
    for day in days { page.add(self.page(of: day)) }
    return page
  }

  private func page(of day: DayHistory) -> Page {
    var page = Page()
    let phrases = workspace.phrases
    page.heading(phrases.name(of: day.day, seenOn: workspace.today))
    if let tip = day.tip {
      let title = workspace.teaching.tip(tip)?.wording.title ?? tip
      page.words(phrases.labelled(phrases("tip-of-the-day"), title), indent: 2)
    }
    for given in day.answers { page.add(given.page(in: workspace)) }
    for extra in day.extras {
      page.words(phrases.labelled(phrases("extra"), extra.text), indent: 2)
    }
    if !day.prompts.isEmpty { page.words(phrases("prompts"), indent: 2) }
    for prompt in day.prompts {
      let (id, fate) =
        switch prompt {
        case .came(let came): (came.prompted.id, time(of: came, on: day.day))
        case .passed(let id, let passing): (id, passing.words(phrases))
        }
      page.words(phrases.labelled(phrases.slot(id.slot), fate), indent: 4)
    }
    return page
  }

  /// When it came, by the clocks where the person was then; with its date where that is not the
  /// day's, as a day may last until noon.
  private func time(of came: Coach.Prompt, on day: CivilDate) -> String {
    let here = workspace.context.zone
    let zone = came.zone == here.name ? here : zones(came.zone) ?? here
    let date = zone.civil(at: came.at).date
    return date == day ? zone.minutes(came.at) : "\(date) \(zone.minutes(came.at))"
  }
}

extension PassReason {
  /// Why a prompt was not said, in a few words of the person's language.
  fileprivate func words(_ phrases: Phrases) -> String {
    switch self {
    case .missedOff: phrases("pass-off")
    case .missedQuiet: phrases("pass-quiet")
    case .answered: phrases("pass-answered")
    case .dayEnded: phrases("pass-day-ended")
    case .paused: phrases("pass-paused")
    case .dropped: phrases("pass-dropped")
    case .missedAbsent: phrases("pass-absent")
    case .away: phrases("pass-away")
    case .dayOff: phrases("pass-day-off")
    case .backedOff: phrases("pass-backed-off")
    case .limit: phrases("pass-limit")
    case .near: phrases("pass-near")
    }
  }
}
