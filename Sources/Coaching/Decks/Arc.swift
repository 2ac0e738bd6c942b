/// A few tips told one after the other, on mornings that are announced.
///
/// It has an end, and one look back. It is offered, and never imposed.
public struct Arc: Equatable, Sendable {
  public struct Wording: Equatable, Sendable {
    /// A short noun for lists.
    public var title: String
    /// The question whether the person wants it.
    public var offer: String
    /// What is asked when it is over; it takes a text.
    public var back: String

    public init(title: String, offer: String, back: String) {
      self.title = title
      self.offer = offer
      self.back = back
    }
  }

  public var id: String
  /// Its tips, in the order in which they are told.
  public var parts: [String]
  /// The one of the five obstacles that a person has to work on to be offered it; nil where it is
  /// for everybody for whom its parts are.
  public var obstacle: Int?
  public var wording: Wording

  public init(id: String, parts: [String], obstacle: Int? = nil, wording: Wording) {
    self.id = id
    self.parts = parts
    self.obstacle = obstacle
    self.wording = wording
  }
}

extension Teaching {
  public func arc(_ id: String) -> Arc? { arcs.first { $0.id == id } }

  /// The questions that offer something, of which it has to be known for a year what was answered.
  public var offers: [String] { questions.filter(\.about.isOffer).map(\.id) }
}
