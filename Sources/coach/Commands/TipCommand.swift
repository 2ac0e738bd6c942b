import Application
import ArgumentParser
import Coaching
import Machine
import Pages

struct TipOfTheDay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tip",
    abstract: "Show the tip of the day, say why it came, or say what it is worth to you.",
    discussion: """
      The first look makes it the day's tip: the morning prompt then carries the same one.

      EXAMPLES
        coach tip --why                 why this one; with --json also what was weighed
        coach tip --another             one more, never the same
        coach tip useful                today's tip was; more of its kind
        coach tip not-for-me ID         less of its kind
        coach tip mute ID               never again; “unmute” takes it back

      JSON: id, title, action, why, short, rows, systems, ownWords; with --why reason {sentence, \
      claim, slot, draw, constants, candidates [{id, probability, learned, need, repetition, \
      score}]}; with --source source [{row, document, section, place}] and reading.
      """
  )

  @Argument(help: "useful, not-for-me, mute or unmute.") var verb: Verb?
  @Argument(
    help: "The tip it is about; the one shown last today unless said.",
    transform: Typed.text
  ) var id: String?
  @Flag(help: "Say why it was chosen.") var why = false
  @Flag(help: "Choose one more tip for today.") var another = false
  @Flag(help: "Print the short form only.") var short = false
  @Flag(help: "Say where the documents teach it.") var source = false
  @Option(parsing: .unconditional, help: "Another language: \(Language.names).") var lang: Language?
  @Flag(help: "Print JSON.") var json = false

  /// What a person can say about a tip.
  enum Verb: String, ExpressibleByArgument, CaseIterable {
    case useful
    case notForMe = "not-for-me"
    case mute
    case unmute

    init?(argument: String) {
      self.init(rawValue: Typed.meaning(argument, in: .tip) ?? argument)
    }

    var opinion: TipOpinion {
      switch self {
      case .useful: .useful
      case .notForMe: .notForMe
      case .mute: .mute
      case .unmute: .unmute
      }
    }
  }

  func validate() throws {
    if verb != nil, why || another || short || source || json {
      throw ValidationError.said("use-tip-said")
    }
    if short, why || source || json {
      throw ValidationError.said("use-tip-short")
    }
  }

  func run() throws {
    let workspace = try Workspace(language: lang, orDefaults: json)
    if let verb { return try say(verb, workspace) }
    let tip = try another ? workspace.anotherTip() : workspace.todaysTip(unkept: Self.complain)
    let coach = try workspace.coach()
    var page = TipPage(tip, coach, workspace.teaching)
    let chosen = why ? coach.choice(of: tip.id, on: workspace.today) : nil
    page.explained = chosen.map { workspace.explain($0, coach, on: workspace.today) }
    if source { page.sources = try workspace.sources(of: tip.rows) }
    if json { return try Output.json(TipView(page)) }
    if short { return Output.say(tip.wording.short) }
    let phrases = workspace.phrases
    let title = another ? phrases("another-tip") : phrases("tip-of-the-day")
    Output.read(page.page(phrases, under: title, isReasoned: why, isNamed: true))
  }

  /// It can be read where nothing can be written, but is no choice that the day keeps.
  private static func complain(_ unkept: CommandError) {
    Output.complain(Spoken.words(for: .lines([unkept.said, Saying("tip-unkept")])))
  }

  private func say(_ verb: Verb, _ workspace: Workspace) throws(CommandError) {
    let tip = try workspace.say(verb.opinion, about: id)
    let title = ("tip", tip.wording.title)
    let phrases = workspace.phrases
    switch verb {
    case .useful: Output.say(phrases("rated-useful", title))
    case .notForMe: Output.say(phrases("rated-not-for-me", title))
    case .mute: Output.say(phrases("muted", title))
    case .unmute: Output.say(phrases("unmuted", title))
    }
  }
}
