import Application
import ApplicationSupport
import Coaching
import Configuration
import TestSupport

extension FuzzTarget {
  /// What is said over the bus, on the desktop or on a command line: an act and its words.
  static let ofWords = [
    FuzzTarget(
      name: "bus",
      corpus: { acts.map { Array($0.utf8) } },
      take: { input in
        let words = text(input).split(separator: "|", omittingEmptySubsequences: false)
          .map(String.init)
        try act(words + ["", "", ""], in: workspace(MemoryFacts()))
      },
      longest: 2048
    )
  ]

  private static let acts = [
    "answer|sleep|23:40", "answer|energy|7", "answer|help|taken", "answer|help|none",
    "answer|own-words|a sentence of mine", "answer|get-up|07:05", "missed||", "undo||",
    "pause|3h|", "pause|until Monday 08:00|", "pause|tomorrow|", "away|2026-12-24..2026-12-31|",
    "snooze|morning|1h", "day|yesterday|", "day|2026-11-22|",
    "promise|send the plan|tomorrow 17:00",
    "promise|send the plan|in 3d", "promise|交報告|下週五下午三點半", "answer|sleep|昨晚十一點四十分",
    "answer|get-up|a quarter to seven", "answer|energy|七分", "day|the day before yesterday|",
    "pause|two and a half hours|", "away|12月24日到1月2日", "circle|鄰居|", "note|thanks|for the seat",
    "circle|colleague|",
  ]

  private static func workspace(_ facts: MemoryFacts) throws -> Workspace {
    let configuration = try shipped.get()
    let now = Instant(seconds: 1_795_375_800)
    let context = PlanningContext(configuration, zone: .utc)
    let paths = Paths(configuration: "", ledger: "", spool: "", lock: "", shared: "")
    return Workspace(
      paths,
      configuration,
      facts,
      context,
      at: now,
      from: .bus,
      words: Words(in: ["\(root)/config/decks"], language: .english)
    )
  }

  /// Read once: there are half a megabyte of them.
  private static let shipped = Result {
    try Configuration(Configuration.Places(files: [], decks: ["\(root)/config/decks"]))
  }

  private static func act(_ words: [String], in workspace: Workspace) throws {
    switch words[0] {
    case "answer":
      let question = try workspace.question(named: words[1])
      _ = try workspace.record(GivenAnswer(words[2]), to: question)
    case "missed": _ = try workspace.setMissedAside()
    case "pause": _ = try workspace.pause(until: words[1])
    case "away": _ = try workspace.goAway(words[1])
    case "snooze": _ = try workspace.snooze(workspace.snoozable(words[1]), until: words[2])
    case "day": _ = try workspace.pastDay(words[1])
    case "circle": _ = try workspace.circle(named: words[1])
    case "promise": _ = try workspace.context.due(words[2], after: workspace.now)
    default:
      _ = try workspace.coach()
      _ = try workspace.openQuestions()
    }
  }
}
