import Application
import Channels
import Coaching

/// Today as a person reads it.
struct TodayPage {
  let today: TodayReport
  let coach: Coach
  let workspace: Workspace

  private var phrases: Phrases { workspace.phrases }
  private var zone: Zone { workspace.outlook.zone }

  func show() {
    Output.heading([phrases("today"), "\(today.day)"].joined(separator: phrases("comma")))
    showSaid()
    Output.line()
    showSilence()
    showOpen()
    showPromised()
    showMissed()
    if !today.answered.isEmpty {
      Output.line()
      Output.heading(phrases("answered"))
      for given in today.answered { given.show(in: workspace) }
    }
    // Before anything is known there is no score to show.
    if let steps = today.fourSteps, steps.four.known > 0 {
      Output.line()
      steps.show(phrases)
    }
    if let next = today.next {
      Output.line()
      let time = zone.minutes(next.at)
      let date = zone.civil(at: next.at).date
      let when = next.id.day == today.day ? time : "\(date) \(time)"
      let moment = [title(next.id), when].joined(separator: phrases("comma"))
      Output.wrapped(phrases.labelled(phrases("next"), moment))
    }
  }

  private func title(_ id: PromptID) -> String {
    phrases.title(of: id.slot, among: coach.entries)
  }

  private func showSaid() {
    if let tip = today.tip {
      Output.line()
      TipView(tip, coach, workspace.teaching).show(phrases)
    }
    if !today.notes.isEmpty { Output.line() }
    for note in today.notes {
      for line in workspace.teaching.lines(for: note.entry) { Output.wrapped(line) }
    }
    if !today.said.isEmpty {
      Output.line()
      let list = today.said.map { "\(title($0.prompted.id)) \(zone.minutes($0.at))" }
      let words = list.joined(separator: phrases("list-comma"))
      Output.wrapped(phrases.labelled(phrases("said"), words))
    }
  }

  private func showOpen() {
    if today.open.isEmpty {
      let isClear = today.rest == nil && today.pausedUntil == nil && today.promised.isEmpty
      if isClear { Output.wrapped(phrases("nothing-waiting")) }
      return
    }
    Output.heading(phrases("waiting"))
    for open in today.open {
      Output.wrapped(open.ask, indent: 2)
      Output.line(open.command.spelled, margin: "    ")
    }
  }

  private func showPromised() {
    if today.promised.isEmpty { return }
    if !today.open.isEmpty { Output.line() }
    Output.heading(phrases("promises"))
    for standing in today.promised {
      Output.wrapped(workspace.words(for: standing), indent: 2)
      let keep = SuggestedCommand.close(promise: standing.id.number, .kept)
      Output.line(keep.spelled, margin: "    ")
    }
  }

  private func showMissed() {
    if today.missed == 0 { return }
    Output.line()
    Output.wrapped(
      today.missed == 1
        ? phrases("missed-question")
        : phrases("missed-questions", ("count", String(today.missed)))
    )
    let answer = ("command", SuggestedCommand.answerMissed.spelled)
    Output.line(phrases("missed-answer", answer), margin: "  ")
    let skip = ("command", SuggestedCommand.skipMissed.spelled)
    Output.line(phrases("missed-skip", skip), margin: "  ")
  }

  private func showSilence() {
    let rest = today.rest
    if rest == .away { Output.wrapped(phrases("away-today")) }
    if rest == .dayOff { Output.wrapped(phrases("day-off")) }
    if let until = today.pausedUntil {
      let date = zone.civil(at: until).date
      let time = zone.minutes(until)
      let moment = date == today.day ? time : "\(date) \(time)"
      Output.wrapped(phrases("paused-until", ("moment", moment)))
    }
    if let silent = today.silent { Output.wrapped(silent.words(phrases)) }
    if let backOff = today.backOff, rest == nil {
      Output.wrapped(phrases("backed-off", ("day", backOff.next.description)))
    }
    let isSilent =
      rest != nil || today.pausedUntil != nil || today.backOff != nil || today.silent != nil
    if isSilent && !today.open.isEmpty { Output.line() }
  }
}
