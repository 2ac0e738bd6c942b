import Application
import ArgumentParser
import Coaching
import Machine
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

      JSON: mode, step, steps [{step, title, here}], moment, and today {day, score, known, steps}.
      """
  )

  enum Move: String, ExpressibleByArgument, CaseIterable {
    case stands, back

    init?(argument: String) {
      self.init(rawValue: Typed.meaning(argument, in: .programme) ?? argument)
    }

    var step: Workspace.StepMove { self == .stands ? .stands : .back }
  }

  @Argument(help: "stands or back.") var move: Move?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(orDefaults: json)
    if let move { try workspace.take(move.step) }
    let report = workspace.programme(try workspace.coach())
    if json { return try Output.json(ProgrammeView(report, workspace.phrases)) }
    Output.read(report.page(workspace.phrases))
  }
}
