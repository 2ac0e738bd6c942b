import Application
import ArgumentParser
import Coaching
import Pages

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

  enum Move: String, ExpressibleByArgument, CaseIterable {
    case stands, back

    var step: Workspace.StepMove { self == .stands ? .stands : .back }
  }

  @Argument(help: "stands or back.") var move: Move?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace()
    if let move { try workspace.take(move.step) }
    let coach = try workspace.coach()
    let today = workspace.fourSteps(coach, on: workspace.today)
    let view = View(coach, today, workspace)
    if json { try Output.json(view) } else { view.show(today, workspace) }
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

    init(_ coach: Coach, _ today: StepDay, _ workspace: Workspace) {
      let programme = workspace.outlook.profile.programme
      mode = programme.mode.rawValue
      step = coach.step(in: programme)
      moment = programme.moment
      let last = step
      steps = Programme.steps.map { number in
        Step(step: number, title: workspace.phrases.step(number), here: number <= last)
      }
      self.today = FourStepsView(today)
    }

    func show(_ today: StepDay, _ workspace: Workspace) {
      let phrases = workspace.phrases
      let programme = workspace.outlook.profile.programme
      Output.heading(phrases("four-steps"))
      for (step, done) in zip(steps, today.four.steps) {
        let mark = step.here ? StepDay.mark(done) : "–"
        Output.wrapped("\(mark) \(step.step)  \(step.title)", indent: 2)
      }
      if programme.mode == .stepByStep {
        Output.wrapped(
          step == 4 ? phrases("step-last") : phrases("step-here", ("step", String(step)))
        )
      } else {
        Output.show(today.page(phrases))
      }
      if let moment { Output.wrapped(phrases("own-moment", ("moment", moment))) }
    }
  }
}
