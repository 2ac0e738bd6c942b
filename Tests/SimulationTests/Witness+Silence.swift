import Coaching

/// What silences the coach, and what was put off.
extension Witness {
  func isRest(_ day: CivilDate) -> Bool {
    kept.isOff(day) || silences.isAway(on: day)
  }

  /// Whether a pause held when it was due, when it was over, or now.
  func wasPaused(_ moment: Timetable.SlotOccurrence, at now: Instant) -> Bool {
    let last = moment.until.adding(seconds: -1)
    return [moment.due, last, now].contains(where: silences.isPaused)
  }

  func isHushed(at instant: Instant) -> Bool {
    kept.isQuiet(at: instant) || silences.isPaused(at: instant)
  }

  /// Complains of a prompt that begins or appears while nothing is to be said.
  func seeThatNothingIsHushed(_ id: PromptID, at now: Instant) {
    let timetable = timetable(at: now)
    if timetable.isQuiet(at: now) { complain("nothing is said in quiet hours", "\(id)", at: now) }
    if silences.isPaused(at: now) { complain("nothing is said in a pause", "\(id)", at: now) }
    if isRest(id.day) { complain("nothing is said on a day of rest", "\(id)", at: now) }
    if now < context.clockStarts { complain("a clock not set says nothing", "\(id)", at: now) }
  }

  /// When a prompt is over: put off, it has its window again, as long as its day lasts.
  func until(of known: Known) -> Instant {
    let prompted = known.prompted
    guard let back = known.snoozedUntil else { return prompted.until }
    let window = prompted.until.seconds - prompted.due.seconds
    let again = min(back.adding(seconds: window), kept.end(of: prompted.id.day))
    return max(again, prompted.until)
  }

  func isPutOff(_ known: Known, at now: Instant) -> Bool {
    known.snoozedUntil.map { now < $0 } ?? false
  }
}
