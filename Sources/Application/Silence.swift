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
    return phrases("paused-until", ("moment", moment(until)))
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
  /// - Parameter text: The days as a person types them: one, or FROM..TO.
  /// - Returns: The days, both included.
  /// - Throws: When the text is no range of days.
  package func goAway(_ text: String) throws(CommandError) -> ClosedRange<CivilDate> {
    let parts = try ends(of: text)
    let first = parts[0].isEmpty ? today : try day(parts[0], .coming)
    let last = parts.count == 1 ? first : try day(parts[1], .coming)
    guard first <= last else {
      let what = "an absence ends after it begins; \(last) is before \(first)"
      throw CommandError(.data, "\(what); say FROM..TO, such as \(last)..\(first)")
    }
    try goAway(first...last)
    return first...last
  }

  /// The first and the last of some days as they were typed: FROM..TO, or as a language says it.
  private func ends(of text: String) throws(CommandError) -> [String] {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1 {
      return written(day: text) != nil ? [text] : try lexicon.ends(of: text) ?? [text]
    }
    if parts.count == 3, parts[1].isEmpty { return [parts[0], parts[2]] }
    throw CommandError(.data, "“\(text.printable)” is no range of days; say FROM..TO or one day")
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
    let (first, last) = (days.lowerBound, days.upperBound)
    return first == last
      ? self("away-on", ("day", "\(first)"))
      : self("away-from", ("first", "\(first)"), ("last", "\(last)"))
  }
}
