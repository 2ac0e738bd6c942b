import Application
import Coaching
import Glibc
import Pages
import Testing

/// Each page as one person reads it, in every language, wide and narrow.
///
/// `COACH_GOLDEN=write` writes the files anew; what changed is then read before it is committed.
@Suite struct GoldenPagesTests {
  private static let isWriting =
    unsafe getenv("COACH_GOLDEN").map { unsafe String(cString: $0) } == "write"

  /// Every page that the commands show, by the name of its file.
  private static func pages(_ workspace: Workspace) throws -> [(name: String, page: Page)] {
    let phrases = workspace.phrases
    let today = workspace.today
    let coach = try workspace.coach()
    var pages: [(String, Page)] = []
    let report = workspace.todayReport(coach)
    pages.append(("today", TodayPage(today: report, coach: coach, workspace: workspace).page()))
    let status = try workspace.status(coach)
    let daemon = StatusView.Daemon(812)
    pages.append(
      ("status", StatusPage(status: status, daemon: daemon, workspace: workspace).page())
    )
    for period in [Review.Period.day, .week, .month, .year] {
      let review = try workspace.review(period, through: today)
      pages.append(("review-\(period.rawValue)", review.page(phrases, weekStarts: .monday)))
    }
    let figures = try workspace.habitReport(through: today)
    var measures = Page()
    for measure in figures.measures {
      measures.add(measure.page(in: workspace, through: today))
      measures.blank()
    }
    measures.add(figures.sleep.page(in: workspace))
    measures.add(try workspace.selfChecks(through: today).page(isFirst: false))
    pages.append(("measures", measures))
    let map = try workspace.circleMap(from: today.adding(days: -29), through: today)
    pages.append(("circles", map.page(phrases, under: phrases("circles"))))
    pages.append(("programme", workspace.fourSteps(coach, on: today).page(phrases)))
    pages.append(("extras", workspace.extraWeek(coach).page(phrases)))
    let tip = workspace.teaching.tips[0]
    pages.append(("tip", TipView(tip, coach, workspace.teaching).page(phrases)))
    for obstacle in Obstacle.allCases {
      let given = try workspace.remedy(for: obstacle, fear: nil)
      let act = given.tip.map { TipView($0, coach, workspace.teaching) }
      let remedy = RemedyView(given, act, workspace).page(phrases)
      pages.append(("hesitate-\(obstacle.rawValue)", remedy))
    }
    pages.append(("evidence", try workspace.ownEvidence().page(phrases)))
    return pages
  }

  @Test(arguments: Language.allCases, [80, 40])
  func `Pages read as they were read and found good`(language: Language, columns: Int) throws {
    let terminal = Terminal(width: columns, isPlain: true)
    for (name, page) in try Self.pages(try PersonFixture(language).workspace) {
      let lines = terminal.lines(of: page)
      let file = "\(name).\(language.rawValue).\(columns).txt"
      let path = "\(PersonFixture.root)/Tests/PagesTests/Golden/\(file)"
      let text = lines.map { "\($0)\n" }.joined()
      if Self.isWriting {
        try write(text, to: path)
      } else {
        #expect(Self.difference(text, try read(path)) == "", "\(file)")
      }
      for line in lines {
        let problem = Self.problem(line, columns, isCommand: page.types(line))
        #expect(problem == nil, "\(file): \(line)")
      }
    }
  }

  /// What is plainly wrong with a line; nil where nothing is.
  private static func problem(_ line: String, _ columns: Int, isCommand: Bool) -> String? {
    if !isCommand, TextLayout.columns(line) > columns { return "too wide" }
    if line.trimmed.count == 1 { return "one character alone" }
    if ["::", "：：", ":：", "：:", ": :"].contains(where: line.contains) { return "two colons" }
    if line.last == " " { return "a blank at its end" }
    return nil
  }

  /// The lines that differ, as diff(1) marks them; nothing where none do.
  private static func difference(_ new: String, _ old: String) -> String {
    let (new, old) = (new.split(separator: "\n"), old.split(separator: "\n"))
    return new.difference(from: old).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)\n"
      case .remove(_, let line, _): "- \(line)\n"
      }
    }.joined()
  }

  private func read(_ path: String) throws -> String {
    guard let file = unsafe fopen(path, "r") else { return "" }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = unsafe fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ text: String, to path: String) throws {
    let file = try #require(unsafe fopen(path, "w"))
    unsafe fputs(text, file)
    unsafe fclose(file)
  }
}

extension Page {
  /// Whether a line is one that is typed as it stands, or says where a file lies.
  fileprivate func types(_ line: String) -> Bool {
    blocks.contains { block in
      if case .verbatim(let text, _) = block { text.printable == line.trimmed } else { false }
    }
  }
}
