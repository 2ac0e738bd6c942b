import Application
import Coaching
import Pages

/// The pages that the commands show.
enum GoldenPages {
  /// Every page, by the name of its file.
  static func all(_ workspace: Workspace) throws -> [(name: String, page: Page)] {
    let coach = try workspace.coach()
    return try daily(workspace, coach) + reviews(workspace) + figures(workspace, coach)
      + hesitations(workspace, coach)
  }

  private static func daily(
    _ workspace: Workspace,
    _ coach: Coach
  ) throws -> [(name: String, page: Page)] {
    let report = workspace.todayReport(coach)
    let status = try workspace.status(coach)
    let daemon = StatusView.Daemon(812)
    let tip = workspace.teaching.tips[0]
    return [
      ("today", TodayPage(today: report, coach: coach, workspace: workspace).page()),
      ("status", StatusPage(status: status, daemon: daemon, workspace: workspace).page()),
      ("tip", TipView(tip, coach, workspace.teaching).page(workspace.phrases)),
    ]
  }

  private static func reviews(_ workspace: Workspace) throws -> [(name: String, page: Page)] {
    try [Review.Period.day, .week, .month, .year].map { period in
      let review = try workspace.review(period, through: workspace.today)
      return ("review-\(period.rawValue)", review.page(workspace.phrases, weekStarts: .monday))
    }
  }

  private static func figures(
    _ workspace: Workspace,
    _ coach: Coach
  ) throws -> [(name: String, page: Page)] {
    let (phrases, today) = (workspace.phrases, workspace.today)
    let figures = try workspace.habitReport(through: today)
    var measures = Page()
    for measure in figures.measures {
      measures.add(measure.page(in: workspace, through: today))
      measures.blank()
    }
    measures.add(figures.sleep.page(in: workspace))
    measures.add(try workspace.selfChecks(through: today).page(isFirst: false))
    let map = try workspace.circleMap(from: today.adding(days: -29), through: today)
    return [
      ("measures", measures),
      ("circles", map.page(phrases, under: phrases("circles"))),
      ("programme", workspace.fourSteps(coach, on: today).page(phrases)),
      ("extras", workspace.extraWeek(coach).page(phrases)),
    ]
  }

  private static func hesitations(
    _ workspace: Workspace,
    _ coach: Coach
  ) throws -> [(name: String, page: Page)] {
    let evidence = try workspace.ownEvidence().page(workspace.phrases)
    let remedies = try Obstacle.allCases.map { obstacle in
      let given = try workspace.remedy(for: obstacle, fear: nil)
      let act = given.tip.map { TipView($0, coach, workspace.teaching) }
      let page = RemedyView(given, act, workspace).page(workspace.phrases)
      return (name: "hesitate-\(obstacle.rawValue)", page: page)
    }
    return remedies + [("evidence", evidence)]
  }
}
