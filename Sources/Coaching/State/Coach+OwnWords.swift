extension Coach {
  /// How the person put a tip in their own words last; nil where they did not.
  public func ownWords(for tip: String) -> String? { lastOwnWords(for: tip)?.text.printable }

  /// The same with its day.
  func lastOwnWords(for tip: String) -> OwnWords? {
    let noted = entries.open(.note).filter { $0.entry.kind == OwnWords.name }.compactMap { note in
      note.entry.to.map { OwnWords(tip: $0, text: note.entry.text, day: note.madeOn) }
    }
    let said = answers.compactMap { given -> OwnWords? in
      guard given.answered.question == OwnWords.name, let about = given.answered.about,
        case .text(let text) = given.answered.answer
      else { return nil }
      return OwnWords(tip: about, text: text, day: given.day)
    }
    var last: OwnWords?
    for words in ownWordsBefore + noted + said where words.tip == tip && !words.text.isEmpty {
      if last.map({ $0.day <= words.day }) ?? true { last = words }
    }
    return last
  }
}
