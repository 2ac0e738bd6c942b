import Coaching
import Configuration
import Storage
import Systemd

/// Why a command could not do what it was asked, with the code it exits with.
struct CommandError: Error {
  /// The exit codes of sysexits(3).
  enum Code: Int32 {
    case usage = 64
    case data = 65
    case unavailable = 69
    case inputOutput = 74
    case configuration = 78
  }

  var code: Code
  var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ error: ConfigurationError) {
    self.init(.configuration, "\(error)")
  }

  /// What is in the file is bad data, which trying again will not mend; the rest is the disk.
  init(_ error: LedgerError) {
    switch error.reason {
    case .notAFile, .notADatabase, .notALedger, .newer, .corrupt: self.init(.data, "\(error)")
    default: self.init(.inputOutput, "\(error)")
    }
  }
}

extension CommandError {
  /// Runs something of libsystemd, whose failures here are the machine's.
  static func ofSystem<Result>(
    _ work: () throws(SystemdError) -> Result
  ) throws(CommandError) -> Result {
    do {
      return try work()
    } catch {
      throw CommandError(.unavailable, "\(error)")
    }
  }
}
