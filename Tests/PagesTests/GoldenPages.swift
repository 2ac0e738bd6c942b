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
    return try pages + plain(workspace) + [refusals(workspace), setup(workspace)]
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
      ("tips", TipsPage(Array(workspace.teaching.tips.prefix(3)), of: 299).page(phrases)),
      ("history", HistoryPage(history, of: span, in: workspace).page()),
      ("why", PromptStoryPage(try workspace.story(of: "morning"), in: workspace).page()),
      ("questions", workspace.questionList(coach).page(phrases)),
      ("greet", GreetingPage(try workspace.greetingQuestions()).page(phrases)),
    ]
  }

  private static func ahead(_ workspace: Workspace) throws -> [Named] {
    let (phrases, today) = (workspace.phrases, workspace.today)
    let tips = try workspace.tipsAhead(from: today.adding(days: 1), days: 2, seed: "a")
    return [
      ("plan", try workspace.daysAhead(from: today, count: 2).page(in: workspace)),
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

  /// What is about the machine.
  private static func plain(_ workspace: Workspace) throws -> [Named] {
    let phrases = workspace.phrases
    let mutt = ("command", "mutt -f ~/.local/state/coach/spool")
    let checkups = [
      Checkup("disk", .well, Saying("see-room")),
      Checkup(
        "service",
        .amiss,
        Saying("see-not-active", ("state", "inactive")),
        remedy: "systemctl --user enable --now coach"
      ),
      Checkup("clock", .unknown, Saying("see-no-bus")),
    ]
    let night = ElapseReport(
      of: try CalendarExpression("02:30"),
      in: try TestZones.zone("Europe/Berlin"),
      after: Instant(seconds: 1_743_210_000),
      count: 3
    )
    let channels = [
      ChannelReport("desktop", .amiss, Saying("trial-not-shown")),
      ChannelReport("spool", .well, Saying("trial-spool", mutt)),
      ChannelReport("command", .off, Saying("channel-off")),
    ]
    return [
      ("doctor", CheckupsPage(checkups).page(phrases)), ("calendar", night.page(phrases)),
      ("channels", ChannelsPage(channels).page(phrases)),
    ]
  }

  /// What is refused, each as a person is told.
  private static func refusals(_ workspace: Workspace) -> Named {
    var page = Page()
    let acts: [() throws -> Void] = [
      { _ = try workspace.question(named: "slep") },
      { _ = try workspace.question(named: "nothing of the kind") },
      { _ = try workspace.circle(named: "friends") },
      { _ = try workspace.obstacle(named: "x") },
      { _ = try workspace.habit(named: "walking") },
      { _ = try workspace.record(GivenAnswer("x"), to: workspace.question(named: "sleep")) },
      { _ = try workspace.record(GivenAnswer("13"), to: workspace.question(named: "energy")) },
      { _ = try workspace.record(GivenAnswer("yse"), to: workspace.question(named: "sincere")) },
      { _ = try workspace.day("someday") },
      { _ = try workspace.pastDay("2027-01-05") },
      { _ = try workspace.pause(until: "x") },
      { _ = try workspace.goAway("2026-12-02..2026-12-01") },
      { _ = try workspace.snoozable("x") },
      { _ = try workspace.promise(SaidPromise("")) },
      { _ = try workspace.promise(SaidPromise("a", by: "noon")) },
      { _ = try workspace.closePromise(9, as: .kept) },
      { _ = try workspace.noteMeant(by: []) },
      { _ = try workspace.note(SaidExtra("a", cost: "much")) },
      { _ = try workspace.take(.stands) },
      { _ = try workspace.say(.mute, about: "x") },
      { _ = try workspace.story(of: "x") },
      { _ = try String(repeating: "a", count: 501).kept(as: Saying("text-note")) },
    ]
    for act in acts {
      do { try act() } catch let error as CommandError {
        page.words(error.words(in: workspace.phrases))
      } catch {}
    }
    return ("refusals", page)
  }

  /// What setup asks.
  private static func setup(_ workspace: Workspace) -> Named {
    var page = Page()
    let phrases = workspace.phrases
    page.words(phrases("setup-keep"))
    let form = try? SettingsForm(workspace.paths) { _ in nil }
    for key in SettingKey.allCases { page.words(phrases.ask(key, now: form?.value(key) ?? "")) }
    return ("setup", page)
  }
}
