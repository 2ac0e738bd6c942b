import Channels
import Coaching
import Configuration
import FoundationEssentials
import Machine
import Systemd

/// The person's own program, run once for each prompt: the channel “command”.
final class CommandChannel {
  /// What the daemon hears of it.
  enum HookEvent {
    /// It answers a question, as it was typed.
    case answer(question: String, String)
    /// It did not do what it was run for, and why.
    case failure(PromptID, String)
  }

  private let loop: Loop
  private let tell: (HookEvent) -> Void
  private var children: [PromptID: Child] = [:]

  /// Whether nothing runs that it has started.
  var isIdle: Bool { children.isEmpty }

  init(_ loop: Loop, tell: @escaping (HookEvent) -> Void) {
    self.loop = loop
    self.tell = tell
  }

  func channel(_ command: Settings.Command, zone: Zone) -> Channel {
    Channel(name: "command", .said) { [unowned self] card throws(WorldError) in
      try run(command, HookPayload(card, zone))
    }
  }

  private func run(_ command: Settings.Command, _ sheet: HookPayload) throws(WorldError) {
    let id = sheet.id
    do {
      let input = try JSONEncoder().encode(sheet)
      children[id] = try Child(
        command.words,
        environment: Environment.all + sheet.variables,
        input: Array(input),
        withinSeconds: command.timeoutSeconds,
        loop: loop
      ) { [unowned self] end in
        children[id] = nil
        let said = String(decoding: end.complaint.suffix(1000), as: UTF8.self)
        let given = [sheet.subject, sheet.text] + sheet.questions.map(\.ask)
        ended(id, end, command, ProgramComplaint.words(said, given: given))
      }
    } catch {
      throw WorldError("“\(command.words[0].printable)” could not be started: \(error)")
    }
  }

  private func ended(
    _ id: PromptID,
    _ end: Child.End,
    _ command: Settings.Command,
    _ complaint: String
  ) {
    let name = command.words[0].printable
    switch end.way {
    case .status(0): answer(id, end.output)
    case .status(let status): fail(id, "“\(name)” ended with status \(status)", complaint)
    case .signal(let signal): fail(id, "“\(name)” was ended by signal \(signal)", complaint)
    case .timeOver:
      let limit = TimeSpan.words(command.timeoutSeconds)
      fail(id, "“\(name)” took longer than \(limit) and was killed", complaint)
    }
  }

  private func fail(_ id: PromptID, _ what: String, _ complaint: String) {
    tell(.failure(id, complaint.isEmpty ? what : "\(what): \(complaint)"))
  }

  /// The answers in what a program said, by the names of their questions.
  static func answers(in output: [UInt8]) throws -> [(question: String, answer: String)] {
    let text = String(decoding: output, as: UTF8.self).trimmed
    // Only an object is meant for us: a program may well say something of its own.
    guard text.hasPrefix("{") else { return [] }
    let reply = try JSONDecoder().decode(Reply.self, from: Data(text.utf8))
    return (reply.answer ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value.streamSafe) }
  }

  /// What a program that is well has to say: nothing, or answers.
  private struct Reply: Decodable {
    var answer: [String: String]?
  }

  private func answer(_ id: PromptID, _ output: [UInt8]) {
    do {
      for (question, answer) in try CommandChannel.answers(in: output) {
        tell(.answer(question: question, answer))
      }
    } catch {
      let wanted = "{\"answer\": {\"QUESTION\": \"ANSWER\"}}"
      tell(.failure(id, "what it said is no answer of the form \(wanted)"))
    }
  }
}

/// A prompt as the program gets it.
private struct HookPayload: Encodable {
  let id: PromptID
  var prompt: String
  var slot: String
  var day: String
  var at: String
  var subject: String
  var text: String
  var questions: [Question]

  struct Question: Encodable {
    var question: String
    var ask: String
    var hint: String
    /// The answers to choose from; none where an answer is to be typed.
    var answers: [String]
  }

  enum CodingKeys: String, CodingKey {
    case prompt, slot, day, at, subject, text, questions
  }

  init(_ card: Card, _ zone: Zone) {
    id = card.prompt
    prompt = card.prompt.description
    slot = card.prompt.slot
    day = card.prompt.day.description
    at = zone.timestamp(card.at)
    subject = card.subject
    text = TextLayout.lines(of: card, width: 72).joined(separator: "\n")
    questions = card.asks.map { ask in
      let answers = ask.choices.map(\.answer)
      return Question(question: ask.question, ask: ask.text, hint: ask.hint, answers: answers)
    }
  }

  var variables: [String] {
    [
      "COACH_PROMPT=\(prompt)", "COACH_SLOT=\(slot)", "COACH_DAY=\(day)",
      "COACH_SUBJECT=\(subject)", "COACH_TEXT=\(text)",
    ]
  }
}
