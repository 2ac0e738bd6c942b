import Coaching
package import Configuration

extension Workspace {
  /// What words of the documents mean, in the language of the teaching.
  ///
  /// - Parameter word: The word; all of them where it is empty.
  /// - Returns: What is called so, else what has it in a name.
  /// - Throws: When the glossary cannot be read.
  package func glossary(of word: String) throws(CommandError) -> [GlossaryEntry] {
    let asked = word.trimmed.lowercased()
    let entries: [GlossaryEntry]
    do {
      let path = "\(paths.library)/glossary.toml"
      entries = try ReferenceTexts.glossary(path, in: configuration.language)
    } catch {
      throw CommandError(error)
    }
    if asked.isEmpty { return entries }
    let exact = entries.filter { $0.words.contains { $0.lowercased() == asked } }
    return exact.isEmpty ? entries.filter { $0.words.contains { $0.mentions(asked) } } : exact
  }
}
