import ArgumentParser
import Coaching
import Configuration

struct Notes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "List and search what you wrote down.",
    discussion: """
      JSON, a list: number, kind, text, parts [{name, text}], tip (where it is about one), day.
      """
  )

  @Argument(help: "A kind, such as principle.") var kind: String?
  @Option(help: "Only what has these words in it.") var search: String?
  @Option(help: "Only from this day on: today, yesterday or YYYY-MM-DD.") var since: String?
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    if let kind, workspace.teaching.note(kind) == nil { throw workspace.noKind(kind) }
    let first = try since.map { text throws(Failure) in try workspace.day(text) }
    let wanted = search?.lowercased()
    let found = try workspace.entries(of: .note, isAll: false).all.filter { standing in
      let entry = standing.entry
      let texts = ([entry.text] + entry.parts.map(\.text)).map { $0.lowercased() }
      return (kind == nil || entry.kind == kind) && (first.map { $0 <= standing.madeOn } ?? true)
        && (wanted.map { wanted in texts.contains { $0.contains(wanted) } } ?? true)
    }
    if json { return try Output.json(found.map(View.init)) }
    if found.isEmpty { return Output.wrapped(workspace.phrases("notes-none")) }
    Output.rows(
      found.map { standing in
        let words = workspace.teaching.words(for: standing.entry)
        return ("\(standing.id.number)", "\(standing.madeOn)  \(words)")
      },
      indent: 0
    )
  }

  struct View: Encodable {
    var number: Int
    var kind: String
    var text: String
    var parts: [PartView]
    var tip: String?
    var day: String

    struct PartView: Encodable {
      var name: String
      var text: String
    }

    init(_ standing: Entries.Standing) {
      let entry = standing.entry
      number = entry.id.number
      kind = entry.kind
      text = entry.text
      parts = entry.parts.map { PartView(name: $0.name, text: $0.text) }
      tip = entry.to
      day = standing.madeOn.description
    }
  }
}
