import Coaching

extension Deferral {
  /// Why a prompt waits, in a few words.
  var words: String {
    switch self {
    case .quiet: "quiet hours"
    case .paused: "the coach is paused"
    case .near: "another prompt came a short time before"
    case .locked: "the screen is locked"
    case .inactive: "the session is not in front"
    case .idle: "nobody is at the machine"
    case .inhibited: "the desktop is not to be disturbed"
    case .busy: "it waits for a break in what the person does"
    }
  }
}
