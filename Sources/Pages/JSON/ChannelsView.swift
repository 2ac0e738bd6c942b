package import Application
package import Coaching

/// What a channel did with a test prompt, as JSON.
package struct ChannelView: Encodable {
  var channel: String
  /// Whether it has shown it; absent where it is not wanted.
  var shown: Bool?
  var says: String

  package init(_ report: ChannelReport, _ english: Phrases) {
    channel = report.channel
    shown = report.state == .off ? nil : report.state == .well
    says = english.words(for: report.says)
  }
}
