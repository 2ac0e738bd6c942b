package import Coaching

/// What can be named by its name, or by its first letters where they fit only one.
extension Workspace {
  /// The question of a name or a title.
  package func question(named name: String) throws(CommandError) -> Question {
    if let question = teaching.question(name) { return question }
    // Those that are asked every day are meant first.
    let single = teaching.questions.filter { $0.check == nil }
    for some in [single, teaching.questions] {
      let found = try Suggestions.only(.question, name, among: some.map(\.name))
      if let question = found.flatMap(teaching.question) { return question }
    }
    let names = single.map(\.name) + teaching.checks.map { Name($0.id, $0.title) }
    throw CommandError(.data, Suggestions.unknown(.question, name, among: names))
  }

  /// The self-check of a name or a title; nil where there is none, or where a question may be
  /// meant.
  package func selfCheck(named name: String) -> SelfCheck? {
    if let check = teaching.check(name) { return check }
    let name = Lexicon.compared(name)
    let single = teaching.questions.filter { $0.check == nil }
    if name.isEmpty || single.contains(where: { $0.id.hasPrefix(name) }) { return nil }
    if single.contains(where: { Lexicon.compared($0.wording.title) == name }) { return nil }
    let starting = teaching.checks.filter {
      $0.id.hasPrefix(name) || Lexicon.compared($0.title).hasPrefix(name)
    }
    return starting.count == 1 ? starting[0] : nil
  }

  /// The habit of a name or a title, which may be one that is not asked any more.
  package func habit(named name: String) throws(CommandError) -> Habit {
    let names = habits.map(\.question.name)
    let found = try Suggestions.only(.habit, name, among: names)
    if let habit = habit(found ?? name) { return habit }
    if let former = try formerHabits().first(where: { $0.question.id == name }) { return former }
    throw CommandError(.data, Suggestions.unknown(.habit, name, among: names))
  }

  /// The circle of a name or a title.
  package func circle(named typed: String) throws(CommandError) -> String {
    let circles = context.profile.circleNames.map { Name($0, phrases.circle($0)) }
    if let circle = try Suggestions.only(.circle, typed, among: circles) { return circle }
    if let circle = try lexicon.meaning(of: typed, in: .circle),
      context.profile.circleNames.contains(circle)
    {
      return circle
    }
    let typed = typed.trimmed.lowercased()
    if Tip.Circle(rawValue: typed) != nil {
      throw CommandError(.data, "circle-off", ("name", typed))
    }
    let unknown = Suggestions.unknown(.circle, typed, among: circles)
    throw CommandError(.data, "unknown-circle", ("refusal", unknown))
  }

  /// The obstacle of a number, a name or what it is called.
  package func obstacle(named typed: String) throws(CommandError) -> Obstacle {
    let names = Obstacle.allCases.map { Name($0.name, phrases.obstacle($0.rawValue)) }
    if let obstacle = try number(typed).flatMap(Obstacle.init) { return obstacle }
    let found = try Suggestions.only(.obstacle, typed, among: names)
    return try Workspace.obstacle(named: found ?? typed, names)
  }

  /// The obstacle of a number or a name.
  package static func obstacle(named typed: String) throws(CommandError) -> Obstacle {
    try obstacle(named: typed, Obstacle.allCases.map { Name($0.name) })
  }

  private static func obstacle(
    named typed: String,
    _ known: [Name]
  ) throws(CommandError) -> Obstacle {
    let text = typed.trimmed.lowercased()
    if let obstacle = text.wholeNumber.flatMap(Obstacle.init) { return obstacle }
    let names = Obstacle.allCases.map(\.name)
    let found = try Suggestions.only(.obstacle, text, among: names)
    if let obstacle = Obstacle.allCases.first(where: { $0.name == found }) { return obstacle }
    var offer = Suggestions.offer(text, among: known)
    if case .frame("offer-known", _) = offer {
      let five = zip(Obstacle.allCases, known).map { obstacle, name -> Saying in
        let title = name.titles.first ?? obstacle.name
        let number = obstacle.rawValue
        return .either(english: "\(number) \(obstacle.name)", other: "\(number) \(title)")
      }
      offer = Saying("obstacles-five", ("list", Saying.list(five)))
    }
    throw CommandError(.data, Suggestions.unknown(.obstacle, typed, offer))
  }

  /// What an answered question is called; one that is not asked any more says so, by what it was
  /// called then.
  package func title(of answered: Answered) -> String {
    teaching.question(teaching.formerNames.now(answered.question))?.wording.title
      ?? phrases("former", ("habit", answered.title ?? answered.question))
  }
}

extension Question {
  /// As a person names it.
  var name: Name { Name(id, wording.title) }
}
