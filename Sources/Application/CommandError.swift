package import Configuration
package import Storage

/// Why something could not be done that was asked for: what it failed for, and a sentence of what
/// happened and what to do about it.
package struct CommandError: Error, Equatable {
  /// What it failed for.
  package enum Kind {
    /// It was asked for in no form that there is.
    case usage
    /// What was said, or what is in a file, is not what can be taken.
    case data
    /// What it takes is not there.
    case unavailable
    case inputOutput
    case configuration
    /// The program itself, or what it runs on, is not as it has to be.
    case software
  }

  package var kind: Kind
  package var message: String

  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  package init(_ error: ConfigurationError) {
    self.init(.configuration, "\(error)")
  }

  /// What is in the file is bad data, which trying again will not mend; the rest is the disk.
  package init(_ error: LedgerError) {
    self.init(Kind(error.reason), "\(error)")
  }

  package init(_ error: BackupError) {
    let kind: Kind =
      switch error.reason {
      case .unfit: .data
      case .ledger(let reason): Kind(reason)
      case .changed, .held: .unavailable
      case .disk: .inputOutput
      }
    self.init(kind, "\(error)")
  }
}

extension CommandError.Kind {
  fileprivate init(_ reason: LedgerError.Reason) {
    switch reason {
    case .notAFile, .notADatabase, .notALedger, .newer, .corrupt: self = .data
    default: self = .inputOutput
    }
  }
}
