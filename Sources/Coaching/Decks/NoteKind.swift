/// A kind of note that a deck has: what it is called, what it asks, and when it is brought back.
public struct NoteKind: Equatable, Sendable {
  /// When a note of the kind is brought back by a slot that carries the kind.
  public enum Recall: String, CaseIterable, Sendable {
    case never
    /// All of them in turn, word for word.
    case inTurn = "in-turn"
    /// What was written earlier on the day.
    case sameDay = "same-day"
    /// What was written the day before.
    case nextDay = "next-day"
    /// In a week of low answers, once.
    case lowWeek = "low-week"
    /// After a month, at most once a week.
    case later
  }

  public struct Wording: Equatable, Sendable {
    /// A short noun for lists.
    public var title: String
    public var ask: String
    /// What each part of a form asks, in the order of the parts.
    public var parts: [String]

    public init(title: String, ask: String, parts: [String] = []) {
      self.title = title
      self.ask = ask
      self.parts = parts
    }
  }

  public var id: String
  public var rows: [String]
  /// The names of the parts of a form, in their order; none where it is one text.
  public var parts: [String]
  public var recall: Recall
  /// Whether it is about the tip of the day before.
  public var isAboutTip: Bool
  public var wording: Wording

  public init(
    id: String,
    rows: [String] = [],
    parts: [String] = [],
    recall: Recall = .never,
    isAboutTip: Bool = false,
    wording: Wording
  ) {
    self.id = id
    self.rows = rows
    self.parts = parts
    self.recall = recall
    self.isAboutTip = isAboutTip
    self.wording = wording
  }
}

extension Teaching {
  public func note(_ id: String) -> NoteKind? { notes.first { $0.id == id } }

  /// The kinds of note that are brought back, by name.
  public var recalledNotes: [String] { notes.filter { $0.recall != .never }.map(\.id) }
}
