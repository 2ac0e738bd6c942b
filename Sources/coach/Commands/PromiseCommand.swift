import Application
import ArgumentParser
import Channels
import Coaching
import Configuration
import Machine
import Pages

struct Promise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promise",
    abstract: "Write down what you said you would do, and close it once: kept, released or missed.",
    discussion: """
      EXAMPLES
        coach promise "send the plan" --to "the office" --by "fri 15:00" --reserve 2h
        coach promise "look after the delivery" --kind follow-up
        coach promise edit 3 --by tomorrow
        coach promise keep 3               or release 3, or miss 3

      You are reminded once, a little before its reserve begins. Without a time it is taken, and \
      you are asked for one; a follow-up is then for in three days, an idea for in seven. \
      “coach promises” lists what is open, and so does this without a word; “coach undo” takes \
      back what you did last.

      --by takes 17:00, today, tomorrow, Fri 15:00, 2026-12-31, 2026-12-31 09:00 or in 3d, and \
      what you would say: “next Friday at 3 pm”, 下週一下午三點, 三天後.
      """
  )

  @Argument(
    help: "What you promise; or keep, release, miss or edit, and its number.",
    transform: Typed.text
  )
  var words: [String] = []
  @Option(
    parsing: .unconditional,
    help: "For whom; leave names out where you can.",
    transform: Typed.text
  ) var to: String?
  @Option(parsing: .unconditional, help: "By when; with edit also “none”.", transform: Typed.text)
  var by: String?
  @Option(
    parsing: .unconditional,
    help: "How long you need for it, such as 2h.",
    transform: Typed.text
  ) var reserve: String?
  @Option(parsing: .unconditional, help: "promise, follow-up, find-out, wish or idea.") var kind:
    CommitmentName?

  enum Verb: String, CaseIterable {
    case keep, release, miss, edit

    init?(typed: String) { self.init(rawValue: Typed.meaning(typed, in: .promise) ?? "") }

    /// How it is said of one.
    var example: String {
      self == .edit ? "coach promise edit 3 --by tomorrow" : "coach promise \(rawValue) 3"
    }

    var closing: Closing? {
      switch self {
      case .keep: .kept
      case .release: .released
      case .miss: .missed
      case .edit: nil
      }
    }
  }

  func validate() throws {
    let meant = words.first.flatMap(Verb.init(typed:))
    if words.count == 1, let meant {
      throw ValidationError.said(
        "use-promise-which",
        ("command", meant.example)
      )
    }
    if words.count > 1, let verb = meant, Typed.place(words[1]) == nil {
      throw ValidationError.said(
        "use-promise-number",
        ("word", words[1].printable),
        ("command", verb.example),
        ("quoted", "coach promise \"\(words.joined(separator: " ").printable)\"")
      )
    }
    guard !words.isEmpty || hasOptions else { return }
    guard words.contains(where: { !$0.trimmed.isEmpty }) else {
      let command = ("command", "coach promise \"…\" --by tomorrow")
      throw ValidationError.said("use-promise-text", command)
    }
    if verb?.closing != nil, hasOptions || words.count > 2 {
      throw ValidationError.said("use-promise-close")
    }
  }

  private var hasOptions: Bool { to ?? by ?? reserve ?? kind?.rawValue != nil }

  /// What is to be done with the promise of a number; nil where a new one is meant.
  private var verb: Verb? {
    words.count > 1 && Typed.place(words[1]) != nil ? Verb(typed: words[0]) : nil
  }

  /// Refuses a command that is mistyped: it makes no promise of its own.
  private func checkMeant() throws(CommandError) {
    guard words.count == 2, Typed.place(words[1]) != nil,
      let near = nearest(to: words[0], among: Verb.allCases.map(\.rawValue))
    else { return }
    let quoted = "coach promise \"\(words.joined(separator: " ").printable)\""
    let word = ("word", words[0].printable)
    throw CommandError(.data, "promise-mistyped", word, ("near", near), ("quoted", quoted))
  }

  func run() throws {
    let workspace = try Workspace(.withoutTips, orDefaults: true)
    if words.isEmpty {
      return Output.read(PromisesPage(try workspace.promises(isAll: false), in: workspace).page())
    }
    guard let verb else {
      try checkMeant()
      let made = try workspace.promise(said(words))
      confirm(made, isNew: true, in: workspace)
      if made.id.number == 1, made.to != nil {
        Output.say(workspace.phrases("leave-names-out"))
      }
      return
    }
    let number = Typed.place(words[1]) ?? 0
    if let closing = verb.closing {
      confirm(try workspace.closePromise(number, as: closing), closing, workspace.phrases)
    } else {
      let changed = try workspace.changePromise(number, to: said(Array(words.dropFirst(2))))
      confirm(changed, isNew: false, in: workspace)
    }
  }

  private func said(_ words: [String]) -> SaidPromise {
    let text = words.joined(separator: " ")
    return SaidPromise(text, to: to, by: by, reserve: reserve, kind: kind?.commitment)
  }

  private func confirm(_ closed: Entry, _ closing: Closing, _ phrases: Phrases) {
    let what = ("what", phrases.words(for: closed))
    switch closing {
    case .kept: Output.say(phrases("closed-kept", what))
    case .released: Output.say(phrases("closed-released", what))
    case .missed, .dropped: Output.say(phrases("closed-missed", what))
    }
  }

  private func confirm(_ entry: Entry, isNew: Bool, in workspace: Workspace) {
    let phrases = workspace.phrases
    let number = ("number", String(entry.id.number))
    let by = phrases.by(entry, in: workspace.context.zone, seenAt: workspace.now)
    let words = [phrases.words(for: entry), by].compactMap(\.self)
    let what = ("what", words.joined(separator: phrases("comma")))
    Output.say(
      isNew ? phrases("promise-noted", number, what) : phrases("promise-changed", number, what)
    )
    if by != nil { return }
    let command = ("command", SuggestedCommand.setTime(promise: entry.id.number).spelled)
    Output.say(phrases("promise-when", command))
  }
}

/// The kinds of commitment as they are typed; the core does not know the parser.
enum CommitmentName: String, CaseIterable, ExpressibleByArgument {
  case promise
  case followUp = "follow-up"
  case findOut = "find-out"
  case wish
  case idea

  init?(argument: String) {
    self.init(rawValue: Typed.meaning(argument, in: .commitment) ?? argument)
  }

  var commitment: Commitment? { Commitment(rawValue: rawValue) }
}
