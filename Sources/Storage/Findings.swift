public import Coaching

/// What a look at a whole ledger found.
public struct Findings: Equatable, Sendable {
  /// How many facts could be read.
  public var factCount = 0
  /// The days on which facts are not as they were written, in order, neighbours as one.
  public var changed: [ClosedRange<CivilDate>] = []
  /// The days between which facts are missing that were written.
  public var missing: [ClosedRange<CivilDate>] = []
  /// The days for which another program put facts there.
  public var foreign: [ClosedRange<CivilDate>] = []
  /// What SQLite itself says is wrong with the file, at most ten lines.
  public var faults: [String] = []
  /// Whether the tables and what guards them are those that this version makes.
  public var isOfThisSchema = true
  /// How many pages have a wrong sum.
  public var wrongPages = 0
  /// Whether checksums are there; an earlier version that is just open, or a medium that cannot be
  /// written, has none.
  public var isChained = true

  public init() {}

  /// Whether every fact that was ever written is there as it was; sums of pages aside, which are
  /// wrong also where another program changed nothing that counts.
  public var isWhole: Bool {
    changed.isEmpty && missing.isEmpty && foreign.isEmpty && faults.isEmpty && isOfThisSchema
  }

  /// What is wrong, in words that follow a colon; empty where nothing is.
  public var words: String {
    let lost = [
      Self.words(changed, "changed facts of"), Self.words(missing, "missing facts of"),
      Self.words(foreign, "facts of another program of"),
    ].compactMap(\.self)
    if !lost.isEmpty { return lost.joined(separator: "; ") }
    if let fault = faults.first { return "no fact is lost, but SQLite says “\(fault)”" }
    return isOfThisSchema ? "" : "no fact is lost, but its tables are not those that coach makes"
  }

  private static func words(_ days: [ClosedRange<CivilDate>], _ what: String) -> String? {
    if days.isEmpty { return nil }
    let some = days.prefix(5).map { days in
      days.count == 1 ? "\(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound)"
    }
    let more = days.count > 5 ? " and of \(days.count - 5) more times" : ""
    return "\(what) \(some.joined(separator: ", "))\(more)"
  }
}

extension ClosedRange<CivilDate> {
  fileprivate var count: Int { lowerBound == upperBound ? 1 : 2 }
}
