package import Application
import Channels
package import Coaching

extension Plan.Next {
  /// When it comes, and whether that is because the person has put it off.
  package func words(_ moment: String, _ phrases: Phrases) -> String {
    isPutOff ? phrases("put-off", ("moment", moment)) : moment
  }
}

/// Today as a person reads it.
package struct TodayPage {
  private let today: TodayReport
  private let coach: Coach
  private let workspace: Workspace

  package init(today: TodayReport, coach: Coach, workspace: Workspace) {
    self.today = today
    self.coach = coach
    self.workspace = workspace
  }

  private var phrases: Phrases { workspace.phrases }
  private var zone: Zone { workspace.context.zone }

  package func page() -> Page {
    var page = Page()
    let day = phrases.date(today.day, seenOn: today.day)
    page.heading([phrases("today"), day].joined(separator: phrases("comma")))
    addSaid(to: &page)
    page.blank()
    addSilence(to: &page)
    addOpen(to: &page)
    addPromised(to: &page)
    addMissed(to: &page)
    if !today.answered.isEmpty {
      page.blank()
      page.heading(phrases("answered"))
      for given in today.answered { page.add(given.page(in: workspace)) }
    }
    // Before anything is known there is no score to show.
    if let steps = today.fourSteps, steps.four.known > 0 {
      page.blank()
      page.add(steps.page(phrases))
    }
    if let next = today.next {
      page.blank()
      let when = next.id.day == today.day ? zone.minutes(next.at) : moment(next.at)
      let moment = [title(next.id), next.words(when, phrases)].joined(separator: phrases("comma"))
      page.words(phrases("next-is", ("what", moment)))
    }
    return page
  }

  /// With its date, as it is not of today.
  private func moment(_ instant: Instant) -> String {
    phrases.moment(zone.civil(at: instant), seenOn: today.day)
  }

  private func title(_ id: PromptID) -> String {
    phrases.title(of: id.slot, among: coach.entries)
  }

  private func addSaid(to page: inout Page) {
    if let tip = today.tip {
      page.blank()
      let told = TipPage(tip, coach, workspace.teaching)
      page.add(told.page(phrases, under: phrases("tip-of-the-day")))
    }
    if !today.notes.isEmpty { page.blank() }
    for note in today.notes {
      for line in workspace.teaching.lines(for: note.entry) { page.words(line) }
    }
    if !today.said.isEmpty {
      page.blank()
      let list = today.said.map { "\(title($0.prompted.id)) \(zone.minutes($0.at))" }
      let words = list.joined(separator: phrases("list-comma"))
      page.words(phrases.labelled(phrases("said"), words))
    }
  }

  private func addOpen(to page: inout Page) {
    if today.open.isEmpty {
      let isClear = today.rest == nil && today.pausedUntil == nil && today.promised.isEmpty
      if isClear { page.words(phrases("nothing-waiting", on: today.day)) }
      return
    }
    page.heading(phrases("waiting"))
    for open in today.open {
      page.words(open.ask, indent: 2)
      page.verbatim(open.command.spoken(phrases).spelled, indent: 4)
    }
  }

  private func addPromised(to page: inout Page) {
    if today.promised.isEmpty { return }
    if !today.open.isEmpty { page.blank() }
    page.heading(phrases("promises-due"))
    for standing in today.promised {
      page.words(workspace.words(for: standing), indent: 2)
      let keep = SuggestedCommand.close(promise: standing.id.number, .kept)
      page.verbatim(keep.spelled, indent: 4)
    }
  }

  private func addMissed(to page: inout Page) {
    if today.missed == 0 { return }
    page.blank()
    page.words(
      today.missed == 1
        ? phrases("missed-question")
        : phrases("missed-questions", ("count", String(today.missed)))
    )
    let answer = ("command", SuggestedCommand.answerMissed.spelled)
    page.verbatim(phrases("missed-answer", answer), indent: 2)
    let skip = ("command", SuggestedCommand.skipMissed.spelled)
    page.verbatim(phrases("missed-skip", skip), indent: 2)
  }

  private func addSilence(to page: inout Page) {
    let rest = today.rest
    if rest == .away { page.words(phrases("away-today")) }
    if rest == .dayOff { page.words(phrases("day-off", on: today.day)) }
    if let until = today.pausedUntil {
      let isToday = zone.civil(at: until).date == today.day
      let moment = isToday ? zone.minutes(until) : moment(until)
      page.words(phrases("paused-until", ("moment", moment)))
    }
    if let silent = today.silent { page.words(silent.words(phrases)) }
    if let backOff = today.backOff, rest == nil {
      let next = ("day", phrases.date(backOff.next, seenOn: today.day))
      page.words(phrases("backed-off", on: today.day, next))
    }
    let isSilent =
      rest != nil || today.pausedUntil != nil || today.backOff != nil || today.silent != nil
    if isSilent && !today.open.isEmpty { page.blank() }
  }
}
