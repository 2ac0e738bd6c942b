import Application
import ArgumentParser
import Coaching
import Glibc
import Machine

@main
struct Main: ParsableCommand {
  private static let groups = [
    CommandGroup(
      name: "Every day",
      subcommands: [Today.self, Check.self, TipOfTheDay.self, Undo.self, Snooze.self]
    ),
    CommandGroup(
      name: "In your own words",
      subcommands: [Promise.self, Promises.self, Note.self, Notes.self]
    ),
    CommandGroup(
      name: "Looking back and ahead",
      subcommands: [
        Questions.self, History.self, Why.self, PlanAhead.self, CalendarCommand.self, Status.self,
        Greet.self,
      ]
    ),
    CommandGroup(
      name: "How it goes",
      subcommands: [
        SleepCommand.self, ReviewCommand.self, ReportCommand.self, Measures.self, Explain.self,
        ProgrammeCommand.self,
      ]
    ),
    CommandGroup(name: "When it is hard", subcommands: [Hesitate.self]),
    CommandGroup(
      name: "Whom and what back",
      subcommands: [Circles.self, Thanks.self, ExtraCommand.self]
    ),
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
      subcommands: [
        ExportCommand.self, ImportCommand.self, Backup.self, Restore.self, Doctor.self,
      ]
    ),
    CommandGroup(
      name: "Setting up",
      subcommands: [Setup.self, TestPrompt.self, Reload.self, RunDaemon.self]
    ),
  ]

  /// All commands, in the order of the help.
  static var commands: [any ParsableCommand.Type] { groups.flatMap(\.subcommands) }

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

      A long page goes through $COACH_PAGER, $PAGER or less on a terminal; “man coach” has all of \
      it, and coach.toml(5), coach-decks(5), coach-json(5) and coach-bus(5) the rest.
      """,
    version: Version.text,
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
      if words.first == Completion.verb {
        Completion.show(Array(words.dropFirst()))
      } else if try !runPlain(words) {
        try checkName(of: words)
        try checkNumbers(words)
        var command = try parseAsRoot(DashedText.marked(words))
        try command.run()
      }
    } catch let failure as CommandError {
      Output.complain(failure)
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
    if exitCode(for: error).isSuccess { return Output.read("\(text)\n") }
    // What is wrong is said by everybody in the same way.
    let plain = text.hasPrefix("Error: ") ? "coach: \(text.dropFirst(7))" : text
    Output.write("\(plain.harmless)\n", to: 2)
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
    let number = ("number", word.dropFirst().printable)
    throw CommandError(.data, "below-nothing", ("word", word.printable), number)
  }

  /// Refuses a command that there is not, also where help is asked for about it; the parser would
  /// take it for a stray argument of today.
  private static func checkName(of words: [String]) throws(CommandError) {
    let isHelp = words.first == "help"
    let name = words.dropFirst(isHelp ? 1 : 0).first ?? ""
    let names = commands.compactMap { $0.configuration.commandName } + ["help"]
    if names.contains(name) { return try checkPart(of: name, words) }
    if name.isEmpty || name.hasPrefix("---") || name == "--" { return }
    let unknown: Saying
    if name.hasPrefix("-") {
      let option = String(name.prefix { $0 != "=" })
      if isHelp || options.contains(option) { return }
      let near = options.first { $0.hasPrefix(option) } ?? option
      let what = Suggestions.unknown(.option, option, among: Array(options.prefix(2)))
      let meant = Saying("option-near", ("option", option), ("near", near))
      unknown = near == option ? what : meant
    } else {
      unknown = Suggestions.unknown(.command, name, among: names)
    }
    throw CommandError(.usage, "unknown-command", ("refusal", unknown))
  }

  /// Refuses a part of a command that there is not, where the command has parts.
  private static func checkPart(of name: String, _ words: [String]) throws(CommandError) {
    let command = commands.first { $0.configuration.commandName == name }
    let parts = command?.configuration.subcommands.compactMap { $0.configuration.commandName } ?? []
    guard !parts.isEmpty, let part = words.drop(while: { $0 != name }).dropFirst().first,
      !part.hasPrefix("-"), !parts.contains(part)
    else { return }
    let unknown = Suggestions.unknown(
      .command,
      "\(name) \(part)",
      among: parts.map { "\(name) \($0)" }
    )
    let help = ("command", "coach \(name) --help")
    throw CommandError(.usage, "unknown-part", ("refusal", unknown), help)
  }

  /// The options that stand before any command: those that a person may mean first, then that of
  /// today's page and those of the parser.
  private static let options = [
    "--help", "--version", "--json", "-h", "--help-hidden", "--generate-completion-script",
    "--experimental-dump-help",
  ]
}
