/// What the coach can say: the decks together, in the person's language.
public struct Teaching: Equatable, Sendable {
  /// How much a tip says.
  public enum Length: String, CaseIterable, Sendable {
    case full
    case short
    /// The person's own sentence in place of the act, where there is one.
    case own
  }

  /// In the programme's order.
  public var tips: [Tip]
  /// What is told in parts.
  public var arcs: [Arc] = []
  /// What those are called whom the person serves.
  public var people: [PeopleWords] = []
  public var questions: [Question]
  public var cues: [Cue]
  public var checks: [SelfCheck] = []
  /// The kinds of note.
  public var notes: [NoteKind] = []
  /// The frames around what is said.
  public var phrases: Phrases
  public var length = Length.full
  /// The posts that the person puts themselves in, in turn.
  public var posts: [String] = []

  public init(
    tips: [Tip] = [],
    questions: [Question] = [],
    cues: [Cue] = [],
    phrases: Phrases = Phrases()
  ) {
    self.tips = tips
    self.questions = questions
    self.cues = cues
    self.phrases = phrases
  }

  public func tip(_ id: String) -> Tip? { tips.first { $0.id == id } }
  public func has(tip id: String) -> Bool { tips.contains { $0.id == id } }
  public func question(_ id: String) -> Question? { questions.first { $0.id == id } }
  func place(ofQuestion id: String) -> Int? { questions.firstIndex { $0.id == id } }
  public func cue(_ id: String) -> Cue? { cues.first { $0.id == id } }

  /// Puts another deck behind this one, which wins what both have.
  public mutating func add(_ deck: Teaching) {
    // In order, so that a deck of many tips is not looked through for each of another's.
    let told = tips.map(\.id).sorted()
    tips += deck.tips.filter { !told.has($0.id) }
    arcs += deck.arcs.filter { arc($0.id) == nil }
    people += deck.people
    let known = items.sorted()
    questions += deck.questions.filter { !known.has($0.id) }
    checks += deck.checks.filter { !known.has($0.id) }
    notes += deck.notes.filter { note($0.id) == nil }
    let asked = items.sorted()
    cues += deck.cues.filter { !asked.has($0.id) }
    phrases.frames += deck.phrases.frames
    phrases.pageFrames += deck.phrases.pageFrames
    phrases.slots += deck.phrases.slots
    phrases.answers.entries += deck.phrases.answers.entries
  }

  /// The word for the tip of the day in what a slot carries.
  public static let tipItem = "tip"

  /// The word for the list of what was promised in what a slot carries.
  public static let promisesItem = "promises"

  /// All that a slot can carry.
  public var items: [String] {
    [Teaching.tipItem, Teaching.promisesItem, Teaching.checkItem] + checks.map(\.id)
      + questions.map(\.id) + cues.map(\.id) + recalledNotes
  }
}

extension [String] {
  /// Whether a name is among names in order.
  fileprivate func has(_ name: String) -> Bool {
    let place = partition { $0 >= name }
    return place < count && self[place] == name
  }
}

/// The frames of a language, and the words that it has for answers and slots.
public struct Phrases: Equatable, Sendable {
  /// Name and text; `{…}` in a text is filled in by the program.
  public var frames: [(name: String, text: String)]
  /// Those of pages and messages, which recording an answer does without.
  public var pageFrames: [(name: String, text: String)] = []
  /// A slot's name and what it is called.
  public var slots: [(name: String, title: String)]
  public var answers: AnswerWords

  public init(
    frames: [(name: String, text: String)] = [],
    slots: [(name: String, title: String)] = [],
    answers: AnswerWords = AnswerWords()
  ) {
    self.frames = frames
    self.slots = slots
    self.answers = answers
  }

  /// A frame with its places filled; the frame's own name when the language lacks it.
  public func callAsFunction(_ name: String, _ values: (name: String, value: String)...) -> String {
    filled(name, values)
  }

  /// The same with values that were made before.
  public func filled(_ name: String, _ values: [(name: String, value: String)]) -> String {
    let found = frames.first { $0.name == name } ?? pageFrames.first { $0.name == name }
    return (found?.text ?? name).filled(values)
  }

  /// A text behind its label, with the language's own colon.
  public func labelled(_ label: String, _ text: String) -> String {
    self("labelled", ("label", label), ("text", text))
  }

  /// A text with something beside it, in the language's own brackets.
  public func bracketed(_ text: String, _ more: String) -> String {
    self("bracketed", ("text", text), ("more", more))
  }

  /// A text that may end in a person's own words, as a sentence: with a stop at its end.
  public func sentence(_ text: String) -> String {
    guard let last = text.last, last.isLetter || last.isNumber || ")）”」\"".contains(last) else {
      return text
    }
    return self("sentence", ("text", text))
  }

  /// Sentences one after the other, as the language joins them.
  public func joined(_ sentences: [String]) -> String {
    guard var all = sentences.first else { return "" }
    for next in sentences.dropFirst() {
      all = self("two-sentences", ("first", all), ("second", next))
    }
    return all
  }

  /// The language's word for an answer that is one of a few; any other answer stays as it is.
  public func word(for answer: String) -> String {
    answers.entries.first { $0.answer == answer }?.word ?? answer
  }

  public static func == (left: Phrases, right: Phrases) -> Bool {
    left.frames.elementsEqual(right.frames) { $0 == $1 }
      && left.pageFrames.elementsEqual(right.pageFrames) { $0 == $1 }
      && left.slots.elementsEqual(right.slots) { $0 == $1 } && left.answers == right.answers
  }
}
