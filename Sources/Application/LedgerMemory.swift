import Coaching
import Storage

/// What the ledger held when it was last looked at: so it shows when another has taken its place.
package struct LedgerMemory {
  private var known: LedgerExtent?

  package init() {}

  /// Looks at it again.
  ///
  /// - Parameter ledger: The ledger, as it is open now.
  /// - Returns: What to say where it does not hold all that it held; nil where all is there, or
  ///   where it cannot be read.
  package mutating func look(at ledger: FileLedger) -> String? {
    guard let extent = try? ledger.extent() else { return nil }
    defer { known = extent }
    guard let known, (try? ledger.holds(known)) == false else { return nil }
    return "The ledger is another one than before: it has \(extent.factCount.facts), and not all "
      + "of the \(known.factCount.facts) that were there"
  }
}
