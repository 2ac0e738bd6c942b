import ArgumentParser
import Coaching

struct Today: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today",
    abstract: "Show today: what was said, what is asked, what is answered, what comes next.",
    discussion: """
      JSON: day, tip {id, title, action, why}, said [{prompt, at}], open [{question, day, ask,
      accepts}], answered [{question, day, answer, note}], next {prompt, at}.
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
    var tip: TipOfTheDay.View?
    var said: [Said]
    var open: [Open]
    var answered: [AnswerView]
    var next: Said?

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
      tip = coach.tipTold(on: today).flatMap(workspace.teaching.tip).map(TipOfTheDay.View.init)
      said = coach.prompts.filter { $0.prompted.id.day == today }
        .map { Said(prompt: $0.prompted.id.description, at: zone.timestamp($0.at)) }
      open = coach.openQuestions(at: workspace.now, for: workspace.outlook).map { question in
        Open(
          question: question.id,
          day: question.answerDay(askedOn: today).description,
          ask: workspace.teaching.wording(of: question, on: today, coach: coach),
          accepts: question.wording.hint,
          command: "coach check \(question.id) \(question.kind.example)"
        )
      }
      let days = [today, today.adding(days: -1)]
      answered = workspace.teaching.questions.compactMap { question in
        let given = coach.answer(to: question.id, on: question.answerDay(askedOn: today))
        return given.flatMap { days.contains($0.day) ? AnswerView($0) : nil }
      }
      next = plan.next.map { Said(prompt: $0.id.description, at: zone.timestamp($0.at)) }
    }
  }
}

/// An answer as the reading commands give it.
struct AnswerView: Encodable {
  var question: String
  var day: String
  var answer: String
  var note: String?

  init(_ given: Coach.Given) {
    question = given.answered.question
    day = given.day.description
    answer = given.answered.answer.description
    note = given.answered.note
  }

  func show(in workspace: Workspace) {
    let title = workspace.teaching.question(question)?.wording.title ?? question
    let words = workspace.phrases.word(for: answer) + (note.map { " (\($0))" } ?? "")
    Output.wrapped(workspace.phrases.labelled(title, words), indent: 2)
  }
}

extension Today.View {
  func show(in workspace: Workspace) {
    let phrases = workspace.phrases
    Output.heading("\(phrases("today")), \(day)")
    if let tip {
      Output.line()
      tip.show(phrases)
    }
    if !said.isEmpty {
      Output.line()
      let list = said.map { "\(phrases.slot(slot(of: $0))) \(time(of: $0))" }
      Output.wrapped(phrases.labelled(phrases("said"), list.joined(separator: ", ")))
    }
    Output.line()
    if open.isEmpty {
      Output.wrapped(phrases("nothing-waiting"))
    } else {
      Output.heading(phrases("waiting"))
      for question in open {
        Output.wrapped(question.ask, indent: 2)
        Output.line(question.command, margin: "    ")
      }
    }
    if !answered.isEmpty {
      Output.line()
      Output.heading(phrases("answered"))
      for given in answered {
        given.show(in: workspace)
      }
    }
    if let next {
      Output.line()
      let isToday = next.prompt.hasSuffix(day)
      let when = isToday ? time(of: next) : "\(next.at.prefix(10)) \(time(of: next))"
      let moment = "\(phrases.slot(slot(of: next))), \(when)"
      Output.wrapped(phrases.labelled(phrases("next"), moment))
    }
  }

  private func slot(of said: Said) -> String {
    PromptID(said.prompt)?.slot ?? said.prompt
  }

  /// The HH:MM of an RFC 3339 time.
  private func time(of said: Said) -> String {
    String(said.at.dropFirst(11).prefix(5))
  }
}
