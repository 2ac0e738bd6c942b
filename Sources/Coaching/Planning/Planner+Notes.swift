/// How notes are brought back; every number here is the program's choice.
enum Recall {
  /// For how many days after one of its kind a note that comes now and then stays away.
  static let restDays = 7
  /// For how many days notes that come in turn stay away, so that one comes every other day.
  static let turnDays = 2
  /// How many days back a low or late week is looked for: each weekday once.
  static let weekDays = 7
  /// How many low answers make one: two may be one bad day that two questions asked about.
  static let lowAnswers = 3
  /// How many late evenings make one: more than a weekend and two parties.
  static let lateEvenings = 5
  /// For how many days after a note its line is asked for; who stops is not reminded for long.
  static let habitDays = 3
  /// After how many days a note comes again.
  static let laterDays = 30
}

extension Slot {
  /// Whether it carries nothing but what it brings up where there is any.
  func onlyBrings(_ teaching: Teaching) -> Bool {
    let brought = [Teaching.promisesItem] + teaching.recalledNotes
    return !carries.isEmpty && carries.allSatisfy(brought.contains)
  }
}

extension Coach {
  /// The promises and notes that a slot's prompt brings up on a civil day.
  ///
  /// Beside what was written the day before it is one note at most: the first kind that the slot
  /// carries and that has one.
  func brought(by slot: Slot, on day: CivilDate, for context: PlanningContext) -> [Entry.ID] {
    if entries.all.isEmpty { return [] }
    var brought: [Entry.ID] = []
    if slot.carries.contains(Teaching.promisesItem) { brought += listed(on: day, for: context) }
    var hasNote = false
    for kind in slot.carries.compactMap(context.teaching.note) {
      let notes = entries.open(.note).filter { $0.entry.kind == kind.id }
      if kind.recall == .nextDay || kind.recall == .sameDay {
        let written = kind.recall == .nextDay ? day.adding(days: -1) : day
        let fresh = notes.filter { $0.madeOn == written }.map(\.id)
        brought += fresh
        if kind.recall == .nextDay { hasNote = hasNote || !fresh.isEmpty }
      } else if !hasNote, let note = recalled(kind, among: notes, on: day, for: context.teaching) {
        brought.append(note)
        hasNote = true
      }
    }
    return brought
  }

  /// The note of a kind whose turn it is on a civil day.
  private func recalled(
    _ kind: NoteKind,
    among notes: [Entries.Standing],
    on day: CivilDate,
    for teaching: Teaching
  ) -> Entry.ID? {
    let ids = notes.map(\.id)
    switch kind.recall {
    case .never, .nextDay, .sameDay: return nil
    case .inTurn:
      let isResting = hasBrought(ids, within: Recall.turnDays, before: day)
      return isResting ? nil : next(of: ids, on: day)
    case .lowWeek:
      let isResting = hasBrought(ids, within: Recall.restDays, before: day)
      let isOwed = !isResting && isLowWeek(before: day, for: teaching)
      return isOwed ? next(of: ids, on: day) : nil
    case .later:
      let old = notes.filter { $0.madeOn.days(until: day) >= Recall.laterDays }.map(\.id)
      let isResting = hasBrought(ids, within: Recall.restDays, before: day)
      return isResting ? nil : next(of: old, on: day)
    }
  }

  /// The one after the one that was brought up last; so all come in turn, the longest away first.
  private func next(of ids: [Entry.ID], on day: CivilDate) -> Entry.ID? {
    if ids.isEmpty { return nil }
    let brought = prompts.filter { $0.prompted.id.day < day }
      .sorted { $0.prompted.due < $1.prompted.due }.flatMap(\.prompted.entries)
    // What was brought up too long ago to be remembered is as good as any.
    guard let last = brought.last(where: { $0.list == .note && ids.contains($0) }) else {
      return ids[day.dayNumber % ids.count]
    }
    return ids.first { $0.number > last.number } ?? ids[0]
  }

  /// Whether one of some notes was brought up in the days before.
  private func hasBrought(_ ids: [Entry.ID], within days: Int, before day: CivilDate) -> Bool {
    hasPrompted(within: days, before: day) { $0.entries.contains(where: ids.contains) }
  }

  /// Whether a prompt of fewer than so many days before a civil day was such a one.
  func hasPrompted(
    within days: Int,
    before day: CivilDate,
    _ isMeant: (PromptContent) -> Bool
  ) -> Bool {
    let first = day.adding(days: -days)
    return prompts.contains { prompt in
      first < prompt.prompted.id.day && prompt.prompted.id.day < day && isMeant(prompt.prompted)
    }
  }

  /// Whether a cue is said on a civil day: its step is reached, and what it waits for has come.
  func isSaid(_ cue: Cue, on day: CivilDate, for context: PlanningContext) -> Bool {
    isReached(step: cue.step, for: context.profile) && hasCome(cue, on: day, for: context)
  }

  /// Whether what a cue waits for has come: a note of its kind was written lately and none today,
  /// and it is the week that it is for, in which it is said once.
  func hasCome(_ cue: Cue, on day: CivilDate, for context: PlanningContext) -> Bool {
    if let kind = cue.notes.first {
      let notes = entries.open(.note).filter { cue.notes.contains($0.entry.kind) }
      let first = day.adding(days: -Recall.habitDays)
      let isUsed = notes.contains { (first...day).contains($0.madeOn) }
      if !isUsed || notes.contains(where: { $0.madeOn == day && $0.entry.kind == kind }) {
        return false
      }
    }
    guard let week = cue.week else { return true }
    let isResting = hasPrompted(within: Recall.restDays, before: day) { $0.cues.contains(cue.id) }
    if isResting { return false }
    switch week {
    case .low: return isLowWeek(before: day, for: context.teaching)
    case .late: return isLateWeek(before: day, for: context.profile)
    }
  }

  /// Whether most evenings of the days before were later than the person meant.
  private func isLateWeek(before day: CivilDate, for profile: Profile) -> Bool {
    let week = day.adding(days: -Recall.weekDays)...day.adding(days: -1)
    return evenings(in: week, for: profile).count { !$0.isInTime } >= Recall.lateEvenings
  }

  /// Whether the answers of the days before were often low.
  private func isLowWeek(before day: CivilDate, for teaching: Teaching) -> Bool {
    let low = standing(in: day.adding(days: -Recall.weekDays)..<day).filter { given in
      teaching.question(given.answered.question)?.better == .more
        && (given.answered.answer.isLow || given.answered.answer == .yesNo(false))
    }
    return low.count >= Recall.lowAnswers
  }
}
