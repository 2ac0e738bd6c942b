import Application
import ArgumentParser
import Coaching
import Configuration
import Glibc
import Machine
import Pages

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at everything that can be wrong, and say the remedy of each.",
    discussion: """
      It changes nothing. It ends with 0 where all is well, and with 1 where something is to be \
      done (“!”). What cannot be known here (“?”) says why.

      JSON: checks [{name, well, says, remedy}], well absent where it cannot be known, the remedy \
      absent where nothing is to be done.
      """
  )

  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let premises = Doctor.premises()
    let checkups = Inspection.all.flatMap { $0.look(premises) }
    if json {
      try Output.json(CheckupsView(checkups, Spoken.english))
    } else {
      Output.read(CheckupsPage(checkups).page(Spoken.phrases))
    }
    if checkups.contains(where: { $0.verdict == .amiss }) { throw ExitCode(1) }
  }

  private static func premises() -> Premises {
    let paths = Paths()
    let configuration = Result { () throws(CommandError) in try Configuration(at: paths) }
    let schedule = ((try? configuration.get())?.settings ?? Settings()).schedule
    let calendar = DayCalendar(zone: SystemZone.read().zone, dayStarts: schedule.dayStarts)
    return Premises(
      paths: paths,
      configuration: configuration,
      owner: getuid(),
      today: calendar.day(at: SystemClock.now)
    )
  }
}
