import Application
import ArgumentParser
import Coaching
import Machine
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

      JSON: obstacle, number, title, cause, reframe, exits [{exit, title, text}], act (as \
      “coach tip” has it) or support {title, text}, fear, lookBack {question, ask, command}, \
      evidence {count, good, missing, unfavourable}; with --evidence {offers, ridicule}; without \
      an obstacle a list [{number, obstacle, title}].
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
      throw ValidationError.said("use-evidence")
    }
    guard !json || fear == nil || obstacle != nil else {
      throw ValidationError.said("use-fear-json")
    }
  }

  func run() throws {
    let workspace = try Workspace(orDefaults: true)
    if evidence { return try showEvidence(workspace) }
    if obstacle == nil, json { return try Output.json(ObstacleView.all(workspace.phrases)) }
    let named = try obstacle.map { text throws(CommandError) in
      try workspace.obstacle(named: text)
    }
    let chosen = try named ?? ObstacleDialogue(workspace: workspace).choose()
    let given = try workspace.remedy(for: chosen, fear: fear)
    let page = RemedyPage(given, try workspace.coach(), workspace.teaching)
    if json { return try Output.json(RemedyView(page, workspace.phrases)) }
    Output.show(page.page())
  }

  private func showEvidence(_ workspace: Workspace) throws {
    let evidence = try workspace.ownEvidence()
    if json { return try Output.json(OwnEvidenceView(evidence)) }
    Output.read(evidence.page(workspace.phrases))
  }
}
