extension Teaching {
  /// What a question is about on a day, where that changes: its name, and what it is called.
  public func topic(
    of question: Question,
    on day: CivilDate,
    coach: Coach
  ) -> (name: String, title: String)? {
    switch question.about {
    case .day, .eveningBefore, .tip, .hesitation, .extra: return nil
    case .tipBefore:
      return coach.tipTold(on: day.adding(days: -1)).map { id in
        (id, tip(id)?.wording.title ?? id)
      }
    case .arc, .arcBack:
      guard let arc = coach.topic(askedBy: question.id, on: day).flatMap(arc) else { return nil }
      return (arc.id, question.about == .arc ? arc.wording.offer : arc.wording.back)
    case .slot:
      guard let topic = coach.topic(askedBy: question.id, on: day),
        let hour = BestHour(topic)
      else { return nil }
      return (topic, phrases.words(for: hour))
    case .plan:
      guard let topic = coach.topic(askedBy: question.id, on: day), let plan = OwnPlan(topic) else {
        return nil
      }
      return (topic, phrases.words(for: plan))
    case .post: return post(on: day).map { ($0, $0) }
    }
  }

  /// The post of a week, from Monday on: all that are listed in turn.
  func post(on day: CivilDate) -> String? {
    if posts.isEmpty { return nil }
    let monday = day.dayNumber - (day.weekday.rawValue - 1)
    let week = (monday - Teaching.someMonday) / 7
    return posts[(week % posts.count + posts.count) % posts.count]
  }

  /// The day number of a Monday.
  private static let someMonday = 4
}

extension Phrases {
  /// That a slot is answered at another hour, and whether it is to come then.
  fileprivate func words(for hour: BestHour) -> String {
    let slot = ("slot", slot(hour.slot))
    let (count, of) = (("count", String(hour.count)), ("of", String(hour.of)))
    let span = ("span", length(ofSeconds: Int64(roughly(abs(hour.minutes))) * 60))
    let (from, time) = (("from", hour.from.shortDescription), ("time", hour.to.shortDescription))
    return hour.minutes < 0
      ? self("move-slot-earlier", slot, count, of, span, from, time)
      : self("move-slot-later", slot, count, of, span, from, time)
  }

  /// As one says how long something took: to five minutes.
  private func roughly(_ minutes: Int) -> Int { (minutes + 2) / 5 * 5 }

  /// That a plan did not come about, and what is asked then.
  fileprivate func words(for plan: OwnPlan) -> String {
    self(
      "plan-anew",
      ("plan", plan.text),
      ("made", String(plan.made)),
      ("known", String(plan.known))
    )
  }
}
