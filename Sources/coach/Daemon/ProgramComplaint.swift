import Coaching

/// What the person's own program said on its standard error, for the journal.
///
/// It was given the prompt, which may hold the person's own words, and a shell that traces what it
/// does repeats them: a line that has a piece of the prompt in it is left out.
enum ProgramComplaint {
  /// So many characters in a row that are the same are no chance; the program's choice.
  private static let run = 8

  /// - Parameters:
  ///   - said: What it said.
  ///   - given: What it was given.
  /// - Returns: What of it is written down, on one line; empty where nothing is.
  static func words(_ said: String, given: [String]) -> String {
    let whole = given.joined(separator: " ").printable
    let known = Set(runs(of: whole))
    let lines = said.split(whereSeparator: \.isNewline).map(\.printable).filter { !$0.isEmpty }
    let kept = lines.filter { line in
      line.count < run ? !whole.contains(line) : !runs(of: line).contains(where: known.contains)
    }
    let left = kept.count < lines.count ? ["(what has words of the prompt in it is left out)"] : []
    return (kept + left).joined(separator: " ")
  }

  private static func runs(of text: String) -> [String] {
    let characters = Array(text)
    if characters.count < run { return [] }
    return (0...characters.count - run).map { String(characters[$0..<$0 + run]) }
  }
}
