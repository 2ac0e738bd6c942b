package import Coaching
import Configuration

/// Why nothing is ever said, by what is configured.
package enum MuteReason: String {
  case off
  case quiet
  case noChannel = "no-channel"

  /// For a person in their language.
  package func words(_ phrases: Phrases) -> String {
    switch self {
    case .off: phrases("silent-off")
    case .quiet: phrases("silent-quiet")
    case .noChannel: phrases("silent-no-channel")
    }
  }
}

extension Workspace {
  /// Why nothing is ever said; nil where something is.
  package var silence: MuteReason? {
    switch context.silence(at: now) {
    case .alwaysOff?: return .off
    case .alwaysQuiet?: return .quiet
    default: return configuration.settings.channels.isEmpty ? .noChannel : nil
    }
  }
}
