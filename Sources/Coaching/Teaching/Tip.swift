/// One small action for today, with one line of why.
public struct Tip: Equatable, Sendable {
  /// The part of the programme that a tip belongs to.
  public enum Part: Equatable, Sendable {
    /// A step of the four-step programme, 1 through 4.
    case step(Int)
    /// One of the five obstacles, 1 through 5.
    case obstacle(Int)
  }

  public enum Kind: String, CaseIterable, Sendable {
    case regular
    case valueAdded = "value-added"
    case offHours = "off-hours"
  }

  public struct Wording: Equatable, Sendable {
    public var title: String
    /// One act for today.
    public var action: String
    /// One line of why.
    public var why: String
    /// The action in a few words.
    public var short: String
    /// The question whether it was done.
    public var ask: String

    public init(title: String, action: String, why: String, short: String, ask: String) {
      self.title = title
      self.action = action
      self.why = why
      self.short = short
      self.ask = ask
    }
  }

  public var id: String
  /// The rows of the teachings that the tip is drawn from; empty for a person's own tip.
  public var rows: [String]
  public var part: Part?
  public var kind: Kind
  public var wording: Wording

  public init(id: String, rows: [String], part: Part?, kind: Kind, wording: Wording) {
    self.id = id
    self.rows = rows
    self.part = part
    self.kind = kind
    self.wording = wording
  }
}

/// A line that is said at a moment and asks nothing.
public struct Cue: Equatable, Sendable {
  public var id: String
  public var rows: [String]
  public var text: String

  public init(id: String, rows: [String], text: String) {
    self.id = id
    self.rows = rows
    self.text = text
  }
}
