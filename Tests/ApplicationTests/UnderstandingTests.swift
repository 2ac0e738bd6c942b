import Application
import Coaching
import Configuration
import TestSupport
import Testing

/// What people type, and what is understood: on Monday, 23 November 2026, at 09:30 in Berlin.
@Suite struct UnderstandingTests {
  /// A line of a table: what is read, what was typed, and what is understood.
  struct Line: CustomTestStringConvertible, Sendable {
    var what: String
    var typed: String
    var understood: String

    var testDescription: String { "\(what): \(typed)" }

    /// Lines of `what | typed | typed …  => understood`.
    static func table(_ text: String) -> [Line] {
      text.split(separator: "\n").flatMap { line -> [Line] in
        let halves = line.components(around: " => ")
        let parts = halves[0].components(around: " | ")
        return parts.dropFirst().map { Line(what: parts[0], typed: $0, understood: halves[1]) }
      }
    }
  }

  private static let moment = Instant(rfc3339: "2026-11-23T09:30:00+01:00") ?? .distantPast

  /// Read once for each language: there are half a megabyte of decks.
  private static let configurations = Language.allCases.map { language in
    Result {
      var places = Configuration.Places(files: [], decks: ["\(WorkspaceFixture.root)/config/decks"])
      places.language = language
      return try Configuration(places)
    }
  }

  private static func check(_ line: Line, _ language: Language) throws {
    let place = try #require(Language.allCases.firstIndex(of: language))
    let configuration = try configurations[place].get()
    try Keeper.memory.check { fixture in
      let context = PlanningContext(configuration, zone: fixture.zone)
      let (paths, ledger) = (fixture.paths, fixture.ledger)
      let workspace = Workspace(paths, configuration, ledger, context, at: moment, from: .command)
      let read = Understood(line.what, line.typed, workspace)
      #expect(read.words == line.understood, "\(line.what): \(line.typed)")
    }
  }

  @Test(arguments: english + englishTimes)
  func `What is typed in English is understood`(_ line: Line) throws {
    try Self.check(line, .english)
  }

  @Test(arguments: traditional + bothScripts)
  func `What is typed in traditional Chinese is understood`(_ line: Line) throws {
    try Self.check(line, .traditionalChinese)
  }

  @Test(arguments: simplified)
  func `What is typed in simplified Chinese is understood`(_ line: Line) throws {
    try Self.check(line, .simplifiedChinese)
  }

  @Test(arguments: bothScripts)
  func `What is typed in another language than the configured is understood`(_ line: Line) throws {
    if line.what == "asked" { return }
    try Self.check(line, .simplifiedChinese)
    try Self.check(line, .english)
  }

  @Test(arguments: refused)
  func `What cannot be meant is refused`(_ line: Line) throws {
    for language in Language.allCases {
      try Self.check(line, language)
    }
  }
}

extension Substring {
  fileprivate func components(around mark: String) -> [String] {
    String(self).components(around: mark)
  }
}

extension String {
  fileprivate func components(around mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: mark) {
      parts.append(String(rest[..<found.lowerBound]).trimmed)
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest).trimmed]
  }
}

/// What was understood of a text, in words that a table can hold.
private struct Understood {
  let words: String

  init(_ what: String, _ typed: String, _ workspace: Workspace) {
    do throws(CommandError) {
      words = try Understood.read(what, typed, workspace)
    } catch {
      words = error.kind == .data ? "refused" : "\(error)"
    }
  }

  private static let answers = [
    "time": "sleep", "up": "get-up", "scale": "energy", "count": "thanks-given",
    "yes-no": "sincere",
    "outcome": "help", "text": "own-words",
  ]
  private static let keys: [String: SettingKey] = [
    "language": .language, "lights-out": .lightsOut, "getting-up": .getUp, "morning": .morning,
    "end-of-work": .endOfWork, "roles": .roles, "circles-off": .circlesOff, "off-hours": .offHours,
    "wording": .wording, "extras": .extrasPerWeek, "plan": .moment,
  ]

  private static func read(
    _ what: String,
    _ typed: String,
    _ workspace: Workspace
  ) throws(CommandError) -> String {
    if let name = answers[what] {
      let question = try workspace.question(named: name)
      guard let said = try workspace.understood(typed, as: question) else { return "refused" }
      let more = said.more == nil ? "" : "+"
      return [said.day?.description, "\(more)\(said.answer)"].compactMap(\.self)
        .joined(separator: " ")
    }
    if let key = keys[what] {
      var form = try SettingsForm(workspace.paths) { _ in nil }
      try form.set(key, to: typed)
      return form.value(key)
    }
    if let table = Lexicon.Table(rawValue: what) {
      return try workspace.lexicon.meaning(of: typed, in: table) ?? "refused"
    }
    if let named = try named(what, typed, workspace) { return named }
    return try when(what, typed, workspace)
  }

  private static func named(
    _ what: String,
    _ typed: String,
    _ workspace: Workspace
  ) throws(CommandError) -> String? {
    switch what {
    case "asked": try workspace.question(named: typed).id
    case "check": workspace.selfCheck(named: typed)?.id ?? "refused"
    case "whom": try workspace.circle(named: typed)
    case "obstacle": try workspace.obstacle(named: typed).name
    case "kept": try workspace.noteMeant(by: [typed, "x"]).kind.id
    case "habit": try workspace.habit(named: typed).question.id
    case "retired": try workspace.retire(typed, back: false).id
    case "told": try workspace.say(.mute, about: typed).id
    case "list":
      try workspace.record([typed], to: selfCheck(workspace), on: nil, note: nil).typed
        .joined(separator: " ")
    case "cost": try workspace.note(SaidExtra("fruit", cost: typed)).cost?.description ?? "none"
    default: nil
    }
  }

  private static func selfCheck(_ workspace: Workspace) throws(CommandError) -> SelfCheck {
    guard let check = workspace.selfCheck(named: "obstacles") else {
      throw CommandError(.software, words: "there is no self-check")
    }
    return check
  }

  private static func when(
    _ what: String,
    _ typed: String,
    _ workspace: Workspace
  ) throws(CommandError) -> String {
    let zone = workspace.context.zone
    let text = { (instant: Instant) in String(zone.timestamp(instant).prefix(16)) }
    switch what {
    case "on": return try workspace.dayOfAnswer(typed).description
    case "span": return try workspace.span(typed).map(TimeSpan.words) ?? "refused"
    case "end": return text(try workspace.end(typed).at)
    case "away":
      let days = try workspace.goAway(typed)
      return "\(days.lowerBound)..\(days.upperBound)"
    case "due":
      let entry = try workspace.promise(SaidPromise("x", by: typed))
      return entry.due.map { text($0) + (entry.isWholeDay ? " day" : "") } ?? "none"
    default: return "there is no table “\(what)”"
    }
  }
}
