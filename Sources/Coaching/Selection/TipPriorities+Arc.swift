/// What is told in parts: which arc is offered, and which part of the one that goes on is next.
extension TipPriorities {
  /// The parts of an arc that are for this person, in their order.
  func parts(of arc: Arc) -> [Int] {
    arc.parts.compactMap(items.place).filter { place in
      profile.suits(tips[place]) && isReached(tips[place])
        && !coach.muted.contains(tips[place].id)
    }
  }

  /// Those of its parts that were not told since the person said yes.
  private func untold(of run: ArcRun) -> [Int] {
    parts(of: run.arc).filter { items[$0].lastTold.map { $0 <= run.since } ?? true }
  }

  /// The next part of the arc that goes on, with that; nil where none does, and on a day that has
  /// no place for it: then it waits.
  var nextPart: (arc: String, place: Int)? {
    guard let run = coach.arcRun(on: day, for: context.teaching), run.since < day,
      let next = untold(of: run).first, hasItsDay(tips[next])
    else { return nil }
    return (run.arc.id, next)
  }

  /// The arc that goes on, some part of it being still to come; nil where none does.
  var ongoingArc: String? {
    guard let run = coach.arcRun(on: day, for: context.teaching), !untold(of: run).isEmpty else {
      return nil
    }
    return run.arc.id
  }

  /// The arc that was told to its end, and on which day that was; nil where none was.
  var endedArc: (arc: String, day: CivilDate)? {
    guard let run = coach.arcRun(on: day, for: context.teaching), untold(of: run).isEmpty,
      let last = parts(of: run.arc).compactMap({ items[$0].lastTold }).max()
    else { return nil }
    return (run.arc.id, last)
  }

  /// The arc whose turn it is to be offered: one of the person's obstacle first, then what was
  /// never offered, and of these one drawn.
  var offeredArc: String? {
    if day.dayNumber - firstDay.dayNumber < quotas.gentleDays { return nil }
    let answers = coach.arcAnswers(for: context.teaching)
    if ongoingArc != nil { return nil }
    let free = context.teaching.arcs.filter { arc in
      mayOffer(arc)
        && !answers.contains { $0.arc == arc.id && $0.day.days(until: day) < quotas.arcRestDays }
    }
    let ranked = free.map { arc in
      (
        arc: arc.id, rank: arc.obstacle == nil ? 1 : 0,
        draw: SeededDraw.unit("\(coach.seed ?? "")|\(arc.id)|\(day.year)")
      )
    }
    return ranked.min { ($0.rank, $0.draw) < ($1.rank, $1.draw) }?.arc
  }

  /// Whether an arc is for this person, and none of it was told lately.
  private func mayOffer(_ arc: Arc) -> Bool {
    guard arc.obstacle == nil || arc.obstacle == profile.obstacle else { return false }
    let parts = parts(of: arc)
    guard parts.count == arc.parts.count else { return false }
    return parts.allSatisfy { place in
      let rest = tips[place].arc == nil ? quotas.repeatDays : quotas.arcRestDays
      return items[place].lastTold == nil || age(place) >= rest
    }
  }
}
