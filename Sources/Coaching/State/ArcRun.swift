/// The arc that the person said yes to, as long as it is theirs.
public struct ArcRun: Equatable, Sendable {
  public var arc: Arc
  /// The civil day of the yes; its parts are told after that.
  public var since: CivilDate

  /// For how many civil days after the yes it goes on: it takes a week or so, and whoever was away
  /// for longer is not to come back to the middle of a story.
  static let days = 28
  /// For how many days an arc is not offered again: a year.
  static let restDays = 365
}

extension Coach {
  /// What was answered to offers of arcs and stands, oldest first.
  func arcAnswers(for teaching: Teaching) -> [(arc: String, day: CivilDate, isYes: Bool)] {
    guard let offer = teaching.questions.first(where: { $0.about == .arc })?.id else { return [] }
    let given = answers.filter {
      $0.answered.question == offer && answer(to: offer, on: $0.day) == $0
    }
    return given.sorted { ($0.day, $0.fact.sequence) < ($1.day, $1.fact.sequence) }
      .compactMap { given in
        given.answered.about.map { ($0, given.day, given.answered.answer == .yesNo(true)) }
      }
  }

  /// The arc that the person wants on a civil day, told to its end or not; nil where there is none.
  public func arcRun(on day: CivilDate, for teaching: Teaching) -> ArcRun? {
    if teaching.arcs.isEmpty { return nil }
    // What was offered again after a year is a run of its own.
    let said = arcAnswers(for: teaching).filter { answer in
      (0..<ArcRun.restDays).contains(answer.day.days(until: day))
    }
    guard let last = said.last, last.isYes, let arc = teaching.arc(last.arc) else { return nil }
    // Another yes to what goes on begins nothing anew.
    let since = said.reversed().prefix { $0.isYes && $0.arc == last.arc }.map(\.day).min()
    guard let since, since.days(until: day) <= ArcRun.days else { return nil }
    return ArcRun(arc: arc, since: since)
  }

  /// What the prompts of a civil day say that a question is about; nil where none asks it.
  func topic(askedBy question: String, on day: CivilDate) -> String? {
    guard hasPrompt(of: day, where: { $0.prompted.questions.contains(question) }) else {
      return nil
    }
    return prompts(of: day).lazy.compactMap { $0.prompted.topic(of: question) }.first
  }
}
