import Application
import ApplicationSupport
import Coaching
import Configuration
import TestSupport

/// Mei, of whom five weeks are known, on the evening of Monday, 23 November 2026.
struct PersonFixture {
  private let ledger = Facts()
  private let configuration: Configuration
  private let zone: Zone
  private let monday = CivilDate("2026-11-23") ?? CivilDate(dayNumber: 0)

  init(_ language: Language) throws {
    let places = Configuration.Places(files: [], decks: ["\(PersonFixture.root)/config/decks"])
    var configuration = try Configuration(places, language: language)
    configuration.settings.lightsOut = WeeklyTimes(["23:00"])
    configuration.settings.getUp = WeeklyTimes(["06:45"])
    self.configuration = configuration
    zone = try TestZones.zone("Europe/Berlin")
    for number in (1...35).reversed() { try live(monday.adding(days: -number), number) }
    _ = try workspace.promise(
      SaidPromise("send the plan", to: "Ada", by: "fri 15:00", reserve: "2h")
    )
    _ = try workspace.note(SaidExtra("fruit for the meeting", minutes: 20, cost: "5 EUR"))
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

/// Her ledger.
private struct Facts: RememberedFacts {
  let memory = MemoryLedger()

  func append(_ drafts: [Draft]) throws(CommandError) -> [Fact] {
    try met { () throws(WorldError) in try memory.append(drafts) }
  }

  func enter(
    on list: Entry.ID.List,
    _ draft: (Entry.ID) -> Draft
  ) throws(CommandError) -> Fact {
    try met { () throws(WorldError) in try memory.enter(on: list, draft) }
  }

  func coach(around day: CivilDate, for teaching: Teaching) -> Coach {
    memory.coach(around: day, tips: teaching.dispensable, spaced: teaching.spaced)
  }
}
