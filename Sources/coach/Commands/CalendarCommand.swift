import Application
import ArgumentParser
import Coaching
import Machine
import Pages

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Show when a calendar expression elapses, clock changes and all.",
    discussion: """
      Expressions are those of systemd.time(7): “Mon..Fri 07:30”, “*-*~01 12:00”, “*:0/30”. Hours \
      that are named come once a day, where a clock change skips them right after it; hours that \
      are a wildcard run evenly.

      JSON: expression, normalized, next (a list of times).
      """
  )

  @Argument(help: "The expression, in quotes.", transform: Typed.text) var expression: String
  @Option(
    parsing: .unconditional,
    help: "Another zone than the system's, such as Europe/Berlin.",
    transform: Typed.text
  ) var zone: String?
  @Option(
    parsing: .unconditional,
    help: "From when on: a day, a time, or both, such as “tomorrow 18:00” or “2 days ago”.",
    transform: Typed.text
  )
  var from: String?
  @Option(parsing: .unconditional, help: "How many times, up to 10000.", transform: Typed.number)
  var count = 5
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1...10_000).contains(count) else {
      throw ValidationError.said("use-count", ("number", "\(count)"))
    }
  }

  func run() throws {
    let meant = try read()
    let zone = try meant.zone ?? zoneMeant()
    let report = ElapseReport(of: meant, in: zone, after: try start(in: zone), count: count)
    if json { return try Output.json(ElapseView(report, typed: expression)) }
    Output.read(report.page(Spoken.phrases))
  }

  private func read() throws -> CalendarExpression {
    do {
      return try CalendarExpression(expression, zone: SystemZone.known)
    } catch {
      if let spoken = Typed.lexicon.schedule(expression),
        let meant = try? CalendarExpression(spoken)
      {
        return meant
      }
      Output.complain(error.description, pointing: error.pointer)
      throw ExitCode(CommandError.Kind.data.exitCode)
    }
  }

  private func zoneMeant() throws(CommandError) -> Zone {
    guard let zone else { return SystemZone.read().zone }
    do {
      return try SystemZone.named(zone)
    } catch {
      throw CommandError(.usage, "calendar-zone", ("refusal", error))
    }
  }

  /// The instant after which it is to elapse.
  private func start(in zone: Zone) throws(CommandError) -> Instant {
    guard let from else { return SystemClock.now }
    if let instant = Instant(rfc3339: from) { return instant }
    guard let begins = Typed.lexicon.beginning(of: from, at: SystemClock.now, in: zone) else {
      throw CommandError(.usage, "calendar-from", ("typed", from.printable))
    }
    // Its own first instant counts.
    return Instant(microseconds: begins.microseconds - 1)
  }
}
