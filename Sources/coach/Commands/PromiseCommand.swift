import ArgumentParser
import Coaching
import Configuration
import Storage

struct Promise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promise",
    abstract: "Write down what you said you would do, and close it once: kept, released or missed.",
    discussion: """
      EXAMPLES
        coach promise "send the plan" --to "the office" --by "fri 15:00" --reserve 2h
        coach promise "look after the delivery" --kind follow-up
        coach promise edit 3 --by tomorrow
        coach promise keep 3               or release 3, or miss 3

      You are reminded once, a little before its reserve begins. Without a time it is taken, and \
      you are asked for one; a follow-up is then for in three days, an idea for in seven. \
      “coach promises” lists what is open; “coach undo” takes back what you did last.

      --by takes 17:00, today, tomorrow, Fri 15:00, 2026-12-31, 2026-12-31 09:00 or in 3d.
      """
  )

  @Argument(help: "What you promise; or keep, release, miss or edit, and its number.")
  var words: [String] = []
  @Option(help: "For whom; leave names out where you can.") var to: String?
  @Option(help: "By when; with edit also “none”.") var by: String?
  @Option(help: "How long you need for it, such as 2h.") var reserve: String?
  @Option(help: "promise, follow-up, find-out, wish or idea.") var kind: CommitmentName?

  enum Verb: String, CaseIterable {
    case keep, release, miss, edit

    var closing: Closing? {
      switch self {
      case .keep: .kept
      case .release: .released
      case .miss: .missed
      case .edit: nil
      }
    }
  }

  func validate() throws {
    let isLost = words.count == 1 && Verb(rawValue: words[0]) != nil
    guard !isLost else {
      throw ValidationError("Say which: coach promise \(words[0]) 3. “coach promises” lists them.")
    }
    if words.count > 1, let verb = Verb(rawValue: words[0]), Int(words[1]) == nil {
      let number = "“\(words[1].printable)” is no number: coach promise \(verb.rawValue) 3"
      let quoted = "coach promise \"\(words.joined(separator: " ").printable)\""
      throw ValidationError("\(number). A promise that begins so goes into quotes: \(quoted)")
    }
    guard words.contains(where: { !$0.trimmed.isEmpty }) else {
      throw ValidationError("Say what you promise: coach promise \"…\" --by tomorrow")
    }
    if verb?.closing != nil, to ?? by ?? reserve ?? kind?.rawValue != nil || words.count > 2 {
      throw ValidationError("What you close takes its number and nothing else.")
    }
  }

  /// What is to be done with the promise of a number; nil where a new one is meant.
  private var verb: Verb? {
    words.count > 1 && Int(words[1]) != nil ? Verb(rawValue: words[0]) : nil
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    guard let verb else { return try make(in: workspace) }
    let standing = try workspace.commitment(Int(words[1]) ?? 0)
    if let closing = verb.closing {
      try close(standing, as: closing, in: workspace)
    } else {
      try edit(standing, in: workspace)
    }
  }

  private func make(in workspace: Workspace) throws(CommandError) {
    let commitment = kind?.commitment ?? .promise
    let usual = commitment.usualDays.map { days in
      workspace.outlook.usualDue(inDays: days, after: workspace.now)
    }
    let due = try by.map { text throws(CommandError) in try workspace.due(text) } ?? usual
    let reserve = try reserve.map(Promise.seconds) ?? 0
    let day = Entries.day(for: due?.at, on: workspace.today, in: workspace.calendar)
    try check(reserve, until: due?.at, in: workspace)
    let text = try words.joined(separator: " ").kept(as: "what you promise")
    let to = try to?.kept(as: "--to")
    let fact: Fact
    do {
      fact = try workspace.ledger.enter(on: .promise) { id in
        let entry = Entry(
          id: id,
          kind: commitment.rawValue,
          text: text,
          to: to,
          due: due?.at,
          isWholeDay: due?.isWholeDay ?? false,
          reserveSeconds: reserve
        )
        return workspace.draft(.entered(entry), on: day)
      }
    } catch {
      throw CommandError(error)
    }
    guard case .entered(let entry) = fact.event else { return }
    confirm(entry, isNew: true, in: workspace)
    if entry.id.number == 1, entry.to != nil { workspace.hintAtNames() }
  }

  private func edit(_ standing: Entries.Standing, in workspace: Workspace) throws(CommandError) {
    var entry = standing.entry
    let text = try words.dropFirst(2).joined(separator: " ").kept(as: "what you promise")
    if !text.isEmpty { entry.text = text }
    if let to = try to?.kept(as: "--to") { entry.to = to.isEmpty ? nil : to }
    if let kind { entry.kind = kind.rawValue }
    if let by {
      let due = by.lowercased() == "none" ? nil : try workspace.due(by)
      (entry.due, entry.isWholeDay) = (due?.at, due?.isWholeDay ?? false)
    }
    if let reserve { entry.reserveSeconds = try Promise.seconds(reserve) }
    guard entry != standing.entry else {
      throw CommandError(
        .usage,
        "nothing would change; say a text, --by, --to, --reserve or --kind"
      )
    }
    let before = standing.entry
    if entry.due != before.due || entry.reserveSeconds != before.reserveSeconds {
      try check(entry.reserveSeconds, until: entry.due, in: workspace)
      entry.timing = try workspace.factCount(of: standing.id) + 1
    }
    let day = standing.day(for: entry.due, on: workspace.today, in: workspace.calendar)
    try workspace.record(.edited(entry), on: day)
    confirm(entry, isNew: false, in: workspace)
  }

  private func close(
    _ standing: Entries.Standing,
    as closing: Closing,
    in workspace: Workspace
  ) throws(CommandError) {
    let day = standing.day(for: nil, on: workspace.today, in: workspace.calendar)
    try workspace.record(.closed(standing.id, closing), on: day)
    let phrases = workspace.phrases
    let what = ("what", phrases.words(for: standing.entry))
    switch closing {
    case .kept: Output.wrapped(phrases("closed-kept", what))
    case .released: Output.wrapped(phrases("closed-released", what))
    case .missed, .dropped: Output.wrapped(phrases("closed-missed", what))
    }
  }

  private func confirm(_ entry: Entry, isNew: Bool, in workspace: Workspace) {
    let phrases = workspace.phrases
    let number = ("number", String(entry.id.number))
    let by = phrases.by(entry, in: workspace.outlook.zone, seenAt: workspace.now)
    let words = [phrases.words(for: entry), by].compactMap(\.self)
    let what = ("what", words.joined(separator: phrases("comma")))
    Output.wrapped(
      isNew ? phrases("promise-noted", number, what) : phrases("promise-changed", number, what)
    )
    if by != nil { return }
    let command = ("command", "coach promise edit \(entry.id.number) --by …")
    Output.wrapped(phrases("promise-when", command))
  }

  /// Refuses a reserve that should have begun already.
  private func check(
    _ reserve: Int64,
    until due: Instant?,
    in workspace: Workspace
  ) throws(CommandError) {
    guard let left = due.map({ $0.seconds - workspace.now.seconds }), reserve > left else { return }
    let span = TimeSpan.words(max(60, left - left % 60))
    let what = "a reserve of \(TimeSpan.words(reserve)) is longer than the \(span) that are left; "
    throw CommandError(.data, "\(what)say a shorter --reserve or a later --by")
  }

  private static func seconds(_ text: String) throws(CommandError) -> Int64 {
    if text == "0" { return 0 }
    guard let seconds = TimeSpan.seconds(text) else {
      throw CommandError(
        .data,
        "“\(text.printable)” is no reserve; say a span such as 30min, 2h or 1d"
      )
    }
    return seconds
  }
}

/// The kinds of commitment as they are typed; the core does not know the parser.
enum CommitmentName: String, CaseIterable, ExpressibleByArgument {
  case promise
  case followUp = "follow-up"
  case findOut = "find-out"
  case wish
  case idea

  var commitment: Commitment? { Commitment(rawValue: rawValue) }
}

extension Workspace {
  /// The promises or notes, those that are open or all.
  func entries(of list: Entry.ID.List, isAll: Bool) throws(CommandError) -> Entries {
    do {
      return try isAll ? ledger.entries(of: list) : ledger.openEntries(of: list)
    } catch {
      throw CommandError(error)
    }
  }

  func entry(_ id: Entry.ID) throws(CommandError) -> Entries.Standing? {
    do {
      return try ledger.entry(id)
    } catch {
      throw CommandError(error)
    }
  }

  func factCount(of id: Entry.ID) throws(CommandError) -> Int {
    do {
      return try ledger.factCount(of: id)
    } catch {
      throw CommandError(error)
    }
  }

  /// Reads when something is due as a person types it.
  func due(_ text: String) throws(CommandError) -> Due {
    do {
      return try outlook.due(text, after: now)
    } catch {
      throw CommandError(.data, error.description)
    }
  }

  /// The open commitment of a number.
  func commitment(_ number: Int) throws(CommandError) -> Entries.Standing {
    guard let standing = try entry(Entry.ID(.promise, number)) else {
      let entries = try entries(of: .promise, isAll: false)
      let open = entries.all.map { String($0.id.number) }.joined(separator: ", ")
      let known = open.isEmpty ? "none is open" : "open are \(open)"
      throw CommandError(
        .data,
        "there is no promise \(number); \(known) (“coach promises” lists them)"
      )
    }
    if let closed = standing.closed {
      let when = moment(closed.at)
      let what = "promise \(number) was closed as \(closed.closing.rawValue) at \(when); "
      throw CommandError(.data, "\(what)it is closed once (“coach undo” takes back what was last)")
    }
    return standing
  }
}

extension Workspace {
  /// How promises were closed on some civil days, and what stood open at the end of them.
  func promises(from first: CivilDate, through last: CivilDate) throws(CommandError) -> PromiseCount
  {
    var count: PromiseCount
    do {
      count = PromiseCount(try ledger.closings(since: first), on: first...last, in: calendar)
    } catch {
      throw CommandError(error)
    }
    let entries = try entries(of: .promise, isAll: last < today)
    let end = min(now.adding(seconds: 1), calendar.end(of: last))
    count.count(entries, openAt: end, in: outlook.zone)
    return count
  }
}
