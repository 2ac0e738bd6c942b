import ArgumentParser
import Coaching
import Configuration
import Storage

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

  @Argument(help: "1 to 5, or the name; its first letters are enough.") var obstacle: String?
  @Option(help: "With 1, 2 or 3: how strong the fear is, 0 to 10.") var fear: Int?
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
    let chosen =
      try obstacle.map { text throws(CommandError) in try Hesitate.find(text) } ?? ask(workspace)
    let fear = try fear.map { points throws(CommandError) in
      if workspace.teaching.question(chosen.lookBack)?.also != .fear {
        throw CommandError(.data, "--fear belongs to 1, 2 and 3, which are fears")
      }
      return try Hesitate.checked(points)
    }
    let view = try give(chosen, fear, workspace)
    if json { return try Output.json(view) }
    view.show(workspace.phrases)
  }

  static func checked(_ fear: Int) throws(CommandError) -> Int {
    guard Hesitated.fears.contains(fear) else {
      throw CommandError(.data, "fear is a whole number from 0 to 10, not \(fear)")
    }
    return fear
  }

  /// The obstacle of a number or a name.
  static func find(_ typed: String) throws(CommandError) -> Obstacle {
    let text = typed.trimmed.lowercased()
    if let obstacle = Int(text).flatMap(Obstacle.init) { return obstacle }
    let starting = Obstacle.allCases.filter { !text.isEmpty && $0.name.hasPrefix(text) }
    if starting.count == 1 { return starting[0] }
    let names = Obstacle.allCases.map(\.name)
    let five = Obstacle.allCases.map { "\($0.rawValue) \($0.name)" }.joined(separator: ", ")
    let offer = nearest(to: text, among: names).map { "did you mean “\($0)”?" }
    let what = "there is no obstacle “\(typed.printable)”; "
    throw CommandError(.data, what + (offer ?? "the five are \(five)"))
  }

  /// Shows the five and asks which it is; at the end of input it says how to choose.
  private func ask(_ workspace: Workspace) throws(CommandError) -> Obstacle {
    let phrases = workspace.phrases
    Output.heading(phrases("hesitate-choose"))
    Output.rows(
      Choice.all(phrases).map { ("\($0.number)  \($0.obstacle)", $0.title) }
    )
    while true {
      Output.write("  \(phrases.labelled(phrases("hesitate-number"), ""))", to: 1)
      guard let line = readLine(), !line.trimmed.isEmpty else {
        Output.line()
        throw CommandError(.usage, "no obstacle was chosen; say which: coach hesitate 1")
      }
      do {
        return try Hesitate.find(line)
      } catch {
        Output.complain(error.message)
      }
    }
  }

  /// Chooses the remedy and writes down that it was given.
  private func give(
    _ obstacle: Obstacle,
    _ fear: Int?,
    _ workspace: Workspace
  ) throws(CommandError) -> View {
    let coach = try workspace.coach()
    let evidence = try OwnEvidence(workspace)
    let isSupport = obstacle == .ridicule && evidence.isRidiculed
    let tip = isSupport ? nil : coach.remedy(for: obstacle, from: workspace.outlook)
    if tip == nil, !isSupport {
      let decks = workspace.configuration.settings.decks.joined(separator: ", ")
      throw CommandError(.unavailable, "no deck has a tip for “\(obstacle.name)” (decks: \(decks))")
    }
    let hesitated = Hesitated(obstacle: obstacle, tip: tip?.id, fear: fear)
    try workspace.record(.hesitated(hesitated), on: workspace.today)
    let act = tip.map { TipView($0, coach, workspace.teaching) }
    return View(hesitated, act, evidence, workspace)
  }

  private func showEvidence(_ workspace: Workspace) throws {
    let evidence = try OwnEvidence(workspace)
    if json { return try Output.json(evidence.view) }
    evidence.show(workspace.phrases)
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

/// What the person's own answers say about two of the obstacles.
struct OwnEvidence {
  let offers: Evidence
  let ridicule: Evidence
  /// Whether ridicule was reported again and again, or came more often than not.
  let isRidiculed: Bool

  init(_ workspace: Workspace) throws(CommandError) {
    let questions = ["help", Obstacle.refusal.lookBack, Obstacle.ridicule.lookBack]
    do {
      let histories = try workspace.ledger.histories(of: questions, through: workspace.today)
      offers = Evidence.offers(Array(histories.dropLast()))
      ridicule = Evidence.ridicule(histories[2])
      isRidiculed =
        ridicule.isUnfavourable || Evidence.isRepeated(histories[2], on: workspace.today)
    } catch {
      throw CommandError(error)
    }
  }

  /// What is counted for an obstacle; nil where nothing is.
  func evidence(for obstacle: Obstacle) -> Evidence? {
    switch obstacle {
    case .refusal: offers
    case .ridicule: ridicule
    case .servingBadly, .wronged, .liking: nil
    }
  }
}
