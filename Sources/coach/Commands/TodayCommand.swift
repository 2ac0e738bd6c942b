import ArgumentParser
import Coaching

struct Today: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today",
    abstract: "Show today: what was said, what is asked, what is answered, what comes next.",
    discussion: """
      JSON: day, tip {id, title, action, why, ownWords}, said [{prompt, at}], open [{question, \
      day, ask, accepts}], promised and notes (as “coach promises” and “coach notes” have them), \
      answered [{question, day, answer, note, from}], next {prompt, at}, missed (questions of \
      prompts that could not be shown), and while it holds: rest (away or day-off), pausedUntil, \
      backOff {lastSign, next}, silent (off, quiet or no-channel: why nothing is ever said); where \
      all four steps are asked, fourSteps {day, score, known, steps}.
      """
  )

  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    try Today.show(asJSON: json)
  }

  static func show(asJSON json: Bool = false) throws {
    let workspace = try Workspace()
    let coach = try workspace.coach()
    let view = View(workspace, coach)
    if json { return try Output.json(view) }
    view.show(in: workspace, coach)
  }

  /// Today at a glance.
  struct View: Encodable {
    var day: String
    var tip: TipView?
    var said: [Said]
    var open: [Open]
    /// What is due today, was before, or was asked about today.
    var promised: [Promises.View]
    /// What was brought back today of what the person wrote down.
    var notes: [Notes.View]
    var answered: [AnswerView]
    var next: Said?
    /// How many questions of missed prompts can still be answered.
    var missed: Int
    var rest: String?
    var pausedUntil: String?
    var backOff: BackOffView?
    /// Why nothing is ever said; nil where something is.
    var silent: String?
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
      promised = coach.promised(on: today, for: workspace.outlook)
        .map { Promises.View($0, workspace) }
      notes = coach.prompts.filter { $0.prompted.id.day == today }.flatMap(\.prompted.entries)
        .compactMap { coach.entries[$0] }.filter { $0.id.list == .note && $0.isOpen }
        .map { Notes.View($0, workspace.teaching.lines(for: $0.entry)) }
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
      silent = workspace.silence?.rawValue
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
    let word = phrases.word(for: answer)
    var words = note.map { phrases.bracketed(word, $0) } ?? word
    switch from {
    case "desktop": words = phrases("by-click", ("answer", words))
    case "bus": words = phrases("by-bus", ("answer", words))
    case "program": words = phrases("by-program", ("answer", words))
    default: break
    }
    Output.wrapped(phrases.labelled(workspace.title(of: question), words), indent: 2)
  }
}
