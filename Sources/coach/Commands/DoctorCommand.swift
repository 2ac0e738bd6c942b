import Application
import ArgumentParser

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at everything that can be wrong, and say the remedy of each.",
    discussion: """
      It changes nothing. It ends with 0 where all is well, and with 1 where something is not.

      JSON: checks [{name, well, says, remedy}], the remedy absent where nothing is to be done.
      """
  )

  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let checkups = Checkup.all(Paths())
    if json {
      try Output.json(View(checks: checkups.map(CheckupView.init)))
    } else {
      for checkup in checkups { Doctor.show(checkup) }
    }
    if checkups.contains(where: { !$0.isWell }) { throw ExitCode(1) }
  }

  private static func show(_ checkup: Checkup) {
    let mark = checkup.isWell ? "  " : "! "
    Output.line("\(checkup.name): \(checkup.says)", margin: mark)
    if let remedy = checkup.remedy { Output.line(remedy, margin: "  ") }
  }

  struct View: Encodable {
    var checks: [CheckupView]
  }

  struct CheckupView: Encodable {
    var name: String
    var well: Bool
    var says: String
    var remedy: String?

    init(_ checkup: Checkup) {
      name = checkup.name
      well = checkup.isWell
      says = checkup.says
      remedy = checkup.remedy
    }
  }
}
