package import Coaching
package import Configuration
package import Storage

/// Why something could not be done that was asked for.
///
/// It has what it failed for, and what there is to say of what happened and what to do about it; it
/// is worded where it is shown.
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
  package var said: Saying

  package init(_ kind: Kind, _ said: Saying) {
    self.kind = kind
    self.said = said
  }

  /// - Parameters:
  ///   - kind: What it failed for.
  ///   - frame: The frame that says so.
  ///   - places: What fills it.
  package init(_ kind: Kind, _ frame: String, _ places: (name: String, value: any Sayable)...) {
    self.init(kind, .frame(frame, Saying.places(places)))
  }

  /// - Parameters:
  ///   - kind: What it failed for.
  ///   - words: What the machine says, or a file's reader, in words of their own.
  package init(_ kind: Kind, words: String) { self.init(kind, .text(words)) }

  /// In the words of a language.
  package func words(in phrases: Phrases) -> String { phrases.words(for: said) }

  package init(_ error: ConfigurationError) {
    self.init(.configuration, words: "\(error)")
  }

  /// What is in the file is bad data, which trying again will not mend; the rest is the disk.
  package init(_ error: LedgerError) {
    self.init(Kind(error.reason), words: "\(error)")
  }

  package init(_ error: BackupError) {
    let kind: Kind =
      switch error.reason {
      case .unfit: .data
      case .ledger(let reason): Kind(reason)
      case .changed, .held: .unavailable
      case .disk: .inputOutput
      }
    self.init(kind, words: "\(error)")
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

extension CommandError: Sayable {
  package var saying: Saying { said }
}
