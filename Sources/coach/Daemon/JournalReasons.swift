import Coaching

extension DeferralReason {
  /// Why a prompt waits, in a few words.
  var words: String {
    switch self {
    case .quiet: "quiet hours"
    case .paused: "the coach is paused"
    case .near: "another prompt came a short time before"
    case .locked: "the screen is locked"
    case .inactive: "the session is not in front"
    case .idle: "nobody is at the machine"
    case .presenting: "something holds the screen, a film or a presentation"
    case .inhibited: "the desktop is not to be disturbed"
    case .busy: "it waits for a break in what the person does"
    }
  }
}

extension PassReason {
  /// What became of a prompt that was never shown, and by which rule.
  var words: String { "\(fate): \(rule)" }

  /// What became of it, in one verb or two.
  var fate: String {
    switch self {
    case .missedOff, .missedQuiet, .missedAbsent, .dayEnded: "missed"
    case .answered, .paused, .away, .dayOff, .limit, .near: "suppressed"
    case .dropped: "dropped"
    case .backedOff: "held back"
    }
  }

  /// By which rule.
  var rule: String {
    switch self {
    case .missedOff: "the machine or the service was off or asleep in its window"
    case .missedQuiet: "quiet hours covered its window"
    case .missedAbsent: "the person was not there in its window"
    case .answered: "all that it asks was answered before"
    case .dayEnded: "the day's messages had ended before it could be shown"
    case .paused: "the coach was paused until its window was over"
    case .dropped: "its window was over, and its slot says to drop it then"
    case .away: "the person was away"
    case .dayOff: "a day off"
    case .backedOff: "no sign of life for some days, so less is said"
    case .limit: "its day had as many prompts as “prompts-per-day” lets it have"
    case .near: "another prompt came less than “apart” before, see [limits]"
    }
  }
}
