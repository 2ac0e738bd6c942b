import ArgumentParser
import Coaching
import Storage

struct ProgrammeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "programme",
    abstract: "Show the four steps and where you are; add the next when the last one stands.",
    discussion: """
      EXAMPLES
        coach programme            the four steps, and where you are
        coach programme stands     the last step stands: the next one joins
        coach programme back       back to the step before

      How the steps are gone is set by “mode” in [programme]: all-four, with a score of 0 to 4 a \
      day, or step-by-step. “coach undo” takes the last move back.

      JSON: mode, step, steps [{step, title, here}], moment, and today {score, known, steps}.
      """
  )

  enum Move: String, ExpressibleByArgument, CaseIterable { case stands, back }

  @Argument(help: "stands or back.") var move: Move?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace()
    if let move { try take(move, workspace) }
    let view = View(try workspace.coach(), workspace)
    if json { try Output.json(view) } else { view.show(workspace.phrases) }
  }

  private func take(_ move: Move, _ workspace: Workspace) throws(CommandError) {
    let programme = workspace.outlook.profile.programme
    guard programme.mode == .stepByStep else {
      let what = "all four steps are asked every day; to go step by step, set “mode” in "
      throw CommandError(.data, "\(what)[programme] to \"step-by-step\"")
    }
    let step = try workspace.coach().step(in: programme) + (move == .stands ? 1 : -1)
    guard Programme.steps.contains(step) else {
      let what = move == .stands ? "the fourth step is the last" : "the first step is the first"
      throw CommandError(.data, "\(what); nothing was changed")
    }
    try workspace.record(.stepped(to: step), on: workspace.today)
  }

  struct View: Encodable {
    var mode: String
    var step: Int
    var steps: [Step]
    var moment: String?
    var today: FourStepsView

    struct Step: Encodable {
      var step: Int
      var title: String
      /// Whether it is one of those that the person has come to.
      var here: Bool
    }

    init(_ coach: Coach, _ workspace: Workspace) {
      let programme = workspace.outlook.profile.programme
      mode = programme.mode.rawValue
      step = coach.step(in: programme)
      moment = programme.moment
      let last = step
      steps = Programme.steps.map { number in
        Step(step: number, title: workspace.phrases.step(number), here: number <= last)
      }
      today = FourStepsView(coach, on: workspace.today, workspace)
    }

    func show(_ phrases: Phrases) {
      Output.heading(phrases("four-steps"))
      for (step, done) in zip(steps, today.steps) {
        let mark = step.here ? FourStepsView.mark(done) : "–"
        Output.wrapped("\(mark) \(step.step)  \(step.title)", indent: 2)
      }
      if mode == Programme.Mode.stepByStep.rawValue {
        Output.wrapped(
          step == 4 ? phrases("step-last") : phrases("step-here", ("step", String(step)))
        )
      } else {
        today.show(phrases)
      }
      if let moment { Output.wrapped(phrases("own-moment", ("moment", moment))) }
    }
  }
}

/// What of the four steps was done on a day.
struct FourStepsView: Encodable {
  var day: String
  var score: Int
  var known: Int
  /// From the first to the fourth; null where it is not known.
  var steps: [Bool?]

  init(_ coach: Coach, on day: CivilDate, _ workspace: Workspace) {
    let four = coach.fourSteps(on: day, for: workspace.outlook)
    self.day = day.description
    score = four.score
    known = four.known
    steps = four.steps
  }

  static func mark(_ done: Bool?) -> String { done.map { $0 ? "✓" : "·" } ?? "?" }

  /// In one line: what is not known is no miss.
  func words(_ phrases: Phrases) -> String {
    let marks = steps.enumerated().map { "\($0.offset + 1)\(FourStepsView.mark($0.element))" }
    return phrases(
      "four-score",
      ("score", String(score)),
      ("known", String(known)),
      ("steps", marks.joined(separator: " "))
    )
  }

  func show(_ phrases: Phrases) {
    Output.wrapped(phrases.labelled(phrases("four-steps"), words(phrases)))
  }

  /// The days of a review, where they are few and all four steps are asked; nil elsewhere.
  static func all(
    of period: Review.Period,
    through last: CivilDate,
    in workspace: Workspace
  ) throws(CommandError) -> [FourStepsView]? {
    guard workspace.outlook.profile.programme.mode == .allFour, period.days <= 7 else { return nil }
    let first = last.adding(days: 1 - period.days)
    do {
      var coach = Coach()
      // The fourth step looks back a week.
      let facts = try workspace.ledger.facts(from: first.adding(days: -7), through: last)
      for fact in facts { coach.apply(fact) }
      return (0..<period.days).map { FourStepsView(coach, on: first.adding(days: $0), workspace) }
    } catch {
      throw CommandError(error)
    }
  }
}
