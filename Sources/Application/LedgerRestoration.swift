package import Coaching
import Storage

/// What a ledger holds, as a person is told it.
package struct LedgerSummary: Equatable {
  package var factCount: Int
  /// The last day that something was written down for; nil where there is nothing.
  package var lastDay: CivilDate?

  init(_ extent: LedgerExtent) {
    factCount = extent.factCount
    lastDay = extent.lastDay
  }
}

/// Another ledger that is to take the place of the person's own; see `Restoration`.
package struct LedgerRestoration {
  /// What is to be replaced.
  package enum Replaced: Equatable {
    /// There is no ledger yet.
    case nothing
    /// What it holds, and day by day how many of its facts the other does not have.
    case ledger(LedgerSummary, losses: [Loss])
    /// It cannot be read, as the error says.
    case damaged(String)
  }

  /// How many facts of a day would be gone.
  package struct Loss: Equatable {
    package var day: CivilDate
    package var factCount: Int
  }

  private let restoration: Restoration

  /// Makes ready what takes its place; nothing is replaced yet.
  ///
  /// - Parameters:
  ///   - file: The absolute path of a backup; nil for a ledger that begins anew.
  ///   - paths: Where things lie.
  /// - Throws: When the backup is none, is damaged or newer, or there is no room.
  package init(of file: String?, _ paths: Paths) throws(CommandError) {
    do {
      restoration = try Restoration(of: file, to: paths.ledger)
    } catch {
      throw CommandError(error)
    }
  }

  package var brings: LedgerSummary { LedgerSummary(restoration.brings) }

  package var replaces: Replaced {
    switch restoration.replaces {
    case .nothing: .nothing
    case .ledger(let extent, let losses):
      .ledger(
        LedgerSummary(extent),
        losses: losses.map { Loss(day: $0.day, factCount: $0.factCount) }
      )
    case .damaged(let error): .damaged(error)
    }
  }

  /// Puts it in the ledger's place.
  ///
  /// - Parameter moment: When this is, for the name of what was there.
  /// - Returns: The path under which that is kept; nil where there was nothing.
  /// - Throws: When nothing was replaced.
  package func carryOut(at moment: CivilDateTime) throws(CommandError) -> String? {
    let time = moment.time.description.filter { $0 != ":" }
    do {
      return try restoration.carryOut(at: "\(moment.date)-\(time)")
    } catch {
      throw CommandError(error)
    }
  }
}
