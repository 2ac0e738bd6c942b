extension Teaching {
  /// A question as it is asked on a day: about the tip, it takes the tip's own kind of answer.
  public func asked(_ question: Question, on day: CivilDate, coach: Coach) -> Question {
    guard question.about == .tip, let tip = coach.tipTold(on: day).flatMap(tip) else {
      return question
    }
    var asked = question
    asked.kind = tip.answer
    asked.better = tip.better
    asked.wording.hint = hint(for: tip.answer) ?? question.wording.hint
    return asked
  }

  /// What an answer looks like; nil where the question's own words say it.
  public func hint(for kind: AnswerKind) -> String? {
    switch kind {
    case .yesNo: nil
    case .scale: phrases("hint-scale")
    case .timeOfDay: phrases("hint-time-of-day")
    case .count: phrases("hint-count")
    case .text: phrases("hint-text")
    case .outcome: phrases("hint-outcome")
    }
  }

  /// What a tip says: all of it, or its short form alone.
  public func lines(saying tip: Tip) -> [Card.Line] {
    if length == .short { return [.text(tip.wording.short)] }
    let why = tip.wording.why
    return [.text(tip.wording.action)]
      + (why.isEmpty ? [] : [.text(phrases.labelled(phrases("why"), why))])
  }
}
