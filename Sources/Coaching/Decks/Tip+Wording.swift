extension Tip {
  /// What a tip says.
  ///
  /// Its parts lie in one text, which may be that of many tips: three hundred of them stay with the
  /// service for months, and a text of its own takes each part fifty bytes more.
  public struct Wording: Equatable, Sendable {
    private var text: String
    /// Where the first part begins and where each ends, in bytes.
    private var bounds: SIMD8<UInt32>

    public init(
      title: String,
      action: String,
      why: String,
      short: String,
      ask: String,
      tell: String = ""
    ) {
      self.init([title, action, why, short, ask, tell])
    }

    private init(_ parts: [String]) {
      text = parts.joined()
      bounds = SIMD8()
      for (number, part) in parts.enumerated() {
        bounds[number + 1] = bounds[number] + UInt32(part.utf8.count)
      }
    }

    /// Parts that lie one behind the other in a text; nil where they do not lie in it, or begin
    /// inside of a character.
    ///
    /// - Parameters:
    ///   - text: The text, of less than 4 GiB.
    ///   - start: The byte where the first begins.
    ///   - sizes: How many bytes each of the six has.
    package init?(in text: String, from start: Int, sizes: [Int]) {
      self.text = text
      bounds = SIMD8(repeating: UInt32(start))
      var end = start
      guard sizes.count == Wording.count else { return nil }
      for (number, size) in sizes.enumerated() {
        guard size >= 0, size <= text.utf8.count - end else { return nil }
        end += size
        bounds[number + 1] = UInt32(end)
      }
      let scalars = text.unicodeScalars
      for number in 0...Wording.count where place(number).samePosition(in: scalars) == nil {
        return nil
      }
    }

    /// A short noun for lists.
    public var title: String {
      get { self[0] }
      set { self[0] = newValue }
    }
    /// One act for today.
    public var action: String {
      get { self[1] }
      set { self[1] = newValue }
    }
    /// One line of why.
    public var why: String {
      get { self[2] }
      set { self[2] = newValue }
    }
    /// The action in a few words.
    public var short: String {
      get { self[3] }
      set { self[3] = newValue }
    }
    /// The question whether it was done.
    public var ask: String {
      get { self[4] }
      set { self[4] = newValue }
    }

    /// The piece of a story that is told before the act; empty where there is none.
    public var tell: String {
      get { self[5] }
      set { self[5] = newValue }
    }

    /// How many parts there are.
    private static let count = 6

    /// All parts in their order.
    package var parts: [String] { (0..<Wording.count).map { self[$0] } }

    /// Fills the places of its texts; one without any is left as it lies.
    mutating func fill(_ values: [(name: String, value: String)]) {
      let whole = text.utf8[place(0)..<place(Wording.count)]
      guard whole.contains(UInt8(ascii: "{")) else { return }
      self = Wording(parts.map { $0.filled(values) })
    }

    private subscript(part: Int) -> String {
      get { String(text[place(part)..<place(part + 1)]) }
      set {
        var parts = parts
        parts[part] = newValue
        self = Wording(parts)
      }
    }

    private func place(_ bound: Int) -> String.Index {
      text.utf8.index(text.startIndex, offsetBy: Int(bounds[bound]))
    }

    public static func == (left: Wording, right: Wording) -> Bool { left.parts == right.parts }
  }
}
