package import Coaching

/// What can be named by its name, or by its first letters where they fit only one.
extension Workspace {
  /// The question of a name.
  package func question(named name: String) throws(CommandError) -> Question {
    if let question = teaching.question(name) { return question }
    // Those that are asked every day are meant first.
    let single = teaching.questions.filter { $0.check == nil }
    for some in [single, teaching.questions] {
      let found = try Suggestions.only("question", name, among: some.map(\.id))
      if let question = found.flatMap(teaching.question) { return question }
    }
    let names = single.map(\.id) + teaching.checks.map(\.id)
    throw CommandError(.data, Suggestions.unknown("question", name, among: names))
  }

  /// The self-check of a name; nil where there is none, or where a question may be meant.
  package func selfCheck(named name: String) -> SelfCheck? {
    if let check = teaching.check(name) { return check }
    let name = name.lowercased()
    let single = teaching.questions.filter { $0.check == nil }
    if name.isEmpty || single.contains(where: { $0.id.hasPrefix(name) }) { return nil }
    let starting = teaching.checks.filter { $0.id.hasPrefix(name) }
    return starting.count == 1 ? starting[0] : nil
  }

  /// The habit of a name, which may be one that is not asked any more.
  package func habit(named name: String) throws(CommandError) -> Habit {
    let names = habits.map(\.question.id)
    let found = try Suggestions.only("habit", name, among: names)
    if let habit = habit(found ?? name) { return habit }
    if let former = try formerHabits().first(where: { $0.question.id == name }) { return former }
    throw CommandError(.data, Suggestions.unknown("habit", name, among: names))
  }

  /// The circle of a name or a title.
  package func circle(named typed: String) throws(CommandError) -> String {
    let names = context.profile.circleNames
    let typed = typed.trimmed.lowercased()
    let spoken = names.map { name in
      (name: name, words: [name.lowercased(), phrases.circle(name).lowercased()])
    }
    if let circle = spoken.first(where: { $0.words.contains(typed) }) { return circle.name }
    let starting = spoken.filter { circle in
      !typed.isEmpty && circle.words.contains { $0.hasPrefix(typed) }
    }
    if starting.count == 1 { return starting[0].name }
    if starting.count > 1 {
      let fitting = starting.map(\.name)
      throw CommandError(.data, Suggestions.ambiguous("circle", typed, among: fitting))
    }
    if Tip.Circle(rawValue: typed) != nil {
      throw CommandError(
        .data,
        "“\(typed)” is one of your circles-off; take it out of [profile] first"
      )
    }
    let unknown = Suggestions.unknown("circle", typed, among: names)
    throw CommandError(.data, "\(unknown) (your own go into [profile] circles)")
  }

  /// The obstacle of a number or a name.
  package static func obstacle(named typed: String) throws(CommandError) -> Obstacle {
    let text = typed.trimmed.lowercased()
    if let obstacle = text.wholeNumber.flatMap(Obstacle.init) { return obstacle }
    let names = Obstacle.allCases.map(\.name)
    let found = try Suggestions.only("obstacle", text, among: names)
    if let obstacle = Obstacle.allCases.first(where: { $0.name == found }) { return obstacle }
    let five = Obstacle.allCases.map { "\($0.rawValue) \($0.name)" }.joined(separator: ", ")
    let offer = nearest(to: text, among: names).map { "did you mean “\($0)”?" }
    let what = "there is no obstacle “\(typed.printable)”; "
    throw CommandError(.data, what + (offer ?? "the five are \(five)"))
  }

  /// What an answered question is called; one that is not asked any more says so, by what it was
  /// called then.
  package func title(of answered: Answered) -> String {
    teaching.question(answered.question)?.wording.title
      ?? phrases("former", ("habit", answered.title ?? answered.question))
  }
}
