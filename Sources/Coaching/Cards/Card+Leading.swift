/// What leads to a tip: on the first morning who speaks, and where it follows from something that
/// the person said, what that was.
extension Teaching {
  func lines(leadingTo tip: Tip, on day: CivilDate, by coach: Coach) -> [Card.Line] {
    if length == .short { return [] }
    // Of tips it is remembered for good when they were told.
    if coach.told.allSatisfy({ $0.day >= day }) { return said("first-morning", on: day) }
    switch coach.choice(of: tip.id, on: day)?.claim {
    case .followUp(let followUp):
      guard let answered = coach.day(of: followUp, before: day) else { return [] }
      let when = phrases.dayBefore(answered, from: day)
      return said("following-\(followUp.rawValue)", on: day, ("day", when))
    case .obstacle(let number):
      return said("following-obstacle", on: day, ("obstacle", phrases.obstacle(number)))
    // The other side follows from nothing that was said.
    case .check(let id, let side) where side != .other:
      let title = question(id)?.wording.title ?? id
      return said("following-\(side.rawValue)", on: day, ("check", title))
    case .check, .overGiving, .step, .circle, .extra, .offHours, .rotation, .another, nil:
      return []
    }
  }

  /// A frame's wording of a day; nothing where the language has none.
  private func said(
    _ name: String,
    on day: CivilDate,
    _ value: (name: String, value: String) = ("", "")
  ) -> [Card.Line] {
    phrases.has(name) ? [.text(phrases(name, on: day, value))] : []
  }
}

extension Phrases {
  /// A civil day of the week before another, as it is said within a sentence.
  func dayBefore(_ day: CivilDate, from today: CivilDate) -> String {
    if day == today { return self("day-today") }
    if day == today.adding(days: -1) { return self("day-yesterday") }
    let names = self("weekday-full-names").split(separator: " ")
    let place = day.weekday.rawValue - 1
    return self("day-weekday", ("day", names.indices.contains(place) ? String(names[place]) : ""))
  }
}

extension Coach {
  /// The civil day of the last answer that a follow-up follows, of the days before another.
  fileprivate func day(of followUp: FollowUp, before day: CivilDate) -> CivilDate? {
    let days = day.adding(days: -Quotas().followUpDays)..<day
    let standing = answers.filter { given in
      days.contains(given.day) && answer(to: given.answered.question, on: given.day) == given
    }
    switch followUp {
    case .declined: return standing.last { $0.answered.answer == .outcome(.declined) }?.day
    case .couldNot: return standing.last { $0.answered.answer == .outcome(.couldNot) }?.day
    case .low: return standing.last { $0.answered.answer.isLow }?.day
    case .late: return standing.last { $0.answered.question == Habit.sleep }?.day
    case .muddled:
      return extras.compactMap(landing).last { !$0.isWelcome && days.contains($0.day) }?.day
    }
  }
}
