import Application
import Coaching
import Configuration
import Machine
import Pages
import Systemd

/// What the daemon tells the journal; where there is none, standard error.
struct DaemonLog {
  /// The kinds of entry, for `journalctl MESSAGE_ID=…`; an id is never used for another kind.
  enum Kind: String {
    case started = "2fa2a719fdc34e6eb806a6a979710e12"
    case stopping = "7c63cd699df0490dac3ab06187c11379"
    case reloaded = "0bcdde817e9e4c318a94b97f8dc80533"
    case refused = "7edd76435b954baf8d7b9547d0c811db"
    case prompted = "920b5eba7f40451296c1c77833e541b6"
    case shown = "9027b77ee34c4b12959fbd8c3f481464"
    case channelFailed = "2cdf252fac9b4af7a82c135452fbeead"
    case channelAwaited = "5d0e4c6a8f1b4c0d9a3fb0a4c1d27e93"
    case passed = "cf1f48829be3403db343b70b2cf397b1"
    case putAway = "1b5a7d0c3e7f4d3c8a54c1f60f5be2a9"
    case deferred = "eef2b219e57a46f68eab7526a25fc790"
    case answered = "f4c5d211a9d64db9ba3a2360dd75cb41"
    case settled = "fb250b9dfed3466d96277ca80bede27d"
    case ledgerFailed = "f5d12519ef564f64b95fa9c3e96271a3"
    case clockChanged = "a8710552887645ff84b1adf12fdc2c4d"
    case zoneChanged = "b7d6f1f2a8c94e0c9f4b3d2e61a07c58"
    case hushed = "9e7a32abefe04b29be9dbae8cb2bee21"
    case sleepChanged = "8a39a1a6ffbf4b7b8b31a9da5bb9e51b"
    case busChanged = "69eee00877f7417caef6dcf94d7e5201"
    case clockNotSet = "c44ec0651c3c4935b31beb977a5eaefa"
    case ledgerReplaced = "6a1f0d54c2b94a0f8a7e3b5dd1c64e27"
    case backedUp = "044199f479224a7182f8ab00d6a41ab8"
    case backupFailed = "23ee4a0e08e74b84acd2fec6779897f9"
    case warning = "d99f5d70f9f74640afef3398b72ac06e"
    case programFailed = "2ce65b6b74f749f8aec7a1bd8bcdfff3"
    case failed = "3f6e0c2ad0a14b63a7a9c5a2e9d0b7c4"
  }

  private let isJournalled: Bool
  /// Standard error is a person's terminal: only what needs their attention is said there.
  private let isForPerson: Bool

  init(isForPerson: Bool) {
    isJournalled = Journal.isConnected(journalStream: Environment.value("JOURNAL_STREAM"))
    self.isForPerson = isForPerson
  }

  func started(_ configuration: Configuration, zone: Zone) {
    let file = configuration.file ?? "the defaults, no file is there"
    let tips = configuration.teaching.tips.count
    write(.started, "Started with \(file); \(tips) tips, zone \(zone.name)")
  }

  func stopping() {
    write(.stopping, "Stopping; what was answered is in the ledger")
  }

  func reloaded(_ configuration: Configuration) {
    write(.reloaded, "Read the configuration again: \(configuration.file ?? "the defaults")")
  }

  func refused(_ error: ConfigurationError) {
    write(.refused, "Refused the new configuration, the old one stays in force: \(error)", .error)
  }

  /// A refusal with a stop, unless it ends by asking what was meant.
  private func sentence(_ text: String) -> String { text.hasSuffix("?") ? text : "\(text)." }

  /// Says that the configuration was refused at the start, and what holds instead.
  func refused(_ error: ConfigurationError, _ standIn: Configuration.StandIn) {
    write(.refused, "Refused the configuration: \(sentence("\(error)")) \(standIn.words)", .error)
  }

  func refusedDeck(_ error: ConfigurationError) {
    write(.refused, "Refused a deck, the rest goes on without it: \(error)", .error)
  }

  func failed(_ failure: CommandError) {
    write(.failed, failure.english, .error)
  }

  func warn(_ text: String) {
    write(.warning, text, .warning)
  }

  /// Says that the ledger does not hold what it held.
  func ledgerReplaced(_ text: String) {
    write(.ledgerReplaced, text, .warning)
  }

  func backedUp(_ path: String, factCount: Int) {
    write(.backedUp, "Backed up the ledger, \(factCount.facts): \(path)")
  }

  func backupFailed(_ failure: CommandError) {
    let text = "No backup could be made, trying again in an hour at the earliest"
    write(.backupFailed, "\(text): \(failure.english)", .warning)
  }

  func pageFailed(_ id: PromptID, _ what: String) {
    warn("\(id) comes without its page, which could not be made: \(what)")
  }

  func programFailed(_ id: PromptID, _ what: String) {
    let fields = fields(id) + [("COACH_CHANNEL", "command")]
    write(.programFailed, "The command for \(id) failed: \(what)", .warning, fields)
  }

  /// Says that a card has left the screen of the desktop.
  func putAway(_ id: PromptID, isByPerson: Bool) {
    let text = isByPerson ? "Put away by the person" : "Gone from the screen by itself"
    write(.putAway, "\(text): \(id)", fields: fields(id) + [("COACH_CHANNEL", "desktop")])
  }

  /// Why something that somebody said was not taken: what they said may be in the refusal, is their
  /// own, and no matter for the journal.
  static func reason(_ error: CommandError) -> String {
    switch error.kind {
    case .data, .usage: "it is no answer that the question takes; what it was is not written here"
    case .unavailable, .inputOutput, .configuration, .software: error.english
    }
  }

  /// Says what is odd about the files of a configuration that was read.
  func noteOddities(_ configuration: Configuration) {
    if let missing = configuration.missing {
      warn("\(sentence("\(missing)")) \(configuration.standIn?.words ?? "The defaults hold.")")
    }
    for refusal in configuration.refusals { refusedDeck(refusal) }
    for oddity in configuration.oddities { warn("\(oddity)") }
    let replaced = configuration.replacedTips
    if replaced.isEmpty { return }
    let names = replaced.prefix(8).joined(separator: ", ")
    let more = replaced.count > 8 ? " and \(replaced.count - 8) more" : ""
    warn("A deck of your own stands in the place of shipped tips: \(names)\(more)")
  }

  func clockChanged(_ change: ClockChange) {
    let seconds = { (span: Int64) in "\(span / 1_000_000) s" }
    let text = "The clock was set by \(seconds(change.stepped)), slept \(seconds(change.slept))"
    write(.clockChanged, "\(text); looking again")
  }

  /// Says what logind told; the clocks say for how long it was.
  func sleepChanged(_ sleeps: Bool) {
    let woke = "The machine is awake again; looking again"
    write(.sleepChanged, sleeps ? "The machine goes to sleep" : woke)
  }

  func busChanged(_ state: Bus.State) {
    switch state {
    case .connected:
      write(.busChanged, "Connected to the system bus, to hear of sleep and wake", .debug)
    case .absent(let error):
      let text = "No system bus (\(error)): only the clocks tell of sleep and wake"
      write(.busChanged, text, .debug)
    }
  }

  func sessionBusChanged(_ state: Bus.State) {
    switch state {
    case .connected: write(.busChanged, "Connected to the session bus", .debug)
    case .absent(let error):
      write(.busChanged, "No session bus (\(error)): no desktop to show anything on", .debug)
    }
  }

  func nameAnswered(isOurs: Bool) {
    if isOurs { return write(.busChanged, "On the bus as \(BusInterface.name)", .debug) }
    let text = "Somebody else has the name \(BusInterface.name) on the bus; ours when they let go"
    write(.busChanged, text, .warning)
  }

  func zoneChanged(from old: String, to new: String) {
    write(.zoneChanged, "The zone is now \(new), it was \(old); looking again")
  }

  private func write(
    _ kind: Kind,
    _ message: String,
    _ priority: Journal.Priority = .info,
    _ fields: [(String, String)] = [],
    line: Int = #line,
    function: String = #function
  ) {
    if isJournalled {
      let entry = Journal.Entry(
        message,
        priority: priority,
        identifier: "coach",
        messageID: kind.rawValue,
        fields: fields,
        line: line,
        function: function
      )
      do {
        try Journal.send(entry)
        return
      } catch {
        Output.write("<4>coach: \(error), ignoring: the journal was not told\n", to: 2)
      }
    }
    if isForPerson {
      if priority.rawValue <= Journal.Priority.warning.rawValue { Output.complain(message) }
      return
    }
    Output.write("<\(priority.rawValue)>\(message.printable)\n", to: 2)
  }
}

extension DaemonLog {
  /// Writes down what a session noticed; never what a person wrote.
  func note(_ notice: SessionEvent, in zone: @autoclosure () -> Zone) {
    switch notice {
    case .prompted(let prompted, let late): note(prompted, lateSeconds: late)
    case .shown(let id, let channel):
      let place = [("COACH_CHANNEL", channel)]
      write(.shown, "Showed \(id) by \(channel): its moment has come", fields: fields(id) + place)
    case .channelFailed(let id, let channel, let trouble):
      let text = "Could not show \(id) by \(channel), trying again: \(trouble)"
      write(.channelFailed, text, .warning, fields(id) + [("COACH_CHANNEL", channel)])
    case .channelAwaited(let id, let channel, let trouble):
      let text = "Not showing \(id) by \(channel) before it is there: \(trouble)"
      write(.channelAwaited, text, fields: fields(id) + [("COACH_CHANNEL", channel)])
    case .passed(let id, let passing):
      write(.passed, "\(DaemonLog.reason(id, passing))", .notice, fields(id))
    case .deferred(let id, let why, let until):
      let end = until.map { "until \(zone().civil(at: $0))" } ?? "for now"
      let place = [("COACH_REASON", why.rawValue)]
      write(.deferred, "Held \(id) back \(end): \(why.words)", fields: fields(id) + place)
    case .paused(let until):
      write(.hushed, "Paused until \(zone().civil(at: until)), as asked")
    case .away(let last):
      write(.hushed, "Away through \(last), as asked: nothing is said and nothing counts")
    case .backedOff(let days):
      let text = "No sign of life for some days: one prompt every \(days) days until there is one"
      write(.hushed, text)
    case .clockNotSet:
      let text = "The clock has not been set yet; nothing is said before it is"
      write(.clockNotSet, text, .warning)
    case .answered(let question, let day):
      let fields = [("COACH_QUESTION", question), ("COACH_DAY", day.description)]
      write(.answered, "Answered: \(question) of \(day)", fields: fields)
    case .settled(let id, let why):
      write(.settled, "Took \(id) off the screen: \(DaemonLog.reason(why))", fields: fields(id))
    case .ledgerFailed(let trouble):
      write(.ledgerFailed, "The ledger failed, trying again: \(trouble)", .error)
    }
  }

  private func note(_ prompted: PromptContent, lateSeconds late: Int64) {
    let lateness = late >= 60 ? ", \(late / 60) min late" : ""
    let carries = [prompted.tip.map { "tip \($0)" }].compactMap(\.self) + prompted.questions
    let entries = prompted.entries.map(\.description)
    let what = (carries + prompted.cues + entries).joined(separator: ", ")
    write(
      .prompted,
      "Prompt \(prompted.id)\(lateness): \(what)",
      .notice,
      fields(prompted.id) + prompted.questions.map { ("COACH_QUESTION", $0) }
    )
  }

  private func write(
    _ kind: Kind,
    _ message: String,
    fields: [(String, String)],
    line: Int = #line,
    function: String = #function
  ) {
    write(kind, message, .info, fields, line: line, function: function)
  }

  private func fields(_ id: PromptID) -> [(String, String)] {
    [
      ("COACH_PROMPT", id.description), ("COACH_SLOT", id.slot),
      ("COACH_DAY", id.day.description),
    ]
  }

  private static func reason(_ id: PromptID, _ passing: PassReason) -> String {
    let fate = passing.fate
    return "\(fate.prefix(1).uppercased())\(fate.dropFirst()) \(id): \(passing.rule)"
  }

  private static func reason(_ why: Plan.SettledPrompt.Reason) -> String {
    switch why {
    case .answered: "it is answered"
    case .over: "it is over"
    case .snoozed: "it is put off"
    case .rest: "it is a day away or off"
    case .unwanted: "its place is none of “channels” any more"
    case .late: "it came there when nothing was to be said any more"
    }
  }
}
