import Coaching

/// What may stand beside an answer: whom it was about, how strong the fear was afterwards.
extension Workspace {
  /// Puts beside an answer what the person named, or refuses it.
  func put(
    _ given: GivenAnswer,
    beside answered: inout Answered,
    for question: Question
  ) throws(CommandError) {
    let names = given.circles.filter { !$0.trimmed.isEmpty }
    if !given.circles.isEmpty, question.also != .circle {
      throw refusal("--circle", .circle, question)
    }
    if !names.isEmpty, answered.answer == .noOccasion {
      let hint = question.wording.hint
      let accepts = Saying.either(english: question.accepts, other: hint)
      throw CommandError(.data, "nobody-for", ("accepts", accepts))
    }
    for name in names {
      let circle = try circle(named: name)
      if !answered.circles.contains(circle) { answered.circles.append(circle) }
    }
    guard let fear = given.fear else { return }
    if question.also != .fear { throw refusal("--fear", .fear, question) }
    answered.fear = try Workspace.checked(fear: fear)
  }

  /// What stands beside the answer that is replaced stays, unless it is said anew; where no
  /// occasion arose there was nobody it was for.
  func keep(
    _ replaced: Answered?,
    beside answered: inout Answered,
    _ given: GivenAnswer,
    for question: Question
  ) {
    guard let replaced else { return }
    if given.note == nil { answered.note = replaced.note }
    if answered.answer == .noOccasion { return }
    if given.circles.isEmpty, question.also == .circle { answered.circles = replaced.circles }
    if given.fear == nil, question.also == .fear { answered.fear = replaced.fear }
  }

  /// A strength of fear, refused where it is off its scale.
  static func checked(fear: Int) throws(CommandError) -> Int {
    guard Hesitated.fears.contains(fear) else {
      throw CommandError(.data, "fear-scale", ("number", fear))
    }
    return fear
  }

  private func refusal(
    _ option: String,
    _ aside: AnswerDetail,
    _ question: Question
  ) -> CommandError {
    let takes = teaching.questions.filter { $0.also == aside }.map(\.name.shown)
    return CommandError(
      .data,
      "takes-no-option",
      ("question", question.name.shown),
      ("option", option),
      ("list", Saying.list(takes))
    )
  }
}

extension RecordedAnswer {
  /// What stands beside it, in the person's language; nothing where nothing does.
  package func saidBeside(in workspace: Workspace) throws(CommandError) -> [String] {
    let phrases = workspace.phrases
    var said: [String] = []
    if !answered.circles.isEmpty, answered.circles != replaced?.circles {
      let titles = answered.circles.map(phrases.circle).joined(separator: phrases("list-comma"))
      said.append(phrases("noted-circle", ("circle", titles)))
    }
    if let after = answered.fear, let obstacle = Obstacle(lookBack: answered.question),
      let before = try workspace.coach().hesitation(before: obstacle)?.hesitated.fear
    {
      said.append(phrases("fear-changed", ("before", String(before)), ("after", String(after))))
    }
    return said
  }
}
