import Coaching
import Glibc

/// What may stand beside an answer: whom it was about, how strong the fear was afterwards.
extension CheckIn {
  /// Puts beside an answer what the person named, or refuses it.
  func complete(
    _ answered: inout Answered,
    for question: Question
  ) throws(CommandError) {
    if !circles.isEmpty, question.also != .circle {
      throw refusal("--circle", .circle, question)
    }
    if !circles.isEmpty, answered.answer == .noOccasion {
      let what = "where no occasion arose there was nobody it was for; leave --circle out, or say "
      throw CommandError(.data, "\(what)how it went: \(question.kind.accepts)")
    }
    for name in circles {
      let circle = try workspace.circle(named: name)
      if !answered.circles.contains(circle) { answered.circles.append(circle) }
    }
    guard let fear else { return }
    if question.also != .fear { throw refusal("--fear", .fear, question) }
    answered.fear = try Hesitate.checked(fear)
  }

  private func refusal(
    _ option: String,
    _ aside: AnswerDetail,
    _ question: Question
  ) -> CommandError {
    let takes = workspace.teaching.questions.filter { $0.also == aside }.map(\.id)
    let names = takes.joined(separator: ", ")
    return CommandError(.data, "“\(question.id)” takes no \(option); these take it: \(names)")
  }

  /// Says what stands beside an answer, once it is written down.
  func confirmAside(_ answered: Answered) throws(CommandError) {
    let phrases = workspace.phrases
    if !answered.circles.isEmpty {
      let titles = answered.circles.map(phrases.circle).joined(separator: phrases("list-comma"))
      Output.wrapped(phrases("noted-circle", ("circle", titles)))
    }
    guard let after = answered.fear, let obstacle = Obstacle(lookBack: answered.question),
      let before = try workspace.coach().hesitation(before: obstacle)?.hesitated.fear
    else { return }
    Output.wrapped(
      phrases("fear-changed", ("before", String(before)), ("after", String(after)))
    )
  }

  /// Asks a person at a terminal whom an offer was for; an empty line passes it over.
  ///
  /// Elsewhere the next line may be the answer to the next question.
  ///
  /// - Returns: False at the end of input.
  func askAside(
    _ question: Question,
    _ typed: String,
    day: CivilDate?,
    note: String?
  ) throws(CommandError) -> Bool {
    guard question.also == .circle, isatty(0) == 1,
      case .outcome(let outcome)? = question.kind.read(typed, words: workspace.phrases.answers),
      outcome != .couldNot
    else { return true }
    let titles = workspace.outlook.profile.circleNames.map(workspace.phrases.circle)
    let list = titles.joined(separator: workspace.phrases("list-comma"))
    Output.wrapped(workspace.phrases("ask-circle", ("list", list)))
    while true {
      Output.write("  \(phrases.labelled(phrases("hint-circle"), ""))", to: 1)
      guard let line = readLine() else {
        Output.line()
        return false
      }
      if line.trimmed.isEmpty { return true }
      do {
        let named = CheckIn(workspace: workspace, circles: [line.trimmed])
        try named.record(question, typed, day: day, note: note)
        return true
      } catch  where error.code == .data {
        Output.complain(error.message)
      }
    }
  }
}

extension Workspace {
  /// The circle of a name, a title, or the first letters of either where they fit only one.
  func circle(named typed: String) throws(CommandError) -> String {
    let names = outlook.profile.circleNames
    let typed = typed.trimmed.lowercased()
    let spoken = names.map { name in
      (name: name, words: [name.lowercased(), phrases.circle(name).lowercased()])
    }
    if let circle = spoken.first(where: { $0.words.contains(typed) }) { return circle.name }
    let starting = spoken.filter { circle in
      !typed.isEmpty && circle.words.contains { $0.hasPrefix(typed) }
    }
    if starting.count == 1 { return starting[0].name }
    if Tip.Circle(rawValue: typed) != nil {
      throw CommandError(
        .data,
        "“\(typed)” is one of your circles-off; take it out of [profile] first"
      )
    }
    let unknown = Suggestions.unknown("circle", typed, among: names)
    throw CommandError(.data, "\(unknown) (your own go into [profile] circles)")
  }
}
