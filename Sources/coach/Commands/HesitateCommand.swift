import Application
import ArgumentParser
import Coaching
import Pages

struct Hesitate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hesitate",
    abstract: "Hesitating? Name one of five obstacles, and get one small act.",
    discussion: """
      The five: 1 refusal, 2 serving-badly, 3 ridicule, 4 wronged, 5 liking. Without one, it asks.

      EXAMPLES
        coach hesitate 1 --fear 7        fear of a no; how strong, 0 to 10
        coach hesitate wronged
        coach hesitate --evidence        what your own answers say of 1 and 3

      Each time it is another act. How it went is asked once, by the next prompt that begins an \
      hour later or after that; “coach check hesitation-1 taken --fear 3” says it sooner. A count \
      of yours is shown from ten on: our own choice, like the hour.

      JSON: obstacle, number, title, cause, reframe, exits [{exit, title, text}], act {id, title, \
      action, why, …} or support {title, text}, fear, lookBack {question, ask, command}, evidence \
      {count, good, missing, unfavourable}; with --evidence {offers, ridicule}; without an \
      obstacle a list [{number, obstacle, title}].
      """
  )

  @Argument(help: "1 to 5, or the name; its first letters are enough.", transform: Typed.text)
  var obstacle: String?
  @Option(
    parsing: .unconditional,
    help: "With 1, 2 or 3: how strong the fear is, 0 to 10.",
    transform: Typed.number
  ) var fear: Int?
  @Flag(help: "Show what your own answers say.") var evidence = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard !evidence || obstacle == nil && fear == nil else {
      throw ValidationError("--evidence takes no obstacle and no fear.")
    }
  }

  func run() throws {
    let workspace = try Workspace()
    if evidence { return try showEvidence(workspace) }
    if obstacle == nil, json { return try Output.json(Choice.all(workspace.phrases)) }
    let named = try obstacle.map { text throws(CommandError) in
      try Workspace.obstacle(named: text)
    }
    let given = try workspace.remedy(for: try named ?? ask(workspace), fear: fear)
    let coach = try workspace.coach()
    let act = given.tip.map { TipView($0, coach, workspace.teaching) }
    let view = RemedyView(given, act, workspace)
    if json { return try Output.json(view) }
    Output.show(view.page(workspace.phrases))
  }

  /// Shows the five and asks which it is; at the end of input it says how to choose.
  private func ask(_ workspace: Workspace) throws(CommandError) -> Obstacle {
    let phrases = workspace.phrases
    Output.heading(phrases("hesitate-choose"))
    Output.rows(
      Choice.all(phrases).map { ("\($0.number)  \($0.obstacle)", $0.title) }
    )
    let input = Input()
    defer { if input.dropRest() { Output.complain("what came after it was not read") } }
    while true {
      Output.write("  \(phrases.labelled(phrases("hesitate-number"), ""))", to: 1)
      guard let line = input.line(), !line.trimmed.isEmpty else {
        Output.line()
        throw CommandError(.usage, "no obstacle was chosen; say which: coach hesitate 1")
      }
      do {
        return try Workspace.obstacle(named: line)
      } catch {
        Output.complain(error.message)
      }
    }
  }

  private func showEvidence(_ workspace: Workspace) throws {
    let evidence = try workspace.ownEvidence()
    if json { return try Output.json(OwnEvidenceView(evidence)) }
    Output.show(evidence.page(workspace.phrases))
  }

  /// One of the five, to choose from.
  struct Choice: Encodable {
    var number: Int
    var obstacle: String
    var title: String

    static func all(_ phrases: Phrases) -> [Choice] {
      Obstacle.allCases.map { obstacle in
        Choice(
          number: obstacle.rawValue,
          obstacle: obstacle.name,
          title: phrases.obstacle(obstacle.rawValue)
        )
      }
    }
  }
}
