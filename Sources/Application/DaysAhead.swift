package import Coaching

/// What the coach would do on some days.
package struct DaysAhead {
  /// A day on which anything would be.
  package struct Day {
    package var date: CivilDate
    package var clockChanges: [Zone.Change]
    /// Why nothing is said; nil where something may be.
    package var rest: PassReason?
    package var moments: [SlotOccurrence]
  }

  /// What was planned from.
  package var context: PlanningContext
  package var days: [Day]
  /// How the coach has withdrawn; nil while the person reacts.
  package var backOff: BackOffReport?

  /// All moments in the order in which they are due.
  package var moments: [SlotOccurrence] { days.flatMap(\.moments).sorted { $0.due < $1.due } }

  /// The slots that never come, for their time is not set.
  package var sleeping: [Slot] { context.schedule.slots.filter { $0.when == nil } }
}

extension Workspace {
  /// What the coach would do on some days; writes nothing.
  ///
  /// - Parameters:
  ///   - first: The first day.
  ///   - count: How many days, 1 or more.
  ///   - zone: Another zone than the person's; nil for theirs.
  /// - Returns: The days on which there is anything to tell.
  /// - Throws: When the ledger cannot be read.
  package func daysAhead(
    from first: CivilDate,
    count: Int,
    in zone: Zone? = nil
  ) throws(CommandError) -> DaysAhead {
    var context = self.context
    if let zone { context.zone = zone }
    let coach = try coach().placed(in: context.zone)
    let moments = coach.moments(from: first, days: count, at: now, for: context)
    let ofDays = Dictionary(grouping: moments) { $0.id.day }
    let days = (0..<count).map { number in
      let date = first.adding(days: number)
      return DaysAhead.Day(
        date: date,
        clockChanges: context.calendar.clockChanges(on: date),
        rest: coach.rest(on: date, for: context.schedule),
        moments: ofDays[date, default: []].sorted { $0.due < $1.due }
      )
    }
    let told = days.filter { !$0.moments.isEmpty || $0.rest != nil || !$0.clockChanges.isEmpty }
    return DaysAhead(context: context, days: told, backOff: backOff(coach, for: context))
  }
}
