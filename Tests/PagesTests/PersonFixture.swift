import Application
import ApplicationSupport
import Coaching
import Configuration
import TestSupport

/// Mei, of whom five weeks are known, on the evening of Monday, 23 November 2026.
struct PersonFixture {
  private let ledger = MemoryFacts()
  private let configuration: Configuration
  /// Where she is.
  var zone: Zone
  private let monday = CivilDate("2026-11-23") ?? CivilDate(dayNumber: 0)

  init(_ language: Language) throws {
    let places = Configuration.Places(files: [], decks: ["\(PersonFixture.root)/config/decks"])
    var configuration = try Configuration(places, language: language)
    configuration.settings.lightsOut = WeeklyTimes(["23:00"])
    configuration.settings.getUp = WeeklyTimes(["06:45"])
    self.configuration = configuration
    zone = try TestZones.zone("Europe/Berlin")
    for number in (1...35).reversed() { try live(monday.adding(days: -number), number) }
    try liveToday()
  }

  /// Monday until the evening: a morning that asked and told, a lunch break that was missed, and
  /// what she wrote down.
  private func liveToday() throws {
    _ = try workspace.promise(
      SaidPromise("send the plan", to: "Ada", by: "fri 15:00", reserve: "2h")
    )
    _ = try workspace.promise(SaidPromise("answer the neighbour's letter", by: "today 20:00"))
    _ = try workspace.note(SaidExtra("fruit for the meeting", minutes: 20, cost: "5 EUR"))
    if let principle = workspace.teaching.note("principle") {
      var note = workspace.blankNote(principle)
      note.text = "Listen to the end before you answer, also where you know the end."
      _ = try workspace.keep(note)
    }
    _ = try workspace.todaysTip()
    let morning = PromptID(slot: "morning", day: monday)
    let offer = PromptID(slot: "offer", day: monday)
    let prompt = PromptContent(
      id: morning,
      due: instant("07:30"),
      until: instant("11:30"),
      questions: ["sleep"],
      entries: [Entry.ID(.note, 1)]
    )
    let events: [(String, Event)] = [
      ("07:30", .deferred(morning, .idle)),
      ("07:41", .prompted(prompt)),
      ("07:42", .shown(morning, channel: "desktop")),
      ("13:31", .passed(offer, .missedAbsent)),
    ]
    _ = try ledger.append(
      events.map { time, event in
        Draft(instant: instant(time), zone: zone.name, day: monday, event: event)
      }
    )
    guard let sleep = workspace.teaching.question("sleep") else { return }
    _ = try workspace.record(GivenAnswer("23:05", note: "a long book"), to: sleep)
    _ = try workspace.goAway("2026-12-24..2027-01-02")
  }

  private func instant(_ time: String) -> Instant {
    let time = CivilTime(time) ?? CivilTime(secondOfDay: 0)
    return zone.instant(of: CivilDateTime(date: monday, time: time))
  }

  /// What she works with this evening.
  var workspace: Workspace { workspace(on: monday) }

  static let root = String(#filePath.split(separator: "/Tests/")[0])

  private func workspace(on day: CivilDate) -> Workspace {
    let evening = CivilTime("18:05") ?? CivilTime(secondOfDay: 0)
    let home = "/mei"
    let paths = Paths(
      configuration: "\(home)/.config/coach",
      ledger: "\(home)/.local/share/coach/ledger.sqlite",
      spool: "\(home)/.local/state/coach/spool",
      lock: "\(home)/.local/state/coach/daemon.lock",
      shared: "\(PersonFixture.root)/config"
    )
    return Workspace(
      paths,
      configuration,
      ledger,
      PlanningContext(configuration, zone: zone),
      at: zone.instant(of: CivilDateTime(date: day, time: evening)),
      from: .command
    )
  }

  /// A day with its answers, of which some are left out; on Sundays the obstacles.
  private func live(_ day: CivilDate, _ number: Int) throws {
    let workspace = workspace(on: day)
    func answer(_ id: String, _ typed: String, circles: [String] = []) throws {
      guard let question = workspace.teaching.question(id) else { return }
      _ = try workspace.record(GivenAnswer(typed, circles: circles), to: question)
    }
    if number % 6 != 0 {
      try answer("sleep", number % 4 == 0 ? "00:\(10 + number)" : "22:\(10 + number)")
    }
    if number % 9 != 0 { try answer("get-up", "06:\(20 + number)") }
    try answer("energy", "\(3 + number * 3 % 8)")
    let outcome = ["taken", "declined", "none", "taken", "could-not"][number % 5]
    let circle = ["colleague", "family", "passer-by"][number % 3]
    try answer(
      "help",
      outcome,
      circles: outcome == "none" || outcome == "could-not" ? [] : [circle]
    )
    if day.weekday == .sunday, let check = workspace.teaching.check("obstacles") {
      let numbers = (0..<5).map { String((number / 7 + $0 * 3) % 9) }
      _ = try workspace.record(numbers, to: check, on: nil, note: nil)
    }
  }
}
