import Coaching

/// What the coach owes: nothing inside its window is lost, and all that is over has its account.
extension Witness {
  /// Sees to it that whatever could be said by now was said, on every channel that was there.
  func seeThatNothingIsLost(at now: Instant, channels: [SimulatedChannel]) {
    let timetable = timetable(at: now)
    let isPaused = silences.isPaused(at:)
    for moment in timetable.moments where moment.due <= now && moment.until > seenTo {
      if isRest(moment.id.day) || isLived(moment.id) || now < context.clockStarts { continue }
      if prompts[moment.id] != nil || passings[moment.id] == .answered { continue }
      let couldBegin = max(opening(of: moment), undisturbed)
      let start = attendance.isOwed(from: couldBegin, waits: attendance.isAlone)
      let end = min(now, moment.until, moment.dayEnd)
      let couldSpeak = timetable.couldSpeak(from: start, until: end) { instant in
        isPaused(instant) || isCrowded(moment.id, at: instant)
      }
      if couldSpeak, !isAnswered(moment), !isWithheld(moment) {
        complain("nothing in its window is lost", "\(moment.id) was not prompted", at: now)
      }
    }
    seeThatNobodyIsLeftUnreminded(at: now)
    // What a clock decided that was far ahead is remembered again when its time has come.
    let recalled = timetable.today.adding(days: -9)...timetable.today.adding(days: 1)
    current.removeAll { id in
      guard let known = prompts[id] else { return true }
      guard recalled.contains(id.day) else { return false }
      let wanted = channels.filter(\.isWanted)
      for channel in wanted where channel.failure == nil && !isThere(id, channel.name) {
        let couldAppear = max(known.at, undisturbed, channel.healthySince)
        let start = attendance.isOwed(
          from: couldAppear,
          due: known.prompted.due,
          waits: channel.interrupts
        )
        let end = min(now, until(of: known), timetable.dayEnd(of: known.prompted))
        let couldSpeak = timetable.couldSpeak(from: start, until: end, isPaused: isPaused)
        if couldSpeak, !isDone(known), !isRest(id.day), now >= context.clockStarts {
          complain("nothing in its window is lost", "\(id) is not on \(channel.name)", at: now)
        }
      }
      return isOver(known, at: now) || wanted.allSatisfy { isThere(id, $0.name) }
    }
    seenTo = now
  }

  private func isThere(_ id: PromptID, _ channel: String) -> Bool {
    shown[channel]?.contains(id) == true || forgone[channel]?.contains(id) == true
  }

  private func isOver(_ known: Known, at now: Instant) -> Bool {
    until(of: known) <= now
      || isDone(known)
  }

  /// Sees to it that all that was over at a look has its account.
  ///
  /// - Parameters:
  ///   - now: when it looked.
  ///   - last: when it had written before the look; what was over by then was judged then, by
  ///     what was configured then.
  func seeThatAllIsAccountedFor(at now: Instant, since last: Instant?) {
    // What was over before the first fact is not missed: nobody was there to be asked.
    guard let birth else { return }
    for moment in timetable(at: now).moments
    where moment.until <= now && moment.until > max(last ?? birth, birth) {
      if now < context.clockStarts { continue }
      if prompts[moment.id] == nil, passings[moment.id] == nil, !isLived(moment.id) {
        complain("every prompt has one account", "\(moment.id) has none", at: now)
      }
    }
  }

  /// Sees to it that every answer that was acknowledged and not taken back is in the fold.
  func seeThatAnswersStand(in coach: Coach, around day: CivilDate, at now: Instant) {
    let days = day.adding(days: -9)...day.adding(days: 2)
    for (asked, given) in answers where days.contains(asked.day) {
      let standing = coach.answer(to: asked.question, on: asked.day)?.fact.id
      if standing != given.last?.id {
        complain("no answer is lost", "\(asked.question) of \(asked.day)", at: now)
      }
    }
  }
}
