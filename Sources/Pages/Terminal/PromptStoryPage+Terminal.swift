package import Application
import Coaching

/// The story of a prompt as a person reads it.
package struct PromptStoryPage {
  private let story: PromptStory
  private let workspace: Workspace

  package init(_ story: PromptStory, in workspace: Workspace) {
    self.story = story
    self.workspace = workspace
  }

  private var phrases: Phrases { workspace.phrases }
  private var zone: Zone { workspace.context.zone }

  package func page() -> Page {
    var page = Page()
    page.heading(heading)
    if let due = story.due, let until = story.until {
      let ends = [("due", clock(due)), ("until", clock(until))]
      page.words(phrases("why-due", ends[0], ends[1]), indent: 2)
    }
    for step in story.steps {
      let what = ("what", words(for: step))
      page.words(phrases("why-step", ("time", clock(step.at)), what), indent: 2)
    }
    page.words(phrases("why-now", ("state", state)), indent: 2)
    return page
  }

  /// English has the name that is typed.
  private var heading: String {
    if workspace.isEnglish { return story.id.description }
    return phrases.dated(story.id.day, phrases.slot(story.id.slot), seenOn: workspace.today)
  }

  /// To the second on the day of the prompt, else with the date.
  private func clock(_ instant: Instant) -> String {
    let date = zone.civil(at: instant).date
    let time = zone.seconds(instant)
    if date == story.id.day { return time }
    let day = phrases.date(date, seenOn: workspace.today)
    return phrases("day-time", ("day", day), ("time", time))
  }

  private var state: String {
    switch story.state {
    case .waiting: phrases("why-waiting")
    case .unbegun: phrases("why-unbegun", ("command", "systemctl --user start coach"))
    case .shown: phrases("why-shown")
    case .settled(.answered): phrases("why-answered")
    case .settled(.over), .over: phrases("why-over")
    case .settled(.snoozed): phrases("why-put-off")
    case .settled(.rest), .rest: phrases("why-rest")
    case .missed: phrases("why-missed")
    case .held(let channels) where channels.isEmpty: phrases("why-held")
    case .held(let channels):
      phrases("why-held-by", ("channels", channels.joined(separator: phrases("list-comma"))))
    case .putAway(let since): phrases("why-put-away", ("time", zone.minutes(since)))
    case .toCome: phrases("why-to-come")
    case .settled(.unwanted), .settled(.late), .none:
      story.steps.isEmpty ? phrases("why-nothing") : phrases("why-not-shown")
    }
  }

  private func words(for step: PromptStory.Step) -> String {
    switch step.what {
    case .deferred(let reason): phrases("why-deferred", ("why", phrases.words(for: reason)))
    case .prompted: phrases("why-begun")
    case .shown(let channel): phrases("why-shown-by", ("channel", channel))
    case .notShown(let channel): phrases("why-not-shown-by", ("channel", channel))
    case .snoozed(let until): phrases("why-put-off-until", ("time", zone.minutes(until)))
    case .undone: phrases("why-undone")
    case .passed(let passing):
      phrases.labelled(phrases.fate(of: passing), phrases.rule(of: passing))
    }
  }
}

extension Phrases {
  /// Why a prompt waits, in a few words.
  fileprivate func words(for reason: DeferralReason) -> String {
    switch reason {
    case .quiet: self("wait-quiet")
    case .paused: self("wait-paused")
    case .near: self("wait-near")
    case .locked: self("wait-locked")
    case .inactive: self("wait-inactive")
    case .idle: self("wait-idle")
    case .presenting: self("wait-presenting")
    case .inhibited: self("wait-inhibited")
    case .busy: self("wait-busy")
    }
  }

  /// What became of a prompt that was never shown, in one verb or two.
  fileprivate func fate(of passing: PassReason) -> String {
    switch passing {
    case .missedOff, .missedQuiet, .missedAbsent, .dayEnded: self("fate-missed")
    case .answered, .paused, .away, .dayOff, .limit, .near: self("fate-suppressed")
    case .dropped: self("fate-dropped")
    case .backedOff: self("fate-held-back")
    }
  }

  /// By which rule.
  fileprivate func rule(of passing: PassReason) -> String {
    switch passing {
    case .missedOff: self("rule-off")
    case .missedQuiet: self("rule-quiet")
    case .missedAbsent: self("rule-absent")
    case .answered: self("rule-answered")
    case .dayEnded: self("rule-day-ended")
    case .paused: self("rule-paused")
    case .dropped: self("rule-dropped")
    case .away: self("rule-away")
    case .dayOff: self("rule-day-off")
    case .backedOff: self("rule-backed-off")
    case .limit: self("rule-limit")
    case .near: self("rule-near")
    }
  }
}
