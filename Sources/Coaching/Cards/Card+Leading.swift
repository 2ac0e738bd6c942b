/// What leads to a tip: on the first morning who speaks, and where it follows from something that
/// the person said, what that was.
extension Teaching {
  /// What leads to a tip, where anything does.
  func lines(leadingTo tip: Tip, on day: CivilDate, by coach: Coach) -> [Card.Line] {
    // Of tips it is remembered for good when they were told.
    guard length != .short, let first = coach.told.map(\.day).min() else { return [] }
    if first >= day { return firstMorning }
    let following = words(leadingTo: tip, on: day, by: coach)
    return (first == day.adding(days: -7) ? firstWeek : [])
      + (following.map { [.text($0)] } ?? [])
  }

  /// Who speaks; nothing where the language has no words for that.
  private var firstMorning: [Card.Line] {
    phrases.has("first-morning") ? [.text(phrases("first-morning"))] : []
  }

  private var firstWeek: [Card.Line] {
    phrases.has("first-week") ? [.text(phrases("first-week"))] : []
  }

  private func words(leadingTo tip: Tip, on day: CivilDate, by coach: Coach) -> String? {
    let claim = coach.choice(of: tip.id, on: day)?.claim
    if let claim, claim.isSeries, coach.isFollowed(claim, before: day) { return nil }
    switch claim {
    case .followUp(let followUp):
      let answered = coach.day(of: followUp, before: day)
      return answered.map { phrases.following(followUp, of: $0, on: day) }
    case .obstacle(let number):
      let obstacle = ("obstacle", phrases.obstacle(number))
      return phrases("following-obstacle", on: day, obstacle)
    case .check(let id, .highest):
      return phrases("following-highest", on: day, ("check", title(of: id)))
    case .check(let id, .lowest):
      return phrases("following-lowest", on: day, ("check", title(of: id)))
    case .arc(let id): return arc(id).map { words(leadingTo: tip, of: $0, by: coach) }
    // The other side follows from nothing that was said.
    case .check, .overGiving, .step, .circle, .extra, .offHours, .rotation, .another, nil:
      return nil
    }
  }

  /// Which part of an arc a tip is.
  private func words(leadingTo tip: Tip, of arc: Arc, by coach: Coach) -> String {
    let parts = arc.parts.filter { !coach.muted.contains($0) && has(tip: $0) }
    return phrases(
      "arc-part",
      ("part", String((parts.firstIndex(of: tip.id) ?? 0) + 1)),
      ("count", String(parts.count)),
      ("arc", arc.wording.title)
    )
  }

  private func title(of question: String) -> String {
    self.question(question)?.wording.title ?? question
  }
}

extension Phrases {
  /// What a tip follows, in a clause that leads to it.
  fileprivate func following(
    _ followUp: FollowUp,
    of answered: CivilDate,
    on day: CivilDate
  ) -> String {
    let when = ("day", dayBefore(answered, from: day))
    return switch followUp {
    case .declined: self("following-declined", on: day, when)
    case .couldNot: self("following-could-not", on: day, when)
    case .muddled: self("following-muddled", on: day, when)
    case .late: self("following-late", on: day, when)
    case .low: self("following-low", on: day, when)
    }
  }

  /// A civil day of the week before another, as it is said within a sentence.
  func dayBefore(_ day: CivilDate, from today: CivilDate) -> String {
    if day == today { return self("day-today") }
    if day == today.adding(days: -1) { return self("day-yesterday") }
    return self("day-weekday", ("day", day.weekday.name(among: self("weekday-full-names"))))
  }
}

extension Coach {
  /// The civil day of the last answer that a follow-up follows, of the days before another.
  fileprivate func day(of followUp: FollowUp, before day: CivilDate) -> CivilDate? {
    let days = day.adding(days: -Quotas().followUpDays)..<day
    let standing = standing(in: days)
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

extension TipPriority {
  /// Whether several tips answer the same: what they follow from is said of the first.
  fileprivate var isSeries: Bool {
    switch self {
    case .obstacle, .check: true
    case .followUp, .overGiving, .step, .circle, .arc, .extra, .offHours, .rotation, .another: false
    }
  }
}

extension Coach {
  /// For how many civil days nobody needs to hear again what a tip follows from.
  ///
  /// A week, the program's choice: to be told thrice in it what one finds hard is no help with it.
  private static let followedDays = 7

  /// Whether a tip that answered the same came in the week before a day.
  fileprivate func isFollowed(_ claim: TipPriority, before day: CivilDate) -> Bool {
    choices.contains { choice in
      choice.chosen.claim == claim && choice.chosen.slot == TipDecision.tipSlot
        && (1..<Coach.followedDays).contains(choice.day.days(until: day))
    }
  }
}
