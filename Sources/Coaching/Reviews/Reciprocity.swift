/// What came back to the person over some days, from anywhere; who owes whom is not asked.
public struct Reciprocity: Equatable, Sendable {
  /// A form in which something came back, and how often.
  public struct Form: Equatable, Sendable {
    public var form: String
    public var title: String
    public var count: Int
  }

  /// The question that asks for it, and those that count thanks.
  public static let question = "came-back"
  public static let thanksGiven = "thanks-given"
  public static let thanksReceived = "thanks-received"
  public static let questions = [question, thanksGiven, thanksReceived]

  /// The forms that came, in the question's order.
  public private(set) var forms: [Form]
  /// The person's own words, oldest first.
  public private(set) var words: [String] = []
  public private(set) var given = 0
  public private(set) var received = 0

  /// - Parameters:
  ///   - answers: Answers that were not taken back, in the order in which they were given.
  ///   - question: The question, whose wording has the forms; nil where no deck asks it.
  public init(_ answers: [Fact], _ question: Question?) {
    let tags = question?.wording.tags ?? []
    forms = tags.map { Form(form: $0.key, title: $0.text, count: 0) }
    for answered in answers.standing {
      switch (answered.question, answered.answer) {
      case (Reciprocity.question, .text(let text)): add(text)
      case (Reciprocity.thanksGiven, .count(let count)): given += count
      case (Reciprocity.thanksReceived, .count(let count)): received += count
      default: break
      }
    }
    forms.removeAll { $0.count == 0 }
  }

  public var isEmpty: Bool { forms.isEmpty && words.isEmpty && given == 0 && received == 0 }

  /// Takes an answer apart: each form once, and what else was written, whole: forms are taken off
  /// at its ends only, for a sentence has commas of its own.
  private mutating func add(_ text: String) {
    var named: [Int] = []
    var line: Range<String.Index>?
    for piece in text.split(whereSeparator: { ",，、;；".contains($0) }) where !piece.isBlank {
      let parts = piece.split(maxSplits: 1, whereSeparator: { ":：".contains($0) })
      let head = parts.first.map { $0.trimmed.lowercased() } ?? ""
      let place = forms.firstIndex { $0.form == head || $0.title.lowercased() == head }
      if let place, !named.contains(place) {
        forms[place].count += 1
        named.append(place)
      }
      let own = place == nil ? piece : parts.count == 2 ? parts[1] : ""
      if own.isBlank { continue }
      if place != nil { keep(line, of: text) }
      let first = place == nil ? line?.lowerBound : nil
      line = (first ?? own.startIndex)..<own.endIndex
    }
    keep(line, of: text)
  }

  private mutating func keep(_ line: Range<String.Index>?, of text: String) {
    if let line { words.append(text[line].trimmed) }
  }
}

extension Substring {
  fileprivate var isBlank: Bool { trimmed.isEmpty }
}
