import Coaching

/// What the person promised, as somebody else keeps book of it.
final class Pledges {
  struct Pledge {
    var number: Int
    fileprivate var versions: [(fact: String, at: Instant, entry: Entry)] = []
    fileprivate var closings: [String] = []

    var entry: Entry? { versions.last?.entry }

    fileprivate func isMade(of fact: String) -> Bool {
      versions.contains { $0.fact == fact } || closings.contains(fact)
    }

    var isOpen: Bool { closings.isEmpty && !versions.isEmpty }
    fileprivate var zone: Zone
    /// What is meant by its day is due by the clocks of whatever zone it is now.
    var due: Instant? { entry.flatMap { $0.clock.map(zone.instant) ?? $0.due } }
    /// What its prompts are called, for the time that it has.
    var slot: String {
      let timing = entry?.timing ?? 1
      return timing == 1 ? "promise-\(number)" : "promise-\(number)-\(timing)"
    }

    /// When it is time to be reminded, unless nothing is said then: before its reserve or, where
    /// that had begun when it got its time, midway.
    ///
    /// Where a day is meant, a list may say it.
    var wanted: Instant? {
      guard let entry, let due, !entry.isWholeDay || entry.reserveSeconds > 0,
        let timed = versions.first(where: { $0.entry.timing == entry.timing })?.at
      else { return nil }
      let before = due.adding(seconds: -entry.reserveSeconds - 15 * 60)
      return before > timed
        ? before : timed.adding(seconds: (due.seconds - timed.seconds) / 2)
    }
  }

  private(set) var all: [Int: Pledge] = [:]
  /// Where the person is.
  var zone = Zone.utc {
    didSet { for number in all.keys { all[number]?.zone = zone } }
  }
  /// The reminders that were given.
  var given: Set<String> = []

  var open: [Pledge] { all.values.filter(\.isOpen) }

  func wrote(_ fact: Fact) {
    switch fact.event {
    case .entered(let entry), .edited(let entry):
      all[entry.id.number, default: Pledge(number: entry.id.number, zone: zone)].versions
        .append((fact.id, fact.instant, entry))
    case .closed(let id, _): all[id.number]?.closings.append(fact.id)
    default: break
    }
  }

  func remove(_ fact: String) {
    for number in all.keys where all[number]?.isMade(of: fact) == true {
      all[number]?.versions.removeAll { $0.fact == fact }
      all[number]?.closings.removeAll { $0 == fact }
    }
  }

  /// The pledge that a slot's name stands for; nil where it is a slot of the schedule.
  static func number(ofReminder slot: String) -> Int? {
    slot.hasPrefix("promise-")
      ? slot.split(separator: "-").dropFirst().first.flatMap { Int($0) } : nil
  }

  /// Whether a prompt reminds of nothing any more.
  func isMoot(_ slot: String) -> Bool {
    guard let number = Self.number(ofReminder: slot) else { return false }
    guard let pledge = all[number], pledge.isOpen else { return true }
    return pledge.slot != slot
  }
}

extension Witness {
  /// Whether a prompt has nothing left to say.
  func isDone(_ known: Known) -> Bool {
    isAnswered(known.prompted.questions, askedOn: known.prompted.id.day, by: known.prompted)
      || pledges.isMoot(known.prompted.id.slot)
  }

  /// A reminder began.
  func reminded(_ prompted: PromptContent, at now: Instant) {
    let id = prompted.id
    if pledges.isMoot(id.slot) {
      complain("nobody is reminded of what is closed", "\(id)", at: now)
    }
    if !pledges.given.insert(id.slot).inserted {
      complain("one reminder for a commitment and a time", "\(id) again", at: now)
    }
    seeThatNothingIsHushed(id, at: now)
    if timetable(at: now).isNight(at: now) {
      complain("nothing begins after the day's end", "\(id)", at: now)
    }
    let pledge = Pledges.number(ofReminder: id.slot).flatMap { pledges.all[$0] }
    guard let due = pledge?.due, let wanted = pledge?.wanted else { return }
    // Out of a time in which nothing is said, it is moved forward two days at most.
    if due <= now || now < wanted.adding(seconds: -2 * 86_400) {
      complain("reminded before it is due", "\(id)", at: now)
    }
  }

  /// Sees to it that whoever could be reminded today was.
  func seeThatNobodyIsLeftUnreminded(at now: Instant) {
    let timetable = timetable(at: now)
    let today = timetable.today
    if now < context.clockStarts || isRest(today) { return }
    for pledge in pledges.open where !pledges.given.contains(pledge.slot) {
      guard let due = pledge.due, let wanted = pledge.wanted else { continue }
      let wantedOn = context.calendar.day(at: wanted)
      guard today.dayNumber - wantedOn.dayNumber < 3 else { continue }
      let couldBegin = max(wanted, undisturbed, timetable.end(of: today.adding(days: -1)))
      let start = attendance.isOwed(from: couldBegin, waits: attendance.isAlone)
      let couldSpeak = timetable.couldSpeak(from: start, until: min(now, due)) { instant in
        silences.isPaused(at: instant) || timetable.isNight(at: instant)
      }
      if couldSpeak {
        complain(
          "nobody is left unreminded",
          "\(pledge.slot) due \(context.zone.timestamp(due))",
          at: now
        )
      }
    }
  }
}
