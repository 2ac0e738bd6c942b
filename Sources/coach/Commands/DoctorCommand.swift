import Application
import ArgumentParser
import Storage

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

  /// What is looked at, in this order.
  private static var checks: [(Paths) -> [Check]] { [ledger] }

  func run() throws {
    let paths = Paths()
    let checks = Doctor.checks.flatMap { $0(paths) }
    if json {
      try Output.json(View(checks: checks))
    } else {
      for check in checks { check.show() }
    }
    if checks.contains(where: { !$0.well }) { throw ExitCode(1) }
  }

  struct View: Encodable {
    var checks: [Check]
  }

  /// One thing that was looked at.
  struct Check: Encodable {
    var name: String
    var well: Bool
    /// What was seen, in one or a few sentences.
    var says: String
    var remedy: String?

    func show() {
      Output.line("\(name): \(says)", margin: well ? "  " : "! ")
      if let remedy { Output.line(remedy, margin: "  ") }
    }
  }

  private static func ledger(_ paths: Paths) -> [Check] {
    Ledger.examine(paths.ledger).map { finding in
      Check(
        name: finding.name,
        well: finding.isWell,
        says: finding.says,
        remedy: finding.remedy
      )
    }
  }
}
