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
    guard let found = retirable.first(where: { $0.id == name }) else {
      let what = "question or self-check"
      throw CommandError(.data, Suggestions.unknown(what, name, among: retirable.map(\.id)))
    }
    try record(back ? .unmuted(tip: name) : .muted(tip: name), on: today)
    return found
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
