/// Where prompts appear: what one channel does here, or has done with a test prompt.
package struct ChannelReport {
  package enum State: String, Sendable {
    /// It is there, or has shown what it was given.
    case well
    /// It is not there, or has failed.
    case amiss
    /// The person does not want it.
    case off
  }

  /// The channel's name in coach.toml.
  package var channel: String
  package var state: State
  /// What it is, or did, in a few words.
  package var says: Saying

  package init(_ channel: String, _ state: State, _ says: any Sayable) {
    self.channel = channel
    self.state = state
    self.says = says.saying
  }
}
