import Application
import ArgumentParser
import Machine

struct RunDaemon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daemon",
    abstract: "Run the coach: as a service, or with --terminal in this terminal.",
    discussion: """
      SIGHUP reads the configuration again; SIGTERM and SIGINT end it. What it does stands in \
      the journal: journalctl --user -u coach
      """
  )

  @Flag(help: "Print prompts here, and nowhere else.") var terminal = false

  func run() throws {
    try RunDaemon.run(inTerminal: terminal)
  }

  static func run(inTerminal: Bool) throws {
    do {
      let code = try Daemon(inTerminal: inTerminal).run()
      if code != 0 { throw ExitCode(code) }
    } catch let failure as CommandError {
      DaemonLog(isForPerson: inTerminal).failed(failure)
      throw ExitCode(failure.kind.exitCode)
    }
  }
}
