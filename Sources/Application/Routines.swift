package import Coaching
import Configuration

/// The answers to a routine that were recorded at once.
package struct RecordedRoutine: Equatable {
  package var routine: Routine
  package var answers: [RecordedAnswer]
}

extension Workspace {
  /// The person's routines.
  package var routines: [Routine] { configuration.settings.routines }

  /// The routine of a name or a title, or of their first letters; nil where there is none, or where
  /// a question may be meant.
  package func routine(named name: String) -> Routine? {
    if let routine = routines.first(where: { $0.id == name }) { return routine }
    let typed = Lexicon.compared(name)
    if typed.isEmpty || teaching.question(name) != nil { return nil }
    let single = teaching.questions.filter { $0.check == nil }
    if single.contains(where: { $0.id.hasPrefix(typed) }) { return nil }
    let starting = routines.filter {
      $0.id.hasPrefix(typed) || Lexicon.compared($0.title).hasPrefix(typed)
    }
    return starting.count == 1 ? starting[0] : nil
  }

  /// The questions of a routine, in their order.
  package func questions(of routine: Routine) -> [Question] {
    routine.questions.compactMap(teaching.question)
  }

  /// Those of a routine that are not answered yet; all of them where none is left.
  package func questionsToAsk(of routine: Routine) throws(CommandError) -> [Question] {
    let all = questions(of: routine)
    let coach = try coach()
    let open = all.filter { !coach.hasAnswer(to: $0, askedOn: today) }
    return open.isEmpty ? all : open
  }

  /// Records the answers to a routine, all or none, a note beside the first; they are one step of
  /// undo.
  ///
  /// - Parameters:
  ///   - typed: An answer to each of its habits as it is typed, or “none” for all of them.
  ///   - routine: The routine.
  ///   - day: The civil day they are for; nil for the one that each is about now.
  ///   - note: What the person adds in their own words.
  /// - Returns: What was recorded.
  /// - Throws: When any of it is refused; nothing is written then.
  package func record(
    _ typed: [String],
    to routine: Routine,
    on day: CivilDate?,
    note: String?
  ) throws(CommandError) -> RecordedRoutine {
    let questions = questions(of: routine)
    let typed = try answers(typed, to: routine, questions)
    var all: [PreparedAnswer] = []
    for (place, question) in questions.enumerated() {
      let given = GivenAnswer(typed[place], on: day, note: place == 0 ? note : nil)
      do {
        all.append(try prepared(given, to: question))
      } catch {
        throw CommandError(error.kind, Saying("none-recorded", ("refusal", error)))
      }
    }
    try write(all)
    return RecordedRoutine(routine: routine, answers: all.map(\.recorded))
  }

  /// What was typed, one for each habit: as words of the shell, or all of them in one.
  private func answers(
    _ typed: [String],
    to routine: Routine,
    _ questions: [Question]
  ) throws(CommandError) -> [String] {
    let all = typed.joined(separator: " ")
    if try lexicon.meaning(of: all, in: .none) != nil || all.trimmed == Answer.noOccasionWord {
      return questions.map { _ in Answer.noOccasionWord }
    }
    let words = typed.flatMap { $0.split(separator: " ").map(String.init) }
    let answers = typed.count == questions.count ? typed : words
    guard answers.count == questions.count else {
      throw CommandError(
        .data,
        "takes-answers",
        ("check", routine.id),
        ("count", questions.count),
        ("list", Saying.list(questions.map(\.name.shown))),
        ("typed", answers.count)
      )
    }
    return answers
  }
}

extension RecordedRoutine {
  /// What became of it, in the person's language.
  package func said(in workspace: Workspace) -> [String] {
    answers.flatMap { $0.said(in: workspace, isReplied: false) }
  }
}
