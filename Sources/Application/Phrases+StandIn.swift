package import Coaching
package import Configuration

extension Phrases {
  /// What is in force in the place of a configuration that is not, as a sentence.
  package func words(for standIn: Configuration.StandIn) -> String {
    switch standIn {
    case .lastGood: self("stand-in-last-good")
    case .partly: self("stand-in-partly")
    case .defaults: self("stand-in-defaults")
    }
  }
}
