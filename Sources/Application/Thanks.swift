package import Coaching

extension Workspace {
  /// Which way a thank-you went.
  package enum ThanksWay: String, CaseIterable, Sendable {
    case given
    case received

    fileprivate var question: String {
      self == .given ? Reciprocity.thanksGiven : Reciprocity.thanksReceived
    }
  }

  /// Counts one more thank-you today, or on a day before it, or as many as “+2” says: an answer
  /// like any other, so that it can be taken back.
  ///
  /// - Parameters:
  ///   - way: Which way it went.
  ///   - text: What it was for, in the person's own words; empty where they say nothing.
  ///   - day: The day on which it was; nil for today.
  /// - Throws: When the text is too long, or the day has as many as it counts.
  package func count(
    _ way: ThanksWay,
    for text: String,
    on day: CivilDate? = nil
  ) throws(CommandError) {
    let day = day ?? today
    if let question = teaching.question(way.question) { try check(day, of: question) }
    let before = try standing(way.question, on: day)
    let more = AnswerKind.count.readMore(text)?.whole
    var total = more ?? 1
    var notes: [String] = []
    if let before, case .count(let count) = before.answer {
      total += count
      notes = before.note.map { [$0] } ?? []
    }
    guard Answer.counts.contains(total) else {
      throw CommandError(.data, "thanks-most", ("most", Answer.counts.upperBound))
    }
    let said = more == nil ? try text.kept(as: Saying("text-thanks")) : ""
    if !said.isEmpty { notes.append(said) }
    let note = try notes.joined(separator: "; ").kept(as: Saying("text-thanks-day"))
    let answered = try answered(.count(total), to: way.question, on: day, note: note)
    try record(.answered(answered), on: day)
  }

  /// What came back on some days.
  package func returns(
    from first: CivilDate,
    through last: CivilDate
  ) throws(CommandError) -> Reciprocity {
    let answers = try ledger.answers(to: Reciprocity.questions, from: first, through: last)
    return Reciprocity(answers, teaching.question(Reciprocity.question))
  }
}
