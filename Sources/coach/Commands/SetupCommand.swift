import Application
import ArgumentParser
import Coaching
import Configuration

struct Setup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setup",
    abstract: "Ask the few questions that matter, and write the configuration.",
    discussion: """
      With any option given nothing is asked: what is not given stays as it is. Times of evenings \
      and mornings may differ: “Mon..Fri 23:00; Sat,Sun 00:30”. Comments and \
      keys in an existing file are kept; the file is written whole or not at all.
      """
  )

  @Option(help: "The language: \(Language.names).") var language: String?
  @Option(help: "When you want to put out the light: a time of day, unset, or by evenings.")
  var lightsOut: String?
  @Option(help: "When you want to get up: a time of day, or unset.") var getUp: String?
  @Option(help: "When the morning tip comes, such as 07:30.") var morning: String?
  @Option(help: "The fixed moment for an offer of help, such as 10:30.") var offer: String?
  @Option(help: "The end of work, such as “Mon..Fri 17:30”.") var endOfWork: String?
  @Option(help: "Where prompts go, desktop,spool,terminal,command.") var channels: String?

  @Option(help: "Your roles, such as manager,parent; none for none.") var roles: String?
  @Option(help: "Circles to hear nothing of, such as supplier; none for none.")
  var circlesOff: String?
  @Option(help: "Weekdays for off-hours tips, such as Sat,Sun; none for none.")
  var offHours: String?
  @Option(help: "How much a tip says: full or short.") var wording: String?
  @Option(help: "Value-added tips in a week, 0 to 7.") var extrasPerWeek: String?
  @Option(help: "Your if-then plan for the offer, in your own words; none for none.")
  var moment: String?

  func run() throws {
    let paths = Paths()
    var form = try SettingsForm(paths, zones: SystemZone.known)
    let given = entries.filter { $0.option != nil }
    for entry in given {
      if let answer = entry.option { try form.set(entry.path, to: answer) }
    }
    if given.isEmpty { try ask(&form) }
    try form.write()
    Output.wrapped("Wrote \(paths.ownFile).")
    if let read = try? Configuration(at: paths, .withoutTips) { Output.advise(read) }
    if DaemonLock.holder(of: paths.lock) == nil {
      Output.wrapped("The service is not running; start it with: systemctl --user start coach")
    }
  }

  private struct Entry {
    var path: [String]
    var option: String?
    var ask: String
  }

  private var entries: [Entry] {
    [
      Entry(path: ["language"], option: language, ask: "Language (\(Language.names))"),
      Entry(
        path: ["sleep", "lights-out"],
        option: lightsOut,
        ask: "When do you want to put out the light (a time, unset, or by evenings)"
      ),
      Entry(
        path: ["sleep", "get-up"],
        option: getUp,
        ask: "When do you want to get up (a time, unset, or by mornings)"
      ),
      Entry(path: ["slot", "morning", "when"], option: morning, ask: "When should the tip come"),
      Entry(
        path: ["slot", "offer", "when"],
        option: offer,
        ask: "Your fixed moment for an offer of help"
      ),
      Entry(path: ["slot", "end-of-work", "when"], option: endOfWork, ask: "The end of work"),
      Entry(
        path: ["channels"],
        option: channels,
        ask: "Where prompts go (desktop, spool, terminal)"
      ),
    ] + profileEntries
  }

  private var profileEntries: [Entry] {
    let all = Tip.Role.allCases.map(\.rawValue).joined(separator: ", ")
    return [
      Entry(path: ["profile", "roles"], option: roles, ask: "Your roles, or none (\(all))"),
      Entry(
        path: ["profile", "circles-off"],
        option: circlesOff,
        ask: "Circles of people to hear nothing of, or none"
      ),
      Entry(
        path: ["profile", "off-hours"],
        option: offHours,
        ask: "Weekdays for off-hours tips, or none"
      ),
      Entry(
        path: ["profile", "wording"],
        option: wording,
        ask: "How much a tip says (full, short)"
      ),
      Entry(
        path: ["extras", "per-week"],
        option: extrasPerWeek,
        ask: "Value-added tips in a week (0 to 7)"
      ),
      Entry(
        path: ["programme", "moment"],
        option: moment,
        ask: "Your plan for the offer in your words, “When I …, I offer …”, or none"
      ),
    ]
  }

  /// Asks each question; an empty line, or the end of input, keeps what is there.
  private func ask(_ form: inout SettingsForm) throws(CommandError) {
    Output.wrapped("An empty line keeps what stands in brackets.")
    for entry in entries {
      var isAnswered = false
      while !isAnswered {
        Output.write("\(entry.ask) [\(form.value(entry.path))]: ", to: 1)
        guard let line = readLine() else {
          Output.line()
          return
        }
        isAnswered = line.trimmed.isEmpty
        if isAnswered { continue }
        do {
          try form.set(entry.path, to: line.trimmed)
          isAnswered = true
        } catch {
          Output.complain(error.message)
        }
      }
    }
  }
}
