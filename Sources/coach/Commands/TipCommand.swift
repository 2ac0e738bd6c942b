import ArgumentParser
import Coaching
import Configuration

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
  @Argument(help: "The tip it is about; today's unless said.") var id: String?
  @Flag(help: "Say why it was chosen.") var why = false
  @Flag(help: "Choose one more tip for today.") var another = false
  @Flag(help: "Print the short form only.") var short = false
  @Flag(help: "Say where the documents teach it.") var source = false
  @Option(help: "Another language: \(Language.names).") var lang: Language?
  @Flag(help: "Print JSON.") var json = false

  /// What a person can say about a tip.
  enum Verb: String, ExpressibleByArgument, CaseIterable {
    case useful
    case notForMe = "not-for-me"
    case mute
    case unmute
  }

  func validate() throws {
    if verb != nil, why || another || short || source || json {
      throw ValidationError("What you say about a tip takes no other option than --lang.")
    }
  }

  func run() throws {
    let workspace = try Workspace(language: lang)
    if let verb { return try TipVerdict(workspace: workspace).say(verb, about: id) }
    let tip = try another ? anotherTip(workspace) : workspace.todaysTip()
    let coach = try workspace.coach()
    var view = TipView(tip, coach, workspace.teaching)
    if why {
      let chosen = coach.choice(of: tip.id, on: workspace.today)
      view.reason = chosen.map { ReasonView($0, workspace, coach, on: workspace.today) }
    }
    if source { view.cite(try SourceView.all(of: tip.rows, in: workspace)) }
    if json { return try Output.json(view) }
    if short { return Output.wrapped(tip.wording.short) }
    let phrases = workspace.phrases
    let title = another ? phrases("another-tip") : phrases("tip-of-the-day")
    view.show(phrases, under: title)
    if why {
      Output.line()
      if let reason = view.reason {
        reason.show()
      } else {
        Output.wrapped(phrases("because-unknown"))
      }
    }
    if source { showSource(view, phrases) }
  }

  private func showSource(_ view: TipView, _ phrases: Phrases) {
    Output.line()
    for source in view.source ?? [] { Output.wrapped(source.line, indent: 2) }
    if view.rows.isEmpty { Output.wrapped(phrases("own-tip"), indent: 2) }
    if view.reading == true { Output.wrapped(phrases("own-reading"), indent: 2) }
  }

  private func anotherTip(_ workspace: Workspace) throws(CommandError) -> Tip {
    _ = try workspace.todaysTip()
    let coach = try workspace.coach()
    guard let decision = coach.anotherDecision(on: workspace.today, for: workspace.outlook) else {
      throw CommandError(.unavailable, "no deck has another tip for you today")
    }
    try workspace.tell(decision)
    return decision.tip
  }
}

extension Workspace {
  /// The tip of the day; asking for it makes it that.
  func todaysTip() throws(CommandError) -> Tip {
    let coach = try coach()
    if let told = coach.tipTold(on: today).flatMap(teaching.tip) { return told }
    guard let decision = coach.decision(on: today, for: outlook) else {
      let decks = configuration.settings.decks.joined(separator: ", ")
      throw CommandError(.unavailable, "no deck has a tip for you (decks: \(decks))")
    }
    try tell(decision)
    return decision.tip
  }

  fileprivate func tell(_ decision: TipDecision) throws(CommandError) {
    let events: [Event] = [.chosen(decision.chosen), .told(tip: decision.tip.id)]
    try record(events.map { draft($0, on: today) })
  }
}

/// What a person says about a tip.
struct TipVerdict {
  let workspace: Workspace

  func say(_ verb: TipOfTheDay.Verb, about id: String?) throws(CommandError) {
    let tip = try find(id)
    let title = ("tip", tip.wording.title)
    let phrases = workspace.phrases
    switch verb {
    case .useful:
      try workspace.record(.rated(tip: tip.id, .useful), on: workspace.today)
      Output.wrapped(phrases("rated-useful", title))
    case .notForMe:
      try workspace.record(.rated(tip: tip.id, .notForMe), on: workspace.today)
      Output.wrapped(phrases("rated-not-for-me", title))
    case .mute:
      try workspace.record(.muted(tip: tip.id), on: workspace.today)
      Output.wrapped(phrases("muted", title))
    case .unmute:
      try workspace.record(.unmuted(tip: tip.id), on: workspace.today)
      Output.wrapped(phrases("unmuted", title))
    }
  }

  private func find(_ id: String?) throws(CommandError) -> Tip {
    let told = try workspace.coach().tipTold(on: workspace.today)
    guard let name = id ?? told else {
      throw CommandError(.usage, "no tip was told today; name one (“coach tips” lists them)")
    }
    if let tip = workspace.teaching.tip(name) { return tip }
    let offer = nearest(to: name, among: workspace.teaching.tips.map(\.id))
    let meant = offer.map { "; did you mean “\($0)”?" } ?? "; “coach tips” lists them"
    throw CommandError(.data, "there is no tip “\(name.printable)”\(meant)")
  }
}
