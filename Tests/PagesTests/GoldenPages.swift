import Application
import Coaching
import Configuration
import Pages
import TestSupport

/// The pages that the commands show.
enum GoldenPages {
  typealias Named = (name: String, page: Page)

  /// Every page, by the name of its file.
  static func all(_ workspace: Workspace) throws -> [Named] {
    let coach = try workspace.coach()
    var pages = try daily(workspace, coach) + ahead(workspace) + reviews(workspace)
    pages += try figures(workspace, coach) + written(workspace, coach)
    pages += try hesitations(workspace, coach)
    return try workspace.configuration.language == .english ? pages + plain() : pages
  }

  private static func daily(_ workspace: Workspace, _ coach: Coach) throws -> [Named] {
    let (phrases, today) = (workspace.phrases, workspace.today)
    let status = try workspace.status(coach)
    let daemon = StatusView.Daemon(812)
    let tip = try workspace.todaysTip()
    var told = TipPage(tip, coach, workspace.teaching)
    let chosen = coach.choice(of: tip.id, on: today)
    told.explained = chosen.map { workspace.explain($0, coach, on: today) }
    told.sources = try workspace.sources(of: tip.rows)
    let title = phrases("tip-of-the-day")
    let span = today.adding(days: -2)...today
    let history = try workspace.history(days: 3, through: today)
    return [
      (
        "today",
        TodayPage(today: workspace.todayReport(coach), coach: coach, workspace: workspace).page()
      ),
      ("status", StatusPage(status: status, daemon: daemon, workspace: workspace).page()),
      ("tip", told.page(phrases, under: title, isReasoned: true, isNamed: true)),
      ("tips", TipsPage(Array(workspace.teaching.tips.prefix(3)), of: 299).page()),
      ("history", HistoryPage(history, of: span, in: workspace).page()),
      ("why", try workspace.story(of: "morning").page(workspace.context.zone)),
      ("questions", workspace.questionList(coach).page(phrases)),
      ("greet", GreetingPage(try workspace.greetingQuestions()).page(phrases)),
    ]
  }

  private static func ahead(_ workspace: Workspace) throws -> [Named] {
    let (phrases, today) = (workspace.phrases, workspace.today)
    let tips = try workspace.tipsAhead(from: today.adding(days: 1), days: 2, seed: "a")
    return [
      ("plan", try workspace.daysAhead(from: today, count: 2).page(phrases)),
      ("plan-tips", TipsAheadPage(tips, isReasoned: true).page(phrases)),
      ("away", AbsencesPage(try workspace.absences()).page(phrases)),
    ]
  }

  private static func reviews(_ workspace: Workspace) throws -> [Named] {
    try [Review.Period.day, .week, .month, .year].map { period in
      let review = try workspace.review(period, through: workspace.today)
      return ("review-\(period.rawValue)", review.page(workspace.phrases, weekStarts: .monday))
    }
  }

  private static func figures(_ workspace: Workspace, _ coach: Coach) throws -> [Named] {
    let (phrases, today) = (workspace.phrases, workspace.today)
    let measures = try workspace.measures(withFormers: false, through: today)
    let map = try workspace.circleMap(from: today.adding(days: -29), through: today)
    let habit = try workspace.habit(named: "help")
    let explained = try workspace.explainStrength(of: habit, through: today)
    return [
      ("measures", measures.page(in: workspace)),
      ("explain", explained.page(phrases, days: 8)),
      ("circles", map.page(phrases, under: phrases("circles"))),
      ("programme", workspace.programme(coach).page(phrases)),
      ("extras", workspace.extraWeek(coach).page(phrases)),
    ]
  }

  private static func written(_ workspace: Workspace, _ coach: Coach) throws -> [Named] {
    let phrases = workspace.phrases
    let notes = try workspace.notes(of: nil, since: nil, having: nil)
    let promises = try workspace.promises(isAll: true)
    return [
      ("notes", NotesPage(notes).page(phrases)),
      ("promises", PromisesPage(promises, in: workspace).page()),
      ("glossary", GlossaryPage(try workspace.glossary(of: "active service")).page(phrases)),
    ]
  }

  private static func hesitations(_ workspace: Workspace, _ coach: Coach) throws -> [Named] {
    let evidence = try workspace.ownEvidence().page(workspace.phrases)
    let remedies: [Named] = try Obstacle.allCases.map { obstacle in
      let given = try workspace.remedy(for: obstacle, fear: nil)
      let page = RemedyPage(given, coach, workspace.teaching).page()
      return ("hesitate-\(obstacle.rawValue)", page)
    }
    let choice = ObstaclesPage().page(workspace.phrases)
    return remedies + [("hesitate", choice), ("evidence", evidence)]
  }

  /// What is in one language alone.
  private static func plain() throws -> [Named] {
    let checkups = [
      Checkup("ledger", .well, "159 facts, and each as it was written"),
      Checkup(
        "service",
        .amiss,
        "not running",
        remedy: "systemctl --user enable --now coach"
      ),
      Checkup("clock", .unknown, "not known, because there is no system bus"),
    ]
    let night = ElapseReport(
      of: try CalendarExpression("02:30"),
      in: try TestZones.zone("Europe/Berlin"),
      after: Instant(seconds: 1_743_210_000),
      count: 3
    )
    let channels = [
      ChannelReport("desktop", .amiss, "no notification server has shown it"),
      ChannelReport("spool", .well, "a mail lies there: mutt -f ~/.local/state/coach/spool"),
      ChannelReport("command", .off, "not wanted (“channels” in coach.toml)"),
    ]
    return [
      ("doctor", CheckupsPage(checkups).page()), ("calendar", night.page()),
      ("channels", ChannelsPage(channels).page()),
    ]
  }
}
