import Application
import ApplicationSupport
import Coaching
import Configuration
import Files
import Glibc
import Report
import TestSupport

/// A person with what they answered over some days, made from a seed: the same seed is always the
/// same life.
struct Life {
  /// Who it is.
  enum Person: String, CaseIterable {
    /// Works by day, answers most of what is asked.
    case daily
    /// Sleeps by day: lights out around nine in the morning.
    case night
    /// Has been there for three days.
    case new
    /// Has forty habits of their own, with long titles.
    case many
    /// Gives things names that are not meant to be text.
    case hostile
  }

  let person: Person
  let last = CivilDate("2026-11-22") ?? CivilDate(dayNumber: 0)
  private let days: Int
  private let ledger: any FactLedger
  let configuration: Configuration

  /// The questions that are the person's own.
  var configurationHabits: [Question] { configuration.settings.habits.map(\.question) }
  private let zone: Zone
  /// What is meant by each question.
  private(set) var aims: [(question: String, aim: Aim)] = []

  init(
    _ person: Person,
    days: Int = 365,
    in language: Language = .english,
    on ledger: any FactLedger = MemoryFacts()
  ) throws {
    (self.person, self.days, self.ledger) = (person, days, ledger)
    configuration = try Self.configuration(person, language)
    zone = try TestZones.zone("Europe/Berlin")
    aims = workspace.habits.map { ($0.question.id, $0.aim) }
    _ = try ledger.append((0..<days).reversed().flatMap { drafts(last.adding(days: -$0)) })
    try promise()
  }

  static let root = String(#filePath.split(separator: "/Tests/")[0])

  var paths: Paths {
    Paths(
      configuration: "/nowhere/coach",
      ledger: "/nowhere/ledger.sqlite",
      spool: "/nowhere/spool",
      lock: "/nowhere/lock",
      shared: "\(Life.root)/config"
    )
  }

  var workspace: Workspace {
    let evening = CivilDateTime(date: last, time: CivilTime(secondOfDay: 20 * 3600))
    return Workspace(
      paths,
      configuration,
      ledger,
      PlanningContext(configuration, zone: zone),
      at: zone.instant(of: evening),
      from: .command
    )
  }

  /// The page of a period.
  func page(_ period: ReportPeriod, without omissions: Omissions = Omissions()) throws -> ReportPage
  {
    ReportPage(try workspace.report(period, through: last), try words, without: omissions)
  }

  var words: ReportWords {
    get throws {
      let templates = try ReportTemplates(paths)
      return ReportWords(
        try templates.words(in: configuration.language),
        configuration.teaching.phrases,
        language: configuration.language
      )
    }
  }

  func html(_ period: ReportPeriod, without omissions: Omissions = Omissions()) throws -> String {
    try page(period, without: omissions).html(try ReportTemplates(paths))
  }
}
