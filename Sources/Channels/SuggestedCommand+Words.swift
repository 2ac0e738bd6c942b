public import Coaching

extension SuggestedCommand {
  /// It as a person types it: the one place that spells commands.
  public var spelled: String { (["coach"] + typed).joined(separator: " ") }

  /// Its words as a shell hands them to the program, without the program's own name.
  public var words: [String] {
    typed.map { word in
      let isQuoted = word.count > 1 && word.hasPrefix("\"") && word.hasSuffix("\"")
      return isQuoted ? String(word.dropFirst().dropLast()) : word
    }
  }

  /// Its words as they are typed; a text may stand in quotes.
  private var typed: [String] {
    switch self {
    case .answer(let name, let answers, let circle, let fear):
      ["check", name] + answers + (circle.map { ["--circle", $0] } ?? [])
        + (fear.map { ["--fear", "\($0)"] } ?? [])
    case .answerOpen: ["check"]
    case .answerMissed: ["check", "--missed"]
    case .skipMissed: ["check", "--skip-missed"]
    case .close(let promise, let closing): ["promise", closing.verb, "\(promise)"]
    case .setTime(let promise): ["promise", "edit", "\(promise)", "--by", "…"]
    case .extraLanded(let answer): ["extra", "--landed", answer]
    case .retire(let name): ["retire", name]
    case .doctor: ["doctor"]
    case .openReport: ["report", "week", "--open"]
    }
  }
}

extension Closing {
  fileprivate var verb: String {
    switch self {
    case .kept: "keep"
    case .released: "release"
    case .missed, .dropped: "miss"
    }
  }
}

extension Card.Line {
  /// What it says; nothing where it is blank.
  public var text: String {
    switch self {
    case .text(let text): text
    case .command(let frame, let command): frame.filled([("command", command.spelled)])
    case .blank: ""
    }
  }
}
