import ArgumentParser
import Coaching
import Configuration

struct Notes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "List and search what you wrote down.",
    discussion: """
      What you answered to “own-words” is among them; it has no number.

      JSON, a list: number (absent of an answer), kind, text, parts [{name, text}], tip (where it \
      is about one), day.
      """
  )

  @Argument(help: "A kind, such as principle.") var kind: String?
  @Option(help: "Only what has these words in it.") var search: String?
  @Option(help: "Only from this day on: today, yesterday or YYYY-MM-DD.") var since: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    if let kind, workspace.teaching.note(kind) == nil { throw workspace.noKind(kind) }
    let first = try since.map { text throws(CommandError) in try workspace.day(text) }
    let wanted = search?.lowercased()
    let notes = try workspace.entries(of: .note, isAll: false).all
      .map { View($0, workspace.teaching.lines(for: $0.entry)) }
    let found = (notes + (try answers(in: workspace))).filter { view in
      let texts = ([view.text] + view.parts.map(\.text)).map { $0.lowercased() }
      return (kind == nil || view.kind == kind) && (first.map { $0 <= view.madeOn } ?? true)
        && (wanted.map { wanted in texts.contains { $0.contains(wanted) } } ?? true)
    }
    if json { return try Output.json(found) }
    if found.isEmpty { return Output.wrapped(workspace.phrases("notes-none")) }
    let rows = found.flatMap { view in
      view.lines.enumerated().map { place, line in
        let number = view.number.map(String.init) ?? ""
        return place == 0 ? (number, "\(view.day)  \(line)") : ("", "  \(line)")
      }
    }
    Output.rows(rows, indent: 0)
  }

  /// What was answered instead of noted, to the question of the same name.
  private func answers(in workspace: Workspace) throws(CommandError) -> [View] {
    guard let note = workspace.teaching.notes.first(where: \.isAboutTip) else { return [] }
    let first = CivilDate(dayNumber: .min)
    var views: [View] = []
    for fact in try workspace.answers(to: [note.id], from: first, through: workspace.today) {
      guard let view = View(fact, note, workspace.phrases) else { continue }
      // Answered twice for a day, the later one stands.
      views.removeAll { $0.madeOn == fact.day }
      views.append(view)
    }
    return views
  }

  struct View: Encodable {
    /// Nil of an answer.
    var number: Int?
    var kind: String
    var text: String
    var parts: [PartView] = []
    var tip: String?
    var day: String
    fileprivate let madeOn: CivilDate
    /// As a person reads it.
    let lines: [String]

    enum CodingKeys: String, CodingKey { case number, kind, text, parts, tip, day }

    struct PartView: Encodable {
      var name: String
      var text: String
    }

    init(_ standing: Entries.Standing, _ lines: [String]) {
      let entry = standing.entry
      number = entry.id.number
      kind = entry.kind
      text = entry.text
      parts = entry.parts.map { PartView(name: $0.name, text: $0.text) }
      tip = entry.to
      madeOn = standing.madeOn
      day = madeOn.description
      self.lines = lines
    }

    init?(_ fact: Fact, _ note: NoteKind, _ phrases: Phrases) {
      guard case .answered(let answered) = fact.event, case .text(let words) = answered.answer
      else { return nil }
      kind = note.id
      text = words
      tip = answered.about
      madeOn = fact.day
      day = madeOn.description
      lines = [phrases.labelled(note.wording.title, words)]
    }
  }
}
