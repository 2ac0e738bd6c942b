package import Coaching
import Configuration
import Files

/// Habits that are to stand in the person's coach.toml, behind all that they wrote.
package struct ProposedHabits {
  private let paths: Paths
  private let text: String

  /// - Parameters:
  ///   - habits: The habits.
  ///   - paths: Where the configuration lies.
  ///   - zones: The zone of a name that a moment may end with; nil where there is none.
  /// - Throws: When the file that is there cannot be read, or would be refused with them.
  package init(
    _ habits: [ProposedHabit],
    _ paths: Paths,
    zones: @escaping (String) -> Zone?
  ) throws(CommandError) {
    self.paths = paths
    let words = Words(in: paths.places(spoken: .english).decks, language: .english)
    do {
      if let missing = Configuration.missing(paths.ownFile) { throw missing }
      var text = try Configuration.text(of: paths.ownFile) ?? ""
      if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
      for habit in habits { text += "\n" + habit.lines.map { "\($0)\n" }.joined() }
      self.text = text
      _ = try Settings(text, file: paths.ownFile, zones: zones) {
        (try? words.lexicon()) ?? Lexicon()
      }
    } catch let error as ConfigurationError {
      let what = "the proposed habits do not fit into it: nothing was written"
      throw CommandError(.configuration, "\(error)\n\(what)")
    } catch {
      throw CommandError(.inputOutput, "\(error)")
    }
  }

  /// Writes it, whole or not at all.
  package func write() throws(CommandError) {
    do {
      try File.write(paths.ownFile, Array(text.utf8))
    } catch {
      throw CommandError(.inputOutput, "\(error.sentence)\nThe answers were taken in.")
    }
  }
}
