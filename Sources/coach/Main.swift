import Application
import ArgumentParser
import Coaching
import Glibc

@main
struct Main: ParsableCommand {
  private static let groups = [
    CommandGroup(
      name: "Every day",
      subcommands: [
        Today.self, TipOfTheDay.self, Check.self, ExtraCommand.self, Undo.self, Snooze.self,
        Greet.self,
      ]
    ),
    CommandGroup(
      name: "In your own words",
      subcommands: [Promise.self, Promises.self, Note.self, Notes.self]
    ),
    CommandGroup(
      name: "Looking back and ahead",
      subcommands: [History.self, Why.self, PlanAhead.self, CalendarCommand.self, Status.self]
    ),
    CommandGroup(
      name: "How it goes",
      subcommands: [ReviewCommand.self, Measures.self, Explain.self, ProgrammeCommand.self]
    ),
    CommandGroup(name: "When it is hard", subcommands: [Hesitate.self]),
    CommandGroup(name: "Whom and what back", subcommands: [Circles.self, Thanks.self]),
    CommandGroup(
      name: "Silence when you want it",
      subcommands: [Pause.self, Resume.self, Away.self, Retire.self]
    ),
    CommandGroup(
      name: "What it teaches",
      subcommands: [Tips.self, GlossaryCommand.self, Decks.self]
    ),
    CommandGroup(
      name: "Keeping it safe",
      subcommands: [Backup.self, Restore.self, Doctor.self]
    ),
    CommandGroup(
      name: "Setting up",
      subcommands: [Setup.self, Reload.self, RunDaemon.self]
    ),
  ]

  static let configuration = CommandConfiguration(
    commandName: "coach",
    abstract: "A daily coach in active service: serving before being asked.",
    discussion: """
      Without a command, coach shows today: what was said, what is asked, what comes next.

      Days are “today”, “yesterday” or YYYY-MM-DD. Every command that reads takes --json. \
      Exit codes follow sysexits(3): 0 done, 64 usage, 65 bad data, 69 unavailable, \
      70 the program itself, 74 input or output, 78 configuration.

      FILES
        $XDG_CONFIG_HOME/coach/coach.toml     the configuration, written by “coach setup”
        $XDG_DATA_HOME/coach/ledger.sqlite    what was asked and answered
        $XDG_STATE_HOME/coach/spool/          prompts, as a Maildir
        $XDG_CACHE_HOME/coach/                what the decks say, made anew when it is missing
        $XDG_STATE_HOME/coach/backups/        the ledger as it was, day by day
      """,
    version: "0.1.0",
    groupedSubcommands: groups,
    defaultSubcommand: Today.self
  )

  /// Synchronous on purpose: an async main would leave SIGTERM unblocked on Linux.
  static func main() {
    // A reader that goes away, as in “coach history | head”, is met as an error of the write.
    signal(SIGPIPE, SIG_IGN)
    Output.fillDescriptors()
    do {
      let words = Array(try Arguments.all().dropFirst())
      if try !runPlain(words) {
        try checkName(words.first ?? "")
        try checkNumbers(words)
        var command = try parseAsRoot(DashedText.marked(words))
        try command.run()
      }
    } catch let failure as CommandError {
      Output.complain(failure.message)
      Glibc.exit(failure.kind.exitCode)
    } catch {
      say(error)
      Output.finish()
      Glibc.exit(exitCode(for: error).rawValue)
    }
    Output.finish()
  }

  /// Says what the parser has to say: help on standard output, and what is wrong, with nothing in
  /// it that steers a terminal, on standard error.
  private static func say(_ error: any Error) {
    let text = DashedText.unmarked(fullMessage(for: error))
    if text.isEmpty { return }
    let isHelp = exitCode(for: error).isSuccess
    Output.write("\(isHelp ? text : text.harmless)\n", to: isHelp ? 1 : 2)
  }

  /// The commands that are run most, in their plain form; false where only the parser can tell.
  ///
  /// The parser takes longer to wake up than an answer takes to be on disk, and some 400 KiB of its
  /// pages would stay for months with the service.
  private static func runPlain(_ words: [String]) throws -> Bool {
    if words.contains(where: { $0.hasPrefix("-") }) { return false }
    if words.isEmpty {
      try Today.show()
    } else if words == ["greet"] {
      Greet.show()
    } else if words == ["daemon"] {
      try RunDaemon.run(inTerminal: false)
    } else if words.count == 3, words[0] == "check" {
      try Check.record([words[2]], for: words[1])
    } else if let run = DailyBackupRun(words) {
      run.carryOut()
    } else {
      return false
    }
    return true
  }

  /// Refuses a number or span below nothing, where nothing below it can be meant.
  private static func checkNumbers(_ words: [String]) throws(CommandError) {
    guard let word = DashedText.belowNothing(words) else { return }
    let what = "“\(word.printable)” is below nothing, and nothing here can be; "
    throw CommandError(.data, "\(what)say it without the minus: \(word.dropFirst().printable)")
  }

  /// Refuses a command that there is not; the parser would take it for a stray argument of today.
  private static func checkName(_ name: String) throws(CommandError) {
    let names = groups.flatMap(\.subcommands).compactMap { $0.configuration.commandName } + ["help"]
    if name.isEmpty || names.contains(name) { return }
    if DashedText.isOption(name) || name.hasPrefix("---") || name == "--" { return }
    let unknown = Suggestions.unknown("command", name, among: names)
    throw CommandError(.usage, "\(unknown) (“coach --help” lists them)")
  }
}
