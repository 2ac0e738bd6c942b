import Application

/// What the person's own program has to say.
extension Daemon {
  /// Records what the person's own program answers, and says what it could not do.
  func heard(_ news: CommandChannel.HookEvent) {
    switch news {
    case .failure(let id, let what): chronicle.programFailed(id, what)
    case .answer(let name, let typed):
      do {
        let workspace = try workspace(from: .program)
        let question = try workspace.question(named: name)
        _ = try workspace.record(GivenAnswer(typed), to: question)
      } catch {
        chronicle.warn("An answer of the command was not recorded: \(error.message)")
      }
    }
  }
}
