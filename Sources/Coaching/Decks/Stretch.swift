/// A stretch of time between two moments, each as a clock showed it where the person was.
///
/// So its length is the true one over a clock change and on a journey, and its clock times are
/// those that the person saw.
public struct Stretch: Equatable, Sendable {
  /// A moment with what the clock showed.
  public struct End: Equatable, Sendable {
    public var instant: Instant
    public var local: CivilDateTime
    /// As it is written down: `2026-11-22T23:30:00+01:00`.
    fileprivate var text: String

    /// What the clocks of a zone show at an instant.
    public init(_ instant: Instant, in zone: Zone) {
      self.instant = instant
      local = zone.civil(at: instant)
      text = zone.timestamp(instant)
    }

    /// Reads what is written down; nil for anything else.
    fileprivate init?(_ text: String) {
      guard let instant = Instant(rfc3339: text), let local = CivilDateTime(String(text.prefix(19)))
      else { return nil }
      (self.instant, self.local, self.text) = (instant, local, text)
    }
  }

  public var from: End
  public var until: End

  /// How long one can be at most, and all that belong together, in seconds: a day.
  public static let mostSeconds: Int64 = 86_400

  /// Nil where it does not end after it began, or lasts a day.
  public init?(from: End, until: End) {
    guard from.instant < until.instant,
      until.instant.seconds - from.instant.seconds < Stretch.mostSeconds
    else { return nil }
    (self.from, self.until) = (from, until)
  }

  /// Seconds since 1970.
  public var range: Range<Int64> { from.instant.seconds..<until.instant.seconds }

  /// How long it is, in seconds.
  public var seconds: Int64 { until.instant.seconds - from.instant.seconds }

  /// Whether two have a moment in common.
  public func overlaps(_ other: Stretch) -> Bool { range.overlaps(other.range) }
}

extension Stretch: CustomStringConvertible {
  /// As it is written down: both ends with a stroke between them.
  public var description: String { "\(from.text)/\(until.text)" }

  /// Reads what `description` writes; nil for anything else.
  public init?(_ text: String) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2, let from = End(ends[0]), let until = End(ends[1]) else { return nil }
    self.init(from: from, until: until)
  }
}

extension Stretch.End: CustomStringConvertible {
  public var description: String { text }
}

extension [Stretch] {
  /// As they are written down, in order.
  public var written: String { map(\.description).joined(separator: " ") }

  /// Reads what `written` writes; nil for anything else, and where they are not in order.
  public init?(written text: String) {
    var stretches: [Stretch] = []
    for part in text.split(separator: " ") {
      guard let stretch = Stretch(String(part)),
        stretches.last.map({ $0.until.instant <= stretch.from.instant }) ?? true
      else { return nil }
      stretches.append(stretch)
    }
    if stretches.isEmpty { return nil }
    self = stretches
  }

  /// How long they are together, in seconds.
  public var seconds: Int64 { reduce(0) { $0 + $1.seconds } }
}
