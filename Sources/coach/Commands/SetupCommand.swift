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
    var form = try SettingsForm(paths, zones: SystemZone.known)
    let given = entries.filter { $0.option != nil }
    for entry in given {
      if let answer = entry.option { try form.set(entry.key, to: answer) }
    }
    if given.isEmpty { try SettingsDialogue.ask(entries.map { ($0.key, $0.ask) }, &form) }
    try form.write()
    Output.say("Wrote \(paths.ownFile).")
    if let read = try? Configuration.inForce(at: paths, .withoutTips) {
      LastGoodConfiguration(paths).keep(read.configuration, from: read.source)
      Output.advise(read.configuration)
    }
    let firstHour = FirstHour(paths: paths)
    firstHour.tell()
    // Whoever says options, or hands the answers in, is not to be kept.
    if given.isEmpty, isatty(0) == 1, isatty(1) == 1 { firstHour.offer() } else { firstHour.hint() }
  }

  private struct Entry {
    var key: SettingKey
    var option: String?
    var ask: String
  }

  private var entries: [Entry] {
    [
      Entry(key: .language, option: language, ask: "Language (\(Language.names))"),
      Entry(
        key: .lightsOut,
        option: lightsOut,
        ask: "When do you want to put out the light (a time, unset, or by evenings)"
      ),
      Entry(
        key: .getUp,
        option: getUp,
        ask: "When do you want to get up (a time, unset, or by mornings)"
      ),
      Entry(key: .morning, option: morning, ask: "When should the tip come"),
      Entry(
        key: .offer,
        option: offer,
        ask: "Your fixed moment for an offer of help"
      ),
      Entry(key: .endOfWork, option: endOfWork, ask: "The end of work"),
      Entry(
        key: .channels,
        option: channels,
        ask: "Where prompts go (desktop, spool, terminal)"
      ),
    ] + profileEntries
  }

  private var profileEntries: [Entry] {
    let all = Tip.Role.allCases.map(\.rawValue).joined(separator: ", ")
    return [
      Entry(key: .roles, option: roles, ask: "Your roles, or none (\(all))"),
      Entry(
        key: .circlesOff,
        option: circlesOff,
        ask: "Circles of people to hear nothing of, or none"
      ),
      Entry(
        key: .offHours,
        option: offHours,
        ask: "Weekdays for off-hours tips, or none"
      ),
      Entry(
        key: .wording,
        option: wording,
        ask: "How much a tip says (full, short)"
      ),
      Entry(
        key: .extrasPerWeek,
        option: extrasPerWeek,
        ask: "Value-added tips in a week (0 to 7)"
      ),
      Entry(
        key: .moment,
        option: moment,
        ask: "Your plan for the offer in your words, “When I …, I offer …”, or none"
      ),
    ]
  }
}
