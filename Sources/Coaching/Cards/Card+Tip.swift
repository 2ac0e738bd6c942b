extension Teaching {
  /// A question as it is asked on a day: about the tip, it takes the tip's own kind of answer;
  /// about the night, its hint says what the machine saw, for the person to take or leave.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - day: The civil day on which it is asked.
  ///   - told: The civil day whose tip it is about; nil for that of the day's prompt.
  ///   - coach: What was told and asked.
  /// - Returns: The question as it is asked.
  public func asked(
    _ question: Question,
    on day: CivilDate,
    aboutTipOf told: CivilDate? = nil,
    coach: Coach
  ) -> Question {
    let told = told ?? coach.answerDay(of: question, askedOn: day)
    guard question.about == .tip, let tip = coach.tipTold(on: told).flatMap(tip) else {
      return proposing(question, on: day, coach: coach)
    }
    var asked = question
    asked.kind = tip.answer
    asked.better = tip.better
    asked.wording.hint = hint(for: tip.answer) ?? question.wording.hint
    return asked
  }

  private func proposing(_ question: Question, on day: CivilDate, coach: Coach) -> Question {
    guard let seen = seen(asking: question, on: day, coach: coach) else { return question }
    var proposing = question
    let (hint, time) = (("hint", question.wording.hint), ("time", seen.shortDescription))
    proposing.wording.hint =
      question.id == Habit.sleep
      ? phrases("seen-last", hint, time) : phrases("seen-first", hint, time)
    return proposing
  }

  /// What the machine saw that a question about the night asks for; nil where it may not say so.
  func seen(asking question: Question, on day: CivilDate, coach: Coach) -> CivilTime? {
    guard [Habit.sleep, Habit.getUp].contains(question.id),
      let night = coach.nights.last(where: { $0.day == day.adding(days: -1) })
    else { return nil }
    return question.id == Habit.sleep ? night.from : night.until
  }

  /// What an answer looks like, of a number with its unit; nil where the question's own words say
  /// it.
  public func hint(for question: Question) -> String? {
    guard let unit = question.unit else { return hint(for: question.kind) }
    let example = ("example", question.kind.example)
    return phrases("hint-number-unit", ("unit", unit), example)
  }

  /// What an answer looks like; nil where the question's own words say it.
  public func hint(for kind: AnswerKind) -> String? {
    switch kind {
    case .yesNo: nil
    case .scale: phrases("hint-scale")
    case .timeOfDay: phrases("hint-time-of-day")
    case .count: phrases("hint-count")
    case .number: phrases("hint-number", ("example", kind.example))
    case .text: phrases("hint-text")
    case .outcome: phrases("hint-outcome")
    case .stretches: nil
    }
  }

  /// What a tip says: all of it, or its short form alone.
  public func lines(saying tip: Tip, by coach: Coach) -> [Card.Line] {
    if length == .short { return [.text(tip.wording.short)] }
    let tip = told(tip, by: coach)
    let own = length == .full ? coach.lastOwnWords(for: tip.id) : nil
    let why = tip.wording.why
    let tell = tip.wording.tell
    return (tell.isEmpty ? [] : [.text(tell)]) + [.text(tip.wording.action)]
      + (why.isEmpty ? [] : [.text(phrases.labelled(phrases("why"), why))])
      + (own.map { [.text(phrases.recalled($0))] } ?? [])
  }
}

extension Teaching {
  /// A tip as it is told: where the person wants that, their own sentence in place of its act.
  public func told(_ tip: Tip, by coach: Coach) -> Tip {
    var told = tip
    if length == .own, let own = coach.ownWords(for: tip.id) { told.wording.action = own }
    return told
  }

  /// What stands beneath a tip in the person's own words; nil where it stands in its place, where
  /// the tip is told in short, and where there are none.
  public func ownWords(beneath tip: Tip, by coach: Coach) -> String? {
    length == .full ? coach.ownWords(for: tip.id) : nil
  }
}

extension Phrases {
  /// What a tip is called that was told on another day than the one on which it is seen.
  func title(of tip: Tip, told day: CivilDate, seenOn today: CivilDate) -> String {
    let title = tip.wording.title
    guard has("tip-told") else { return title }
    return self("tip-told", ("tip", title), ("day", dayBefore(day, from: today)))
  }

  /// What the person wrote the last time, as it is brought back with the tip; each time in another
  /// wording.
  fileprivate func recalled(_ words: OwnWords) -> String {
    let text = words.text.printable
    guard has("tried-before") else { return labelled(self("own-words"), text) }
    let day = ("day", name(of: words.day, seenOn: nil))
    return self("tried-before", on: words.day, day, ("words", text))
  }
}
