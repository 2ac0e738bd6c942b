/// How a commitment is reminded of; every number here is the program's choice.
enum Reminder {
  /// How long before its reserve begins a commitment is reminded of.
  static let leadSeconds: Int64 = 15 * 60
  /// How long before a day of rest, in its place: the afternoon before.
  static let restLeadSeconds: Int64 = 12 * 3600
  /// How far back a reminder is moved at most, out of a time in which nothing is said.
  static let longestMoveSeconds: Int64 = 2 * 86_400
  /// For how many civil days a reminder that could not be given is tried.
  ///
  /// With the days that it may be moved back this is less than the days that a prompt is
  /// remembered, so none comes twice.
  static let daysTried = 5
  /// How many spans in a row in which nothing is said are looked past: four nights, each with
  /// quiet hours around it.
  static let spansPassed = 8
  /// After how many civil days what fell due is asked about again.
  static let daysAsked = 7
}

extension Entry.ID {
  /// The commitment that a prompt reminds of; nil where it is a slot's.
  public init?(ofReminder slot: String) {
    // Nearly every name is a slot's, and told apart by its beginning.
    guard slot.hasPrefix(List.promise.rawValue) else { return nil }
    let parts = slot.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0] == List.promise.rawValue,
      let number = Int(parts[1]), number > 0, parts.count == 2 || Int(parts[2]) != nil
    else { return nil }
    self.init(.promise, number)
  }

  /// Whether a slot's name is the name of a reminder, so that no slot can have it.
  public static func isReminder(_ slot: String) -> Bool { Entry.ID(ofReminder: slot) != nil }
}

extension Entries.Standing {
  /// What stands for a slot in the prompt that reminds of it: one name for each of its times.
  var reminder: String {
    let name = "\(id.list.rawValue)-\(id.number)"
    return entry.timing == 1 ? name : "\(name)-\(entry.timing)"
  }
}

extension Planner {
  /// What becomes of what reminds of commitments, as of a slot's prompt; nothing is written down of
  /// one that could not be given, since the next day has it again.
  func reminderVerdicts(hush: QuietInterval?) -> [Judged] {
    if coach.entries.all.isEmpty || coach.rest(on: today, for: schedule) != nil {
      return []
    }
    if context.nightBegan(before: now) != nil { return [] }
    return reminders(on: today).compactMap { reminder in
      guard reminder.due <= now, !coach.isPrompted(reminder.id) else { return nil }
      let verdict = opening(reminder, hush: hush)
      if case .passed = verdict { return nil }
      return (reminder.id, verdict)
    }
  }

  /// The moments of a civil day at which commitments are reminded of for the first time.
  func reminderMoments(on day: CivilDate) -> [SlotOccurrence] {
    if coach.entries.all.isEmpty { return [] }
    let begin = calendar.start(of: day)
    return reminders(on: day).filter { $0.due > begin }.map { reminder in
      let opens = heard(after: reminder.due)
      return SlotOccurrence(
        id: reminder.id,
        due: reminder.due,
        until: reminder.until,
        opens: opens < reminder.until ? opens : nil,
        carries: [Teaching.promisesItem]
      )
    }
  }

  /// The end of the night that keeps now what reminds of a commitment; nil where none does.
  ///
  /// Nobody else looks at that moment: the messages of the next day may come much later.
  var reminderNightEnds: Instant? {
    if coach.entries.all.isEmpty { return nil }
    guard let ends = context.night(at: now)?.nightEnds else { return nil }
    let isKept = reminders(on: calendar.day(at: ends)).contains { reminder in
      reminder.due < ends && ends < reminder.until && !coach.isPrompted(reminder.id)
    }
    return isKept ? ends : nil
  }

  /// What reminds on a civil day: of each open commitment until it is due, and on one day only.
  private func reminders(on day: CivilDate) -> [PromptContent] {
    let (begin, end) = (calendar.start(of: day), calendar.end(of: day))
    return coach.entries.all.compactMap { standing in
      let entry = standing.entry
      guard standing.isOpen, let due = entry.due, begin < due else { return nil }
      let earliest = due.adding(seconds: -entry.reserveSeconds - Reminder.longestMoveSeconds)
      guard earliest.adding(seconds: -Reminder.leadSeconds) < end else { return nil }
      let at = reminder(of: standing, due: due)
      guard at < end, at < due,
        day.dayNumber - calendar.day(at: at).dayNumber < Reminder.daysTried
      else { return nil }
      if isListed(entry, timedAt: standing.timedAt) { return nil }
      let id = PromptID(slot: standing.reminder, day: day)
      let isGiven = coach.prompts.contains {
        $0.prompted.id.slot == id.slot && $0.prompted.id.day != day
      }
      if isGiven { return nil }
      return PromptContent(
        id: id,
        due: max(at, begin),
        until: min(due, end),
        entries: [standing.id]
      )
    }
  }

  /// Whether a list of its day says all of a commitment for which no time was named.
  private func isListed(
    _ entry: Entry,
    timedAt timed: Instant
  ) -> Bool {
    guard entry.isWholeDay, entry.reserveSeconds == 0, let due = entry.due else { return false }
    let day = calendar.day(at: due)
    if coach.rest(on: day, for: schedule) != nil { return false }
    return schedule.slots.contains { slot in
      guard slot.carries.contains(Teaching.promisesItem),
        let listed = slot.due(on: day, in: calendar)
      else { return false }
      return timed < listed && listed < due
    }
  }

  /// When a commitment is reminded of: a little before its reserve begins.
  ///
  /// Made inside its reserve, it is reminded of halfway to its time. Where nothing is said then,
  /// it comes before that begins, if the commitment was there.
  private func reminder(
    of standing: Entries.Standing,
    due: Instant
  ) -> Instant {
    let made = standing.timedAt
    let begins = due.adding(seconds: -standing.entry.reserveSeconds - Reminder.leadSeconds)
    let half = made.adding(seconds: (due.seconds - made.seconds) / 2)
    let wanted = begins > made ? begins : half
    return heard(before: wanted).flatMap { $0 > made ? $0 : nil } ?? wanted
  }

  /// The first instant from one on at which nothing keeps the coach from speaking.
  private func heard(after due: Instant) -> Instant {
    var at = due
    // Each round but the last passes one span in which nothing is said.
    for _ in 0..<Reminder.spansPassed {
      if let hush = coach.hush(at: at, for: context) {
        at = hush.until
      } else if let night = context.night(at: at) {
        at = night.nightEnds
      } else {
        return at
      }
    }
    return at
  }

  /// The last instant up to one at which something is said; nil where it is too long before.
  private func heard(before wanted: Instant) -> Instant? {
    let first = wanted.adding(seconds: -Reminder.longestMoveSeconds)
    var at = wanted
    // Each round but the last passes one span in which nothing is said.
    for _ in 0..<Reminder.spansPassed {
      let day = calendar.day(at: at)
      if coach.rest(on: day, for: schedule) != nil {
        at = calendar.start(of: day).adding(seconds: -Reminder.restLeadSeconds)
      } else if let ended = context.nightBegan(before: at) {
        at = ended.adding(seconds: -Reminder.leadSeconds)
      } else if let quiet = schedule.quiet.begin(at: at, in: calendar.zone) {
        at = quiet.adding(seconds: -Reminder.leadSeconds)
      } else {
        return at
      }
      if at < first { return nil }
    }
    return nil
  }
}

extension Coach {
  /// Whether a prompt only reminds of what is closed by now, or has another time.
  func isMoot(_ prompted: PromptContent) -> Bool {
    guard let id = Entry.ID(ofReminder: prompted.id.slot) else { return false }
    guard let standing = entries[id] else { return true }
    return !standing.isOpen || standing.reminder != prompted.id.slot
  }

  /// The commitments that a prompt of a civil day lists: what falls due on it, what fell due
  /// before, and what has no time yet.
  ///
  /// Of the last two the person is told on the day after, and then once a week.
  func listed(on day: CivilDate, for context: PlanningContext) -> [Entry.ID] {
    if entries.all.isEmpty { return [] }
    let begin = context.calendar.start(of: day)
    let end = context.calendar.end(of: day)
    return entries.open(.promise).filter { standing in
      guard let due = standing.entry.due else {
        return (day.dayNumber - standing.madeOn.dayNumber) % 7 == 1
      }
      if due >= begin { return due < end }
      return !hasAsked(about: standing.id, since: due, before: day)
    }.map(\.id)
  }

  /// Whether it was asked in the days before a civil day what became of a commitment.
  private func hasAsked(about id: Entry.ID, since due: Instant, before day: CivilDate) -> Bool {
    hasPrompted(within: Reminder.daysAsked, before: day) { prompted in
      prompted.due >= due && prompted.entries.contains(id)
    }
  }

  /// The open commitments that a person has to look at on a civil day: what is due on it or was
  /// before, and what a prompt of that day brought up.
  public func promised(on day: CivilDate, for context: PlanningContext) -> [Entries.Standing] {
    let end = context.calendar.end(of: day)
    return entries.open(.promise).filter { standing in
      standing.entry.due.map { $0 < end } ?? false
        || hasPrompt(of: day) { $0.prompted.entries.contains(standing.id) }
    }
  }
}
