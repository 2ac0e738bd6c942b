import Coaching

extension Reciprocity {
  /// How many of the person's own words a page shows.
  private static let shownWords = 5

  /// What a review says of it; nothing where nothing was said.
  func rows(_ phrases: Phrases) -> [(label: String, value: String)] {
    var rows: [(label: String, value: String)] = []
    let counted = forms.map { "\($0.title) ×\($0.count)" }
    let all = counted + words.suffix(Reciprocity.shownWords)
    if !all.isEmpty {
      rows.append((phrases("returned"), all.joined(separator: phrases("list-comma"))))
    }
    if given + received > 0 {
      let numbers = [("given", String(given)), ("received", String(received))]
      rows.append((phrases("thanks"), phrases("thanks-both", numbers[0], numbers[1])))
    }
    return rows
  }
}
