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
