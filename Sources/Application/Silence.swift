package import Coaching

/// What keeps the coach silent for a while.
extension Workspace {
  /// Pauses the coach.
  ///
  /// - Parameter text: Until when, as a person types it; nil for tomorrow.
  /// - Returns: Until when, in the person's language.
  /// - Throws: When the text is no time to come.
  package func pause(until text: String?) throws(CommandError) -> String {
    let text = text ?? "until tomorrow"
    // A moment is one on the clock wherever the person is by then; a span is as long as it is.
    let (until, isMoment) = try end(text)
    try pause(until: until, clock: isMoment ? context.zone.civil(at: until) : nil)
    return phrases("paused-until", ("moment", try shown(until, saidAs: text)))
  }

  /// The end of a pause as it is shown: with its date where a weekday was named and today is one,
  /// which whoever thinks of the next would not notice.
  private func shown(_ until: Instant, saidAs text: String) throws(CommandError) -> String {
    let end = context.zone.civil(at: until)
    guard end.date == context.zone.civil(at: now).date,
      case .weekday? = try lexicon.moment(text)?.day
    else { return moment(until) }
    return "\(end.date) \(end.time)"
  }

  /// Pauses the coach until an instant, or until the clock shows it.
  package func pause(until: Instant, clock: CivilDateTime? = nil) throws(CommandError) {
    let day = try coach().day(ofPauseUntil: until, in: calendar)
    try record(.paused(until: until, clock: clock), on: day)
  }

  /// Ends what silences the coach now, but for the days away that have passed; whether there was
  /// anything.
  package func resume() throws(CommandError) -> Bool {
    let coach = try coach()
    var drafts: [Draft] = []
    if coach.pauseEnd(at: now) != nil {
      drafts.append(draft(.resumed(at: now), on: coach.day(ofPauseUntil: now, in: calendar)))
    }
    if let day = coach.day(ofReturnOn: today) {
      drafts.append(draft(.returned(on: today), on: day))
    }
    if !drafts.isEmpty { try record(drafts) }
    return !drafts.isEmpty
  }

  /// Notes that the person is away on some days.
  ///
  /// - Parameter text: The days as a person types them: one, FROM..TO, or in words.
  /// - Returns: The days, both included.
  /// - Throws: When the text is no range of days.
  package func goAway(_ text: String) throws(CommandError) -> ClosedRange<CivilDate> {
    let (first, last) = try days(text)
    guard first <= last else {
      throw CommandError(.data, "away-backwards", ("first", "\(first)"), ("last", "\(last)"))
    }
    try goAway(first...last)
    return first...last
  }

  /// Notes that the person is away on some days.
  package func goAway(_ days: ClosedRange<CivilDate>) throws(CommandError) {
    try record(.away(from: days.lowerBound, through: days.upperBound), on: days.upperBound)
  }

  /// The absences that are set, of the days around now and after.
  package func absences() throws(CommandError) -> [ClosedRange<CivilDate>] {
    try coach().absences
  }
}

extension Phrases {
  /// That some days count for nothing.
  package func away(_ days: ClosedRange<CivilDate>) -> String {
    let (first, last) = ends(of: days)
    return days.lowerBound == days.upperBound
      ? self("away-on", ("day", first))
      : self("away-from", ("first", first), ("last", last))
  }
}
