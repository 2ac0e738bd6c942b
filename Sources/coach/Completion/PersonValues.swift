import Application
import Coaching
import Configuration
import Machine

/// What the person can name: their questions, days, prompts, promises, notes, circles.
///
/// Where anything cannot be read there is nothing to offer, which is no error here.
struct PersonValues {
  typealias Value = CompletionValues.Value

  private let workspace: Workspace?

  init() {
    workspace = try? Workspace(.withoutTips, complains: false)
  }

  private func with(_ values: (Workspace) throws -> [Value]) -> [Value] {
    guard let workspace, let values = try? values(workspace) else { return [] }
    return values
  }

  // MARK: - Questions

  /// What can be answered; what waits stands first.
  var questions: [Value] {
    with { workspace in
      let list = workspace.questionList(try workspace.coach())
      return list.single.map { Value($0.question.id, $0.question.wording.title) }
        + list.checks.map { Value($0.check.id, $0.check.title) }
        + list.routines.map { Value($0.id, $0.title) }
    }
  }

  var habits: [Value] {
    with { workspace in
      workspace.habits.map { Value($0.question.id, $0.question.wording.title) }
    }
  }

  var checks: [Value] {
    with { workspace in workspace.teaching.checks.map { Value($0.id, $0.title) } }
  }

  var retirable: [Value] {
    with { workspace in
      let list = workspace.questionList(try workspace.coach())
      let checks = list.checks.map { Value($0.check.id, $0.check.title) }
      return list.single.map { Value($0.question.id, $0.question.wording.title) } + checks
    }
  }

  /// What answers a question or, at its place, a self-check.
  func answers(to name: String, _ place: Int) -> [Value] {
    with { workspace in
      if let check = workspace.selfCheck(named: name) {
        let questions = workspace.teaching.questions(of: check.id)
        guard questions.indices.contains(place) else { return [] }
        let title = questions[place].wording.title
        return answers(to: questions[place], in: workspace).map { answer in
          Value(answer.name, spoken: answer.spoken, title)
        }
      }
      guard place == 0 else { return [] }
      let question = try workspace.question(named: name)
      let whole = question.about == .tip ? try Workspace(complains: false) : workspace
      let coach = try whole.coach()
      let isOfTip = question.about == .tip
      let told = isOfTip ? try whole.tipDay(ofAnswerTo: question) : nil
      let asked = whole.teaching.asked(question, on: whole.today, aboutTipOf: told, coach: coach)
      return answers(to: asked, in: whole)
    }
  }

  private func answers(to question: Question, in workspace: Workspace) -> [Value] {
    let phrases = workspace.phrases
    let named = { (name: String) in
      let word = phrases.word(for: name)
      return Value(name, spoken: word, word == name ? "" : name)
    }
    let some: [Value] =
      switch question.kind {
      case .yesNo: ["yes", "no"].map(named)
      case .outcome: Outcome.allCases.map(\.rawValue).map(named)
      case .scale: (0...10).map { Value(String($0), question.wording.title) }
      case .count: ["+1", "1", "2", "3"].map { Value($0, question.wording.title) }
      case .timeOfDay: [Value(question.kind.example, question.wording.hint)]
      case .number:
        ["+1", question.kind.example].map { Value($0, question.unit ?? question.wording.title) }
      case .stretches: [Value(question.kind.example, question.wording.hint)]
      case .text: []
      }
    return some + [named(Answer.noOccasionWord)]
  }

  // MARK: - Days

  /// The last days for which an answer is taken, each by its weekday.
  var pastDays: [Value] {
    with { workspace in
      let back = Question.usualBackfillDays
      return (0...back).map { day(workspace.today.adding(days: -$0), $0, ["today", "yesterday"]) }
    }
  }

  /// The days of two weeks to come.
  var comingDays: [Value] {
    with { workspace in
      (0...14).map { day(workspace.today.adding(days: $0), $0, ["today", "tomorrow"]) }
    }
  }

  private func day(_ day: CivilDate, _ distance: Int, _ names: [String]) -> Value {
    let weekday = day.weekday.shortName
    return distance < names.count
      ? Value(names[distance], "\(weekday) \(day)") : Value(day.description, weekday)
  }

  // MARK: - Prompts

  var prompts: [Value] {
    with { workspace in
      let slots = workspace.context.schedule.slots.map { slot in
        Value(slot.name, workspace.phrases.slot(slot.name))
      }
      let promises = try workspace.promises(isAll: false).map { standing in
        Value("promise-\(standing.id.number)", standing.entry.text)
      }
      return slots + promises
    }
  }

  /// The prompts that can be put off.
  var waiting: [Value] {
    with { workspace in
      try workspace.snoozable().map { Value($0.slot, workspace.phrases.slot($0.slot)) }
    }
  }

  // MARK: - What was written down

  var promises: [Value] {
    with { workspace in
      try workspace.promises(isAll: false).map { standing in
        Value(String(standing.id.number), standing.entry.text)
      }
    }
  }

  var notes: [Value] {
    with { workspace in
      try workspace.notes(of: nil, since: nil, having: nil).reversed().compactMap { note in
        note.entry.map { Value(String($0.id.number), note.lines.joined(separator: " ")) }
      }
    }
  }

  var noteKinds: [Value] {
    with { workspace in workspace.teaching.notes.map { Value($0.id, $0.wording.title) } }
  }

  /// The parts of a form, each to be written to.
  func parts(of kind: String) -> [Value] {
    with { workspace in
      let note = workspace.teaching.note(kind)
      return zip(note?.parts ?? [], note?.wording.parts ?? []).map { Value("\($0)=", $1) }
    }
  }

  // MARK: - People and obstacles

  /// The circles that the person hears of, and their own.
  var ownCircles: [Value] {
    with { workspace in
      workspace.context.profile.circleNames.map { Value($0, workspace.phrases.circle($0)) }
    }
  }

  var circles: [Value] {
    with { workspace in
      Tip.Circle.allCases.map { Value($0.rawValue, workspace.phrases.circle($0.rawValue)) }
    }
  }

  var obstacles: [Value] {
    with { workspace in
      Obstacle.allCases.map { Value($0.name, workspace.phrases.obstacle($0.rawValue)) }
    }
  }

  // MARK: - Settings

  /// What a key of setup is set to.
  func setting(_ option: String) -> [Value] {
    with { workspace in
      let settings = workspace.configuration.settings
      let name = option.dropFirst(2)
      let value: String? =
        switch name {
        case "lights-out": settings.lightsOut?.description
        case "get-up": settings.getUp?.description
        default: settings.slots.first { $0.name == name }?.moment.description
        }
      return [value].compactMap(\.self).map { Value($0, workspace.phrases("value-now")) }
        + (name == "lights-out" || name == "get-up" ? [Value("unset")] : [])
    }
  }
}
