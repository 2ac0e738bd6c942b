import Coaching

/// Today as a person reads it.
extension Today.View {
  func show(in workspace: Workspace, _ coach: Coach) {
    let phrases = workspace.phrases
    let title = { (said: Said) in phrases.title(of: slot(of: said), among: coach.entries) }
    Output.heading([phrases("today"), day].joined(separator: phrases("comma")))
    showSaid(phrases, title)
    Output.line()
    showSilence(phrases)
    showOpen(phrases)
    show(coach.promised(on: workspace.today, for: workspace.outlook), in: workspace)
    showMissed(phrases)
    if !answered.isEmpty {
      Output.line()
      Output.heading(phrases("answered"))
      for given in answered { given.show(in: workspace) }
    }
    // Before anything is known there is no score to show.
    if let fourSteps, fourSteps.known > 0 {
      Output.line()
      fourSteps.show(phrases)
    }
    if let next {
      Output.line()
      let isToday = next.prompt.hasSuffix(day)
      let when = isToday ? time(of: next) : "\(next.at.prefix(10)) \(time(of: next))"
      let moment = [title(next), when].joined(separator: phrases("comma"))
      Output.wrapped(phrases.labelled(phrases("next"), moment))
    }
  }

  private func showSaid(_ phrases: Phrases, _ title: (Said) -> String) {
    if let tip {
      Output.line()
      tip.show(phrases)
    }
    if !notes.isEmpty { Output.line() }
    for line in notes.flatMap(\.lines) { Output.wrapped(line) }
    if !said.isEmpty {
      Output.line()
      let list = said.map { "\(title($0)) \(time(of: $0))" }
      let words = list.joined(separator: phrases("list-comma"))
      Output.wrapped(phrases.labelled(phrases("said"), words))
    }
  }

  private func showOpen(_ phrases: Phrases) {
    if open.isEmpty {
      let isClear = rest == nil && pausedUntil == nil && promised.isEmpty
      if isClear { Output.wrapped(phrases("nothing-waiting")) }
      return
    }
    Output.heading(phrases("waiting"))
    for question in open {
      Output.wrapped(question.ask, indent: 2)
      Output.line(question.command, margin: "    ")
    }
  }

  private func show(_ promised: [Entries.Standing], in workspace: Workspace) {
    if promised.isEmpty { return }
    if !open.isEmpty { Output.line() }
    Output.heading(workspace.phrases("promises"))
    for standing in promised {
      Output.wrapped(workspace.words(for: standing), indent: 2)
      Output.line("coach promise keep \(standing.id.number)", margin: "    ")
    }
  }

  private func showMissed(_ phrases: Phrases) {
    if missed == 0 { return }
    Output.line()
    Output.wrapped(
      missed == 1
        ? phrases("missed-question") : phrases("missed-questions", ("count", String(missed)))
    )
    Output.line(phrases("missed-answer", ("command", "coach check --missed")), margin: "  ")
    Output.line(phrases("missed-skip", ("command", "coach check --skip-missed")), margin: "  ")
  }

  private func showSilence(_ phrases: Phrases) {
    if rest == PassReason.away.rawValue { Output.wrapped(phrases("away-today")) }
    if rest == PassReason.dayOff.rawValue { Output.wrapped(phrases("day-off")) }
    if let pausedUntil {
      let isToday = pausedUntil.hasPrefix(day)
      let time = pausedUntil.dropFirst(11).prefix(5)
      let moment = isToday ? String(time) : "\(pausedUntil.prefix(10)) \(time)"
      Output.wrapped(phrases("paused-until", ("moment", moment)))
    }
    if let silent = silent.flatMap(MuteReason.init) { Output.wrapped(silent.words(phrases)) }
    if let backOff, rest == nil {
      Output.wrapped(phrases("backed-off", ("day", backOff.next)))
    }
    let isSilent = rest != nil || pausedUntil != nil || backOff != nil || silent != nil
    if isSilent && !open.isEmpty { Output.line() }
  }

  private func slot(of said: Said) -> String {
    PromptID(said.prompt)?.slot ?? said.prompt
  }

  /// The HH:MM of an RFC 3339 time.
  private func time(of said: Said) -> String {
    String(said.at.dropFirst(11).prefix(5))
  }
}
