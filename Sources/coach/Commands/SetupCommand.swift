import Application
import ArgumentParser
import Coaching
import Configuration
import Glibc
import Machine

struct Setup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Ask the few questions that matter, and write the configuration.",
    discussion: """
      With any option given nothing is asked: what is not given stays as it is. Times of evenings \
      and mornings may differ: “Mon..Fri 23:00; Sat,Sun 00:30”. Comments and \
      keys in an existing file are kept; a new one has what you set, and the rest as comments. \
      The file is written whole or not at all, and not at all where the input ends before the \
      last question. “coach undo” leaves it as it is: it takes back what is in the ledger. It ends \
      with what comes next and where it will appear here; in a terminal it offers a test prompt, \
      the service, a greeting in new shells, and to run while you are logged out.
      """
  )

  @Option(parsing: .unconditional, help: "The language: \(Language.names).", transform: Typed.text)
  var language: String?
  @Option(
    parsing: .unconditional,
    help: "When you want to put out the light: a time of day, unset, or by evenings.",
    transform: Typed.text
  )
  var lightsOut: String?
  @Option(
    parsing: .unconditional,
    help: "When you want to get up: a time of day, or unset.",
    transform: Typed.text
  ) var getUp: String?
  @Option(
    parsing: .unconditional,
    help: "When the morning tip comes, such as 07:30.",
    transform: Typed.text
  ) var morning: String?
  @Option(
    parsing: .unconditional,
    help: "The fixed moment for an offer of help, such as 10:30.",
    transform: Typed.text
  ) var offer: String?
  @Option(
    parsing: .unconditional,
    help: "The end of work, such as “Mon..Fri 17:30”.",
    transform: Typed.text
  ) var endOfWork: String?
  @Option(
    parsing: .unconditional,
    help: "Where prompts go, desktop,spool,terminal,command.",
    transform: Typed.text
  ) var channels: String?

  @Option(
    parsing: .unconditional,
    help: "Your roles, such as manager,parent; none for none.",
    transform: Typed.text
  ) var roles: String?
  @Option(
    parsing: .unconditional,
    help: "Circles to hear nothing of, such as supplier; none for none.",
    transform: Typed.text
  )
  var circlesOff: String?
  @Option(
    parsing: .unconditional,
    help: "Weekdays for off-hours tips, such as Sat,Sun; none for none.",
    transform: Typed.text
  )
  var offHours: String?
  @Option(
    parsing: .unconditional,
    help: "How much a tip says: full or short.",
    transform: Typed.text
  ) var wording: String?
  @Option(
    parsing: .unconditional,
    help: "Value-added tips in a week, 0 to 7.",
    transform: Typed.text
  ) var extrasPerWeek: String?
  @Option(
    parsing: .unconditional,
    help: "Your if-then plan for the offer, in your own words; none for none.",
    transform: Typed.text
  )
  var moment: String?

  func run() throws {
    let paths = Paths()
    var form = try SettingsForm(paths, spoken: Environment.language, zones: SystemZone.known)
    let given = entries.filter { $0.option != nil }
    for entry in given {
      if let answer = entry.option { try form.set(entry.key, to: answer) }
    }
    if given.isEmpty { try SettingsDialogue.ask(entries.map(\.key), &form) }
    try form.write()
    let phrases = Spoken.phrases(in: form.language ?? Environment.language)
    Output.say(phrases("setup-wrote", ("file", paths.ownFile)))
    if let read = try? Configuration.inForce(at: paths, .withoutTips) {
      LastGoodConfiguration(paths).keep(read.configuration, from: read.source)
      Output.advise(read.configuration)
    }
    let firstHour = FirstHour(paths: paths, phrases: phrases)
    firstHour.tell()
    // Whoever says options, or hands the answers in, is not to be kept.
    if given.isEmpty, isatty(0) == 1, isatty(1) == 1 { firstHour.offer() } else { firstHour.hint() }
  }

  private struct Entry {
    var key: SettingKey
    var option: String?
  }

  private var entries: [Entry] {
    [
      Entry(key: .language, option: language), Entry(key: .lightsOut, option: lightsOut),
      Entry(key: .getUp, option: getUp), Entry(key: .morning, option: morning),
      Entry(key: .offer, option: offer), Entry(key: .endOfWork, option: endOfWork),
      Entry(key: .channels, option: channels), Entry(key: .roles, option: roles),
      Entry(key: .circlesOff, option: circlesOff), Entry(key: .offHours, option: offHours),
      Entry(key: .wording, option: wording), Entry(key: .extrasPerWeek, option: extrasPerWeek),
      Entry(key: .moment, option: moment),
    ]
  }
}
