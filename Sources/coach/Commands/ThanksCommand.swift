import ArgumentParser
import Coaching
import Configuration

struct Thanks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thanks",
    abstract: "Count a thank-you that you gave or received; without a word, show the counts.",
    discussion: """
      EXAMPLES
        coach thanks received "for the lift"
        coach thanks given
        coach thanks                     the last 30 days

      It asks for no name and keeps no account between people. The counts are answers to the \
      questions thanks-given and thanks-received: “coach undo” takes the last one back.

      JSON: first, last, given, received.
      """
  )

  /// Which way a thank-you went.
  enum Way: String, ExpressibleByArgument, CaseIterable {
    case given
    case received
  }

  @Argument(help: "given or received.") var way: Way?
  @Argument(help: "What it was for, in your own words.") var words: [String] = []
  @Flag(help: "Print JSON.") var json = false

  private static let days = 30

  func run() throws {
    let workspace = try Workspace(.withoutTips)
    if let way {
      try count(way, workspace)
      if !json { Output.wrapped(workspace.phrases("thanks-noted")) }
    }
    let last = workspace.today
    let first = last.adding(days: 1 - Thanks.days)
    let returns = try workspace.returns(from: first, through: last)
    if json { return try Output.json(View(returns, first, last)) }
    Output.wrapped(
      workspace.phrases(
        "thanks-count",
        ("given", String(returns.given)),
        ("received", String(returns.received))
      )
    )
  }

  /// One more today: an answer like any other, so that it can be taken back.
  private func count(_ way: Way, _ workspace: Workspace) throws(CommandError) {
    let question = way == .given ? Reciprocity.thanksGiven : Reciprocity.thanksReceived
    let today = workspace.today
    let before = try workspace.answers(to: [question], from: today, through: today).last
    var total = 1
    var notes: [String] = []
    if case .answered(let answered)? = before?.event, case .count(let count) = answered.answer {
      total += count
      notes = answered.note.map { [$0] } ?? []
    }
    guard Answer.counts.contains(total) else {
      throw CommandError(.data, "a day counts up to \(Answer.counts.upperBound), and has that many")
    }
    let said = try words.joined(separator: " ").kept(as: "what it was for")
    if !said.isEmpty { notes.append(said) }
    let answered = Answered(
      question: question,
      answer: .count(total),
      note: notes.isEmpty ? nil : notes.joined(separator: "; "),
      from: "command"
    )
    try workspace.record(.answered(answered), on: today)
  }

  struct View: Encodable {
    var first: String
    var last: String
    var given: Int
    var received: Int

    init(_ returns: Reciprocity, _ first: CivilDate, _ last: CivilDate) {
      self.first = first.description
      self.last = last.description
      given = returns.given
      received = returns.received
    }
  }
}

extension Workspace {
  /// What came back on some days.
  func returns(from first: CivilDate, through last: CivilDate) throws(CommandError) -> Reciprocity {
    let answers = try answers(to: Reciprocity.questions, from: first, through: last)
    return Reciprocity(answers, teaching.question(Reciprocity.question))
  }
}

/// What came back, as the reading commands give it.
struct ReturnsView: Encodable {
  var forms: [FormView]
  var words: [String]
  var thanksGiven: Int
  var thanksReceived: Int

  struct FormView: Encodable {
    var form: String
    var title: String
    var count: Int
  }

  init(_ returns: Reciprocity) {
    forms = returns.forms.map { FormView(form: $0.form, title: $0.title, count: $0.count) }
    words = returns.words
    thanksGiven = returns.given
    thanksReceived = returns.received
  }
}

extension Reciprocity {
  /// How many of the person's own words a page shows.
  private static let shownWords = 5

  /// What a review says of it; nothing where nothing was said.
  func rows(_ phrases: Phrases) -> [(label: String, value: String)] {
    var rows: [(label: String, value: String)] = []
    let counted = forms.map { "\($0.title) ×\($0.count)" }
    let all = counted + words.suffix(Reciprocity.shownWords)
    if !all.isEmpty {
      rows.append((phrases("returned"), all.joined(separator: phrases("list-comma"))))
    }
    if given + received > 0 {
      let numbers = [("given", String(given)), ("received", String(received))]
      rows.append((phrases("thanks"), phrases("thanks-both", numbers[0], numbers[1])))
    }
    return rows
  }
}
