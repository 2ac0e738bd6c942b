import Application
import Channels
import Coaching
import Configuration
import Files
import Glibc
import Machine
import Systemd

/// The daemon: the one place where the core, the ledger, the channels and the loop meet.
///
/// Whatever wakes it, it looks; see `Session`.
final class Daemon {
  let paths = Paths()
  let inTerminal: Bool
  let chronicle: DaemonLog
  private let lock: DaemonLock
  let loop: Loop
  let books: ReopeningLedger
  var configuration: Configuration
  private var wake: Timer?
  private var settle: Timer?
  private var watch: PathWatch?
  var bus: Bus?
  var presence: PresenceMonitor?
  /// The programs that tell something of the person's settings, while they do.
  var inquiries: [(number: Int, child: Child)] = []
  /// What waits for the terminal of a login.
  private var login: Timer?
  private(set) var program: CommandChannel?
  /// Where answers are written that no button gives.
  private(set) var answerWindow: AnswerWindow?
  /// Whether the buses have had their time to tell what the first look wants to know.
  var isUp = false
  var session: Session?
  var sessionBus: Bus?
  var desktop: Desktop?
  var interface: BusInterface?
  /// What the desktop said before the first look, which is to hear it.
  var early: [Desktop.Report] = []
  private var zoneTrouble: Saying?
  private var zoneName: String?
  /// What the last look saw; nil before one has.
  var seen: Session.Seen?
  /// Whether the last look could read and write the ledger.
  private var isLedgerWell = true
  /// How the ledger lay there before a look that failed: to open it anew tells the watch of it,
  /// and is no reason to look again.
  private var failedStamp: FileStamp?
  private var ledgerMemory = LedgerMemory()
  /// Whether it was told to end, and only waits for answers that are on their way.
  private(set) var isStopping = false
  /// The daily backup that is being made, and what became of the last.
  var backup = BackupRun()
  /// The page that is being made for a prompt, and the last for which one was.
  var pages = PageRun()
  /// Whether a file of the configuration changed since it was read.
  private var isStale = false
  /// Why what coach.toml says now is not in force.
  private(set) var refusal: ConfigurationError?
  /// Since when by the monotonic clock, in microseconds; nil where it was so at the start.
  private(set) var refusedSince: Int64?
  /// What the person was told of that only they can mend.
  var told: ToldTroubles
  /// What they are being told of just now.
  var noticesUnderway: [ToldTroubles.Trouble] = []
  /// The numbers of such notices on the desktop.
  var notices: [ToldTroubles.Trouble: UInt32] = [:]
  /// What to say of a ledger that is gone.
  private let lost: Saying?

  init(inTerminal: Bool) throws(CommandError) {
    self.inTerminal = inTerminal
    chronicle = DaemonLog(isForPerson: inTerminal)
    let read = try Configuration.inForce(at: paths)
    configuration = read.configuration
    refusal = configuration.refusal
    told = ToldTroubles(paths.told)
    lock = try DaemonLock(paths.lock)
    lost = paths.lostLedger(configuration.settings.backup)
    books = try ReopeningLedger(
      paths.ledger,
      keepingEarlierIn: paths.backups(configuration.settings.backup)
    )
    loop = try CommandError.ofSystem { () throws(SystemdError) in try Loop() }
    LastGoodConfiguration(paths).keep(configuration, from: read.source)
  }

  /// Runs until it is told to end; the exit code.
  func run() throws(CommandError) -> Int32 {
    try CommandError.ofSystem { () throws(SystemdError) in
      for signal in [SIGTERM, SIGINT] {
        try loop.onSignal(signal) { [unowned self] in stop() }
      }
      try loop.onSignal(SIGHUP) { [unowned self] in reload(isAsked: true) }
      wake = try loop.timer { [unowned self] in rang() }
      settle = try loop.timer { [unowned self] in look() }
      login = try loop.timer { [unowned self] in
        if isUp, !isStopping { saw(session?.came("terminal")) }
      }
      try loop.watchClock { [unowned self] change in clockChanged(change) }
      watch = try PathWatch(loop: loop) { [unowned self] in changed($0, $1) }
      watchPresence()
      try openDesktop()
      offerInterface()
      try watchPlaces()
      try openLogind()
      _ = try loop.feedWatchdog()
    }
    program = CommandChannel(loop) { [unowned self] news in heard(news) }
    answerWindow = AnswerWindow(loop)
    session = Session(world)
    chronicle.started(configuration, zone: zone())
    if let refusal, let standIn = configuration.standIn { chronicle.refused(refusal, standIn) }
    if let lost { chronicle.warn(Spoken.english.words(for: lost)) }
    noteAims()
    advise()
    chronicle.noteOddities(configuration)
    // Before the first look: what is due is then for whoever is there.
    sessionBus?.connect()
    bus?.connect()
    try CommandError.ofSystem { () throws(SystemdError) in try awaitPresence() }
    look()
    notify { () throws(SystemdError) in try Service.ready(status: status) }
    if inTerminal { sayWhoSpeaks() }
    return try CommandError.ofSystem { () throws(SystemdError) in try loop.run() }
  }

  /// Writes down what the person means now where that is not what the facts tell.
  ///
  /// Where it cannot be written, the next look says so. What is refused in part says nothing of it.
  private func noteAims() {
    if configuration.standIn == .partly { return }
    try? workspace(from: .command).noteAims()
  }

  /// Says what is odd about the schedule; nothing in it is refused for that.
  private func advise() {
    for advice in context.advice(at: SystemClock.now) { chronicle.warn("\(advice)") }
  }

  func look() {
    if !isUp || isStopping { return }
    // A deck that is mended lies perhaps where nobody watches it.
    if isStale || refusal != nil { reload(isAsked: false) }
    // Before it is read: somebody may be writing to it just now.
    let stamp = FileStamp(at: paths.ledger)
    let seen = session?.look()
    saw(seen)
    if seen == nil {
      // What is copied to its place can be read a moment later; what is damaged cannot.
      if failedStamp == nil, books.trouble?.kind != .data { lookSoon(inMilliseconds: 1000) }
      failedStamp = stamp
    } else {
      failedStamp = nil
      noteLedger()
      backUp()
    }
    // Until the next look hours may pass.
    books.rest()
    Footprint.shrink()
  }

  /// Says that another ledger lies at the path than before, which does not hold what was there.
  private func noteLedger() {
    guard let ledger = try? books.current, let said = ledgerMemory.look(at: ledger) else { return }
    chronicle.ledgerReplaced(said)
  }

  /// Passes on what a look saw; where the ledger failed, what was said before stays.
  func saw(_ seen: Session.Seen?) {
    isLedgerWell = seen != nil
    if let seen {
      self.seen = seen
      interface?.renew(seen, on: sessionBus)
    }
    tellTroubles()
    notify { () throws(SystemdError) in try Service.status(status) }
  }

  /// A time service that sets the clock right by a moment, every few seconds on some machines, is
  /// no news: the timer stands on the clock itself.
  private func clockChanged(_ change: ClockChange) {
    if abs(change.stepped) < 1_000_000, change.slept < 1_000_000 { return }
    chronicle.clockChanged(change)
    look()
    bus?.connect()
    sessionBus?.connect()
  }

  /// How long after a login its terminal is there, in microseconds: sshd makes it after it has said
  /// so.
  private static let loginPause: Int64 = 2_000_000

  /// The person has logged in: a terminal that could not be reached may be there now.
  func loggedIn() {
    presence?.loggedIn()
    let soon = SystemClock.now.microseconds + Daemon.loginPause
    // Where no timer is to be had, the channel is tried again by itself.
    try? login?.set(microseconds: soon, accuracySeconds: 0)
  }

  func sleepChanged(_ sleeps: Bool) {
    chronicle.sleepChanged(sleeps)
    presence?.sleepChanged(sleeps)
    if !sleeps { look() }
  }

  /// How long to wait at the end for a notification server that has not answered, in seconds: long
  /// enough for one that is busy, and no matter for a manager that waits for ninety.
  private static let patienceAtEnd: Int64 = 3

  private func stop() {
    if isStopping { return }
    isStopping = true
    notify { () throws(SystemdError) in try Service.stopping() }
    chronicle.stopping()
    let end = { [unowned self] in loop.exit(0) }
    guard let desktop else { return end() }
    desktop.finish(withinSeconds: Daemon.patienceAtEnd, then: end)
  }

  // MARK: - The world

  private var world: World {
    World(
      now: { SystemClock.now },
      context: { [unowned self] in context },
      recall: { [unowned self] day throws(WorldError) in
        try books.coach(around: day, for: configuration.teaching)
      },
      record: { [unowned self] drafts throws(WorldError) in try books.append(drafts) },
      wake: { [unowned self] instant in wake(at: instant) },
      channels: { [unowned self] in channels },
      notice: { [unowned self] notice in
        interface?.note(notice, on: sessionBus)
        chronicle.note(notice, in: zone())
      }
    )
  }

  var context: PlanningContext {
    PlanningContext(
      configuration,
      zone: zone(),
      presence: presence?.presence(configuration.settings.presence, terminal: terminal)
    )
  }

  /// The zone as it is now: an upgrade of tzdata changes it without a word.
  func zone() -> Zone {
    let (zone, trouble) = SystemZone.read()
    if let trouble, trouble != zoneTrouble { chronicle.warn(Spoken.english.words(for: trouble)) }
    zoneTrouble = trouble
    if let zoneName, zoneName != zone.name { chronicle.zoneChanged(from: zoneName, to: zone.name) }
    zoneName = zone.name
    return zone
  }

  /// What a command would work with, as it stands in this process.
  func workspace(from origin: Workspace.Origin) throws(CommandError) -> Workspace {
    let ledger = try books.current
    return Workspace(paths, configuration, ledger, context, at: SystemClock.now, from: origin)
  }

  func wake(at instant: Instant) {
    do {
      try wake?.set(microseconds: instant.microseconds)
    } catch {
      chronicle.warn("\(error); without its timer the coach looks again when something changes")
    }
  }

  private var status: String {
    if !isLedgerWell { return "The ledger cannot be used: “coach doctor” says why" }
    let refused = refusal == nil ? "" : "; coach.toml is refused: “coach doctor” says why"
    guard let seen, let next = seen.next else { return "Next: nothing within a week\(refused)" }
    let zone = seen.context.zone
    let local = zone.civil(at: next.at)
    let isToday = local.date == zone.civil(at: SystemClock.now).date
    let title = configuration.teaching.phrases.slot(next.id.slot)
    let moment = "\(isToday ? "" : "\(local.date) ")\(local.time)"
    return "Next: \(title), \(moment)\(next.isPutOff ? " (put off)" : "")\(refused)"
  }

  private func notify(_ tell: () throws(SystemdError) -> Bool) {
    do {
      _ = try tell()
    } catch {
      chronicle.warn("\(error), ignoring: the service manager was not told")
    }
  }

  // MARK: - Changes

  /// Watches all that it reads, through whatever links lead there.
  private func watchPlaces() throws(SystemdError) {
    var watched = paths.places.files.map { PathWatch.Path($0) }
    for place in paths.places.decks {
      let decks = configuration.settings.decks.map { "\(place)/\($0)" }
      watched += ([place] + decks).map { PathWatch.Path($0, .directory) }
    }
    watched.append(PathWatch.Path(paths.ledger, .fileAndWrites))
    watched += Daemon.zonePlaces.map { PathWatch.Path($0) }
    if let socket = SessionBus.place, desktop != nil { watched.append(PathWatch.Path(socket)) }
    try watch?.watch(watched)
  }

  /// What tells of the zone: where TZ names one, its file, which an upgrade may replace.
  private static let zonePlaces =
    [SystemZone.link, "/etc/timezone"] + [SystemZone.file].compactMap(\.self)

  private func changed(_ changes: [String], _ trouble: SystemdError?) {
    if let trouble { warn(trouble) }
    if let failedStamp, changes == [paths.ledger], FileStamp(at: paths.ledger) == failedStamp {
      return
    }
    if changes.contains(where: { $0 == SessionBus.place }) { sessionBus?.connect() }
    let others = [paths.ledger, SessionBus.place] + Daemon.zonePlaces
    if changes.contains(where: { !others.contains($0) }) { isStale = true }
    // A commit wakes us before it can be read, and an editor writes in several steps.
    lookSoon(inMilliseconds: 100)
  }

  private func lookSoon(inMilliseconds milliseconds: Int64) {
    let soon = SystemClock.now.microseconds + milliseconds * 1000
    do {
      try settle?.set(microseconds: soon, accuracySeconds: 0)
    } catch {
      look()
    }
  }

  private func warn(_ trouble: SystemdError) {
    chronicle.warn("\(trouble), ignoring: some changes will be seen at the next look only")
  }

  /// The coach as the last look saw it that could read the ledger.
  var coachSeen: Coach? { seen?.coach }

  /// Reads the configuration again; one that is refused changes nothing.
  func reload(isAsked: Bool) {
    if isAsked { notify { () throws(SystemdError) in try Service.reloading() } }
    isStale = false
    do throws(ConfigurationError) {
      let (fresh, source) = try Configuration.inForce(
        paths.places,
        zones: SystemZone.known,
        lastGood: LastGoodConfiguration(paths).path
      )
      if let refusal = fresh.refusal { throw refusal }
      // Dotfiles that are away for a while do not end what they say.
      if let missing = fresh.missing, missing.file == configuration.file { throw missing }
      LastGoodConfiguration(paths).keep(fresh, from: source)
      if fresh != configuration || isAsked || refusal != nil {
        configuration = fresh
        (refusal, refusedSince) = (nil, nil)
        chronicle.reloaded(configuration)
        noteAims()
        advise()
        chronicle.noteOddities(configuration)
        do throws(SystemdError) {
          try watchPlaces()
        } catch {
          warn(error)
        }
      }
    } catch {
      if isAsked || error != refusal { chronicle.refused(error) }
      if refusal == nil { refusedSince = Clock.monotonic() }
      refusal = error
    }
    if isAsked {
      look()
      bus?.connect()
      sessionBus?.connect()
      notify { () throws(SystemdError) in try Service.ready(status: status) }
    }
  }
}
