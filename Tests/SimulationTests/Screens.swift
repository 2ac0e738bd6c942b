import Coaching

/// What lies on the channels, as somebody else keeps book of it.
final class Screens {
  private struct Place: Hashable {
    var channel: String
    var id: PromptID
  }

  /// Since when each card has been seen to have no place there; nil while it has one.
  private var cards: [Place: Instant?] = [:]
  /// What is written down as shown.
  ///
  /// What is not, since the process was killed in between, nobody knows of.
  private var written: Set<Place> = []

  func wrote(_ event: Event) {
    switch event {
    case .shown(let id, let channel): written.insert(Place(channel: channel, id: id))
    case .notShown(let id, let channel): written.remove(Place(channel: channel, id: id))
    // Put off, it counts as shown nowhere until it is back.
    case .snoozed(let id, _): written = written.filter { $0.id != id }
    default: break
    }
  }

  func put(_ id: PromptID, on channel: String) {
    cards[Place(channel: channel, id: id)] = .some(nil)
  }

  func has(_ id: PromptID, on channel: String) -> Bool {
    cards[Place(channel: channel, id: id)] != nil
  }

  /// Whether it is written down that a card was shown there.
  func isWritten(_ id: PromptID, on channel: String) -> Bool {
    written.contains(Place(channel: channel, id: id))
  }

  func take(_ ids: [PromptID], off channel: String) {
    for id in ids { cards[Place(channel: channel, id: id)] = nil }
  }

  /// The cards of a channel that are known there, and since when they have had no place.
  func misplaced(
    on channel: String,
    at now: Instant,
    hasPlace: (PromptID) -> Bool
  ) -> [(id: PromptID, since: Instant)] {
    cards.compactMap { place, since in
      guard place.channel == channel, written.contains(place) else { return nil }
      let first = hasPlace(place.id) ? nil : min(since ?? now, now)
      if first != since { cards[place] = .some(first) }
      return first.map { (place.id, $0) }
    }
  }
}

extension Witness {
  /// What was not shown after all, or was taken off a channel that is wanted no more.
  func notShown(_ id: PromptID, on channel: String) {
    promised[channel]?.remove(id)
    if screens.has(id, on: channel) { return }
    shown[channel]?.remove(id)
    if !current.contains(id) { current.append(id) }
  }

  /// Cards were taken off a channel that is wanted no more.
  ///
  /// Of what nobody has written down as shown, as on a disk that is full, nobody knows: it comes
  /// again when the channel is wanted again.
  func withdrawn(_ ids: [PromptID], from channel: String) {
    for id in ids where !screens.isWritten(id, on: channel) {
      shown[channel]?.remove(id)
      if !current.contains(id) { current.append(id) }
    }
  }

  /// Cards were taken off a channel.
  func settled(_ ids: [PromptID], on channel: String, at now: Instant) {
    for id in ids {
      guard let known = prompts[id] else { continue }
      let isWritten = screens.isWritten(id, on: channel)
      let isAnswered = isDone(known)
      if isAnswered || until(of: known) <= now || isPutOff(known, at: now) || isRest(id.day) {
        // Of what went before anybody said that it was shown nobody knows: undone, it comes again.
        if !isWritten { shown[channel]?.remove(id) }
        continue
      }
      // What came to the screen when nothing was to be said any more, or a clock that ran ahead had
      // brought, goes at once, and counts as not shown.
      let timetable = timetable(at: now)
      let isAhead = id.day > timetable.today.adding(days: PlanningContext.daysShownAhead)
      let isHushed = isHushed(at: now) || timetable.isTwice(now)
      let isTooLate = isHushed || timetable.dayEnd(of: known.prompted) <= now
      if isAhead || isTooLate, !isWritten {
        shown[channel]?.remove(id)
        if !current.contains(id) { current.append(id) }
      } else {
        complain("what is open stays", "\(id)", at: now)
      }
    }
  }

  /// Sees to it that what is answered, over or put off was taken off every channel that was there.
  func seeThatScreensAreClear(at now: Instant, channels: [SimulatedChannel]) {
    guard now >= context.clockStarts else { return }
    let today = timetable(at: now).today
    // What lies further back is not in the fold.
    let known = today.adding(days: -8)...today
    for channel in channels where channel.failure == nil {
      let misplaced = screens.misplaced(on: channel.name, at: now) {
        channel.isWanted && hasPlace($0, at: now)
      }
      for (id, since) in misplaced where known.contains(id.day) {
        let start = max(since, undisturbed, channel.healthySince)
        if start.adding(seconds: Timetable.graceSeconds) <= now {
          complain("what is over leaves the screen", "\(id) on \(channel.name)", at: now)
        }
      }
    }
  }

  private func hasPlace(_ id: PromptID, at now: Instant) -> Bool {
    guard let known = prompts[id] else { return true }
    return now < until(of: known) && !isPutOff(known, at: now) && !isRest(id.day)
      && !isDone(known)
  }
}
