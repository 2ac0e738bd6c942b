import Application
import ArgumentParser
import Coaching
import Configuration
import Interchange
import Machine
import Pages

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in what another program has of your life, or another machine.",
    discussion: """
      Without --write it only says what it would do: each habit with its days, what is left out \
      and why, and the lines for coach.toml that it proposes. With it, all of that is written \
      down at once, or nothing; “coach undo” takes all of it back in one step.

      What is known by what is in it, unless --as says it: coach (from “coach export”), loop and \
      loop-db (Loop Habit Tracker), table-habit, habo, harsh, habitctl, dijo, sleep-as-android, \
      plees, sleepmeter, fitbit, apple-health, google-fit, health-connect, simple-time-tracker, \
      timewarrior, icalendar (days away), and csv: any table, by --columns. FILE may be a zip or \
      a directory.

      What you have answered for a day stays, unless you say --replace. The same file once more \
      adds nothing. What a program counted by itself, and what only is called alike, is never \
      taken in. coach-import(5) says of each kind what becomes of it.

      EXAMPLES
        coach import Loop.zip                              what it would do
        coach import Loop.zip --map "Wake up early=early" --write
        coach import runs.csv --columns day=Date,value=km
        coach import plees.csv --zone Europe/Berlin

      JSON: kind, file, hash, written, new, and parts [{name, questions, new, first, last, skips, \
      notes, same, other, replaced, dropped [{count, reason}], proposed}]; absences {new, known}, \
      dropped [{count, reason}]. Of another ledger’s facts new, known, prompts, answers.
      """
  )

  @Argument(help: "The file, directory or zip.", completion: .file(), transform: Typed.text)
  var file: String
  @Option(name: .customLong("as"), help: "What kind of file it is.", transform: Typed.text)
  var kind: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: "NAME=HABIT: to which habit here one of the file goes, by its id; sleep for the night.",
    transform: Typed.text
  ) var map: [String] = []
  @Option(
    parsing: .unconditional,
    help: "The zone of a file that does not say one, such as Europe/Berlin.",
    transform: Typed.text
  ) var zone: String?
  @Option(
    parsing: .unconditional,
    help: "The first day that is taken in.",
    transform: Typed.text
  ) var from: String?
  @Option(
    parsing: .unconditional,
    help: "Which columns of a table are what: day=…,value=…,note=…,habit=…,unit=….",
    transform: Typed.text
  ) var columns: String?
  @Flag(help: "What the file says takes the place of what you have answered.") var replace = false
  @Flag(help: "Write it down.") var write = false
  @Flag(help: "With --write: add the proposed habits to coach.toml without asking.")
  var yes = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    for wish in map where wish.split(separator: "=").count < 2 {
      throw ValidationError("--map takes NAME=HABIT, not “\(wish)”.")
    }
    for (role, _) in roles where !["day", "value", "note", "habit", "unit"].contains(role) {
      throw ValidationError("--columns takes day=…,value=…,note=…,habit=…,unit=…, not “\(role)”.")
    }
    guard !yes || write else { throw ValidationError("--yes is said with --write.") }
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    var life = ForeignLife()
    try read { life.take($0) }
    guard life.isWhole, let source = life.source else {
      throw CommandError(.software, words: "\(file): it was not read to its end")
    }
    if source.kind == ImportCommand.ownKind { return try merge(life, source, in: workspace) }
    try take(life, in: workspace)
  }

  /// The kind of our own export.
  private static let ownKind = "coach"

  // MARK: - What the file says

  private var roles: [(String, String)] {
    (columns ?? "").split(separator: ",").map { part in
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(sides[0]), sides.count == 2 ? String(sides[1]) : "")
    }
  }

  /// The names there and the habits here; a name may have “=” in it.
  private var wished: [(name: String, habit: String)] {
    map.compactMap { wish in
      guard let mark = wish.lastIndex(of: "=") else { return nil }
      return (String(wish[..<mark]), String(wish[wish.index(after: mark)...]))
    }
  }

  private var arguments: [String] {
    var words = ["--file", Environment.absolute(file)]
    if let kind { words += ["--as", kind] }
    if let zone { words += ["--zone", zone] }
    for (role, column) in roles { words += ["--column", "\(role)=\(column)"] }
    for (name, habit) in wished where habit == Habit.sleep { words += ["--sleep", name] }
    return words
  }

  /// Has the file read, and hands out each thing that it says.
  private func read(
    _ take: (ForeignRecord) throws(CommandError) -> Void
  ) throws(CommandError) {
    let program = SiblingProgram("coach-import")
    let end = try program.lines(arguments) { line throws(CommandError) in
      guard let record = ForeignRecord(line: line) else {
        throw CommandError(.software, words: "coach-import is of another version; install again")
      }
      try take(record)
    }
    if end.status == 0 { return }
    let kind = CommandError.Kind(exitCode: end.status) ?? .software
    let said = end.complaint.split(separator: "\n").map(String.init).joined(separator: " ")
    let what = said.isEmpty ? "it could not be read, and why is not known" : said
    throw CommandError(kind, "\(file): \(what)")
  }

  // MARK: - Habits of another program

  private func take(_ life: ForeignLife, in workspace: Workspace) throws {
    var wishes = ImportWishes()
    wishes.map = wished
    wishes.from = try from.map { try workspace.day($0, .past) }
    wishes.replaces = replace
    let plan = try workspace.plan(importing: life, wishes)
    if json {
      if write { try carryOut(plan, in: workspace, adds: yes) }
      return try Output.json(ImportView(plan, isWritten: write))
    }
    Output.show(plan.page(isWritten: write))
    if !write { return Output.say("Nothing was written; --write does it.") }
    let adds = try addsHabits(plan)
    try carryOut(plan, in: workspace, adds: adds)
    Output.show(plan.donePage(isAdded: adds))
  }

  private func carryOut(_ plan: ImportPlan, in workspace: Workspace, adds: Bool) throws {
    let habits = adds ? try habits(plan, workspace) : nil
    try workspace.carryOut(plan)
    try habits?.write()
  }

  private func habits(
    _ plan: ImportPlan,
    _ workspace: Workspace
  ) throws(CommandError) -> ProposedHabits {
    try ProposedHabits(plan.proposed, workspace.paths, zones: SystemZone.known)
  }

  /// Whether the proposed habits are to stand in coach.toml.
  private func addsHabits(_ plan: ImportPlan) throws -> Bool {
    if plan.proposed.isEmpty { return false }
    if yes { return true }
    return Consent.isGivenToHabits()
  }

  // MARK: - Another ledger

  private func merge(
    _ life: ForeignLife,
    _ source: ForeignSource,
    in workspace: Workspace
  ) throws {
    guard let ledger = workspace.ledger as? FileLedger else { return }
    let merged = try ledger.merge(replaces: replace, writes: write) { take throws(CommandError) in
      try facts(source, take)
    }
    if json { return try Output.json(MergeView(merged, source, isWritten: write)) }
    Output.show(merged.page(of: source, isWritten: write))
  }

  /// Hands out the facts of the file, which has to be the same as before.
  private func facts(
    _ source: ForeignSource,
    _ take: (ForeignFact) throws(CommandError) -> Void
  ) throws(CommandError) -> Bool {
    var isWhole = false
    try read { record throws(CommandError) in
      switch record {
      case .source(let again) where again != source:
        throw CommandError(.data, words: "\(file): it was changed while it was read; do it again")
      case .fact(let fact): try take(fact)
      case .end: isWhole = true
      default: break
      }
    }
    return isWhole
  }
}
