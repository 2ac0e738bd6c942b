import Coaching

extension Reciprocity {
  /// How many of the person's own lines a page shows, the latest.
  private static let shownWords = 5

  /// What came back: its forms, and the person's own lines, each whole and once, with how often it
  /// was written.
  func page(_ phrases: Phrases) -> Page {
    var page = Page()
    let counted = forms.map { "\($0.title) ×\($0.count)" }
    if counted.isEmpty, words.isEmpty { return page }
    page.blank()
    page.heading(phrases("returned"))
    if !counted.isEmpty {
      page.words(counted.joined(separator: phrases("list-comma")), indent: 2)
    }
    for (line, count) in lines.suffix(Reciprocity.shownWords) {
      let quoted = phrases("review-own-line", ("words", line.printable))
      page.words(count == 1 ? quoted : "\(quoted) ×\(count)", indent: 2)
    }
    return page
  }

  /// The lines in the order in which each was written last.
  private var lines: [(line: String, count: Int)] {
    var lines: [(line: String, count: Int)] = []
    for words in words {
      let before = lines.firstIndex { $0.line == words }.map { lines.remove(at: $0).count } ?? 0
      lines.append((words, before + 1))
    }
    return lines
  }

  /// Thanks both ways; nothing where none were counted.
  func thanksRows(_ phrases: Phrases) -> [(label: String, value: String)] {
    if given + received == 0 { return [] }
    let numbers = [("given", String(given)), ("received", String(received))]
    return [(phrases("thanks"), phrases("thanks-both", numbers[0], numbers[1]))]
  }
}
