import ArgumentParser
import Coaching

struct Today: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today",
    abstract: "Show today: what was said, what is asked, what is answered, what comes next.",
    discussion: """
      JSON: day, tip {id, title, action, why, ownWords}, said [{prompt, at}], open [{question, \
      day, ask, accepts}], answered [{question, day, answer, note, from}], next {prompt, at}, \
      missed (questions of prompts that could not be shown), and while it holds: rest (away or \
      day-off), pausedUntil, backOff {lastSign, next}; where all four steps are asked, \
      fourSteps {day, score, known, steps}.
      """
  )

  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    try Today.show(asJSON: json)
  }

  static func show(asJSON json: Bool = false) throws {
    let workspace = try Workspace()
    let view = View(workspace, try workspace.coach())
    if json { try Output.json(view) } else { view.show(in: workspace) }
  }

  /// Today at a glance.
  struct View: Encodable {
    var day: String
    var tip: TipView?
    var said: [Said]
    var open: [Open]
    var answered: [AnswerView]
    var next: Said?
    /// How many questions of missed prompts can still be answered.
    var missed: Int
    var rest: String?
    var pausedUntil: String?
    var backOff: BackOffView?
    var fourSteps: FourStepsView?

    struct Said: Encodable {
      var prompt: String
      var at: String
    }

    struct Open: Encodable {
      var question: String
      var day: String
      var ask: String
      var accepts: String
      var command: String
    }

    init(_ workspace: Workspace, _ coach: Coach) {
      let today = workspace.today
      let zone = workspace.outlook.zone
      let plan = coach.plan(at: workspace.now, for: workspace.outlook)
      day = today.description
      tip = coach.tipTold(on: today).flatMap(workspace.teaching.tip)
        .map { TipView($0, coach, workspace.teaching) }
      said = coach.prompts.filter { $0.prompted.id.day == today }
        .map { Said(prompt: $0.prompted.id.description, at: zone.timestamp($0.at)) }
      let waiting = coach.openQuestions(at: workspace.now, for: workspace.outlook)
      open = waiting.map { question in
        let question = workspace.teaching.asked(question, on: today, coach: coach)
        return Open(
          question: question.id,
          day: question.answerDay(askedOn: today).description,
          ask: workspace.teaching.wording(of: question, on: today, coach: coach),
          accepts: question.wording.hint,
          command: "coach check \(question.id) \(question.kind.example)"
        )
      }.together(waiting, in: workspace.teaching)
      let days = [today, today.adding(days: -1)]
      answered = workspace.teaching.questions.compactMap { question in
        let given = coach.answer(to: question.id, on: question.answerDay(askedOn: today))
        return given.flatMap { days.contains($0.day) ? AnswerView($0) : nil }
      }
      next = plan.next.map { Said(prompt: $0.id.description, at: zone.timestamp($0.at)) }
      missed = coach.missedQuestions(at: workspace.now, for: workspace.outlook).count
      rest = coach.rest(on: today, for: workspace.outlook.schedule)?.rawValue
      pausedUntil = coach.pauseEnd(at: workspace.now).map(zone.timestamp)
      backOff = BackOffView(coach, at: workspace.now, for: workspace.outlook)
      if workspace.outlook.profile.programme.mode == .allFour {
        fourSteps = FourStepsView(coach, on: today, workspace)
      }
    }
  }
}

/// An answer as the reading commands give it.
struct AnswerView: Encodable {
  var question: String
  var day: String
  var answer: String
  var note: String?
  /// Where it was given: `command`, `desktop`, `bus` or `program`, the channel “command”.
  var from: String

  init(_ given: Coach.Given) {
    question = given.answered.question
    day = given.day.description
    answer = given.answered.answer.description
    note = given.answered.note
    from = given.answered.from
  }

  func show(in workspace: Workspace) {
    let phrases = workspace.phrases
    var words = phrases.word(for: answer) + (note.map { " (\($0))" } ?? "")
    switch from {
    case "desktop": words = phrases("by-click", ("answer", words))
    case "bus": words = phrases("by-bus", ("answer", words))
    case "program": words = phrases("by-program", ("answer", words))
    default: break
    }
    Output.wrapped(phrases.labelled(workspace.title(of: question), words), indent: 2)
  }
}
