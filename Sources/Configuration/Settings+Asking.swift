public import Coaching

extension Settings {
  /// How often the person wants to be asked a question or a self-check of the decks.
  public struct AskingSettings: Equatable, Sendable {
    /// The name of the question or the self-check.
    public var name: String
    public var every: Cadence
  }

  mutating func readAsking(_ section: TOMLTable) throws(ConfigurationError) {
    for name in section.keys {
      let every = try section.read(name, SettingSyntax.cadence, Cadence.init)
      if let every { asking.append(AskingSettings(name: name, every: every)) }
    }
  }
}

extension Configuration {
  /// Has questions of the decks asked as often as the person wants; a self-check as a whole.
  mutating func spaceQuestions() throws(ConfigurationError) {
    let known = teaching.checks.map(\.id) + teaching.questions.filter { $0.check == nil }.map(\.id)
    for entry in settings.asking {
      if settings.habits.contains(where: { $0.question.id == entry.name }) {
        let message = "“\(entry.name)” is a habit of yours; “every” stands in its [[habit]]"
        throw try Configuration.refusal(["ask", entry.name], message, in: file)
      }
      guard known.contains(entry.name) else {
        let offer = nearest(to: entry.name, among: known).map { "did you mean “\($0)”? " } ?? ""
        let message =
          "there is no question “\(entry.name.printable)”; \(offer)Questions: "
          + known.joined(separator: ", ")
        throw try Configuration.refusal(["ask", entry.name], message, in: file)
      }
      for place in teaching.questions.indices
      where [teaching.questions[place].id, teaching.questions[place].check].contains(entry.name) {
        teaching.questions[place].every = entry.every
      }
    }
  }
}
