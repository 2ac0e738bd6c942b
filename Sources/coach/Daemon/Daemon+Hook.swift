import Application
import Coaching
import Machine

/// What the person's own program has to say.
extension Daemon {
  /// The question that a program names; what is no name of any is not repeated.
  private func question(
    named name: String,
    in workspace: Workspace
  ) throws(CommandError) -> Question {
    let isName =
      name.utf8.count <= 64
      && name.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
    if isName { return try workspace.question(named: name) }
    throw CommandError(.data, words: "what it names is no question; names are of a–z, 0–9 and “-”")
  }

  /// Records what the person's own program answers, and says what it could not do.
  func heard(_ news: CommandChannel.HookEvent) {
    switch news {
    case .failure(let id, let what): chronicle.programFailed(id, what)
    case .answer(let name, let typed):
      do {
        let workspace = try workspace(from: .program)
        let question = try question(named: name, in: workspace)
        do {
          _ = try workspace.record(GivenAnswer(typed), to: question)
        } catch {
          let why = DaemonLog.reason(error)
          chronicle.warn("An answer of the command to \(question.id) was not recorded: \(why)")
        }
      } catch {
        chronicle.warn("An answer of the command was not recorded: \(error.english)")
      }
    }
  }
}
