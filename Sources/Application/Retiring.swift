import Coaching

/// Questions and self-checks that are not to be asked any more.
extension Workspace {
  /// What is asked, each alone or as a self-check, and what it is called.
  package typealias Asked = (id: String, title: String)

  /// Has a question or a self-check asked no more, or again.
  ///
  /// - Returns: It.
  /// - Throws: When there is none of that name.
  package func retire(_ name: String, back: Bool) throws(CommandError) -> Asked {
    let names = retirable.map { Name($0.id, $0.title) }
    // By its whole name: what is retired by mistake is missed by nobody.
    guard let found = retirable.first(where: { $0.id == name }) ?? whole(name, names) else {
      throw CommandError(.data, Suggestions.unknown(.asked, name, among: names))
    }
    try record(back ? .unmuted(tip: found.id) : .muted(tip: found.id), on: today)
    return found
  }

  private func whole(_ name: String, _ names: [Name]) -> Asked? {
    let wanted = Lexicon.compared(name)
    let called = retirable.filter { !wanted.isEmpty && Lexicon.compared($0.title) == wanted }
    return called.count == 1 ? called[0] : nil
  }

  /// What is retired.
  package func retired() throws(CommandError) -> [Asked] {
    let muted = try coach().muted
    return retirable.filter { muted.contains($0.id) }
  }

  private var retirable: [Asked] {
    teaching.checks.map { ($0.id, $0.title) }
      + teaching.questions.filter { $0.check == nil }.map { ($0.id, $0.wording.title) }
  }
}
