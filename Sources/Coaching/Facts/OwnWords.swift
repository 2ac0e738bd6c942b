/// A tip as the person put it in their own words.
public struct OwnWords: Equatable, Sendable {
  /// The identifier of the tip.
  public var tip: String
  public var text: String
  public var day: CivilDate

  public init(tip: String, text: String, day: CivilDate) {
    self.tip = tip
    self.text = text
    self.day = day
  }

  /// The question that asks for them, and the kind of note that keeps them.
  public static let name = "own-words"
}

extension Coach {
  /// How the person put a tip in their own words last; nil where they did not.
  public func ownWords(for tip: String) -> String? {
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
    return last?.text.printable
  }
}

extension Teaching {
  /// A tip as it is told: where the person wants that, their own sentence in place of its act.
  public func told(_ tip: Tip, by coach: Coach) -> Tip {
    var told = tip
    if length == .own, let own = coach.ownWords(for: tip.id) { told.wording.action = own }
    return told
  }

  /// What stands beneath a tip in the person's own words; nil where it stands in its place, where
  /// the tip is told in short, and where there are none.
  public func ownWords(beneath tip: Tip, by coach: Coach) -> String? {
    length == .full ? coach.ownWords(for: tip.id) : nil
  }
}
