import Coaching
import Configuration
import Machine
import Pages

extension Daemon {
  /// Tells the person at the terminal who speaks here, and what comes next.
  func sayWhoSpeaks() {
    let phrases = configuration.teaching.phrases
    var next = phrases("status-no-next")
    if let seen, let coming = seen.next {
      let moment = phrases.moment(coming.at, in: seen.context.zone, seenAt: SystemClock.now)
      let words = [phrases.slot(coming.id.slot), coming.words(moment, phrases)]
      next = words.joined(separator: phrases("comma"))
    }
    Output.say(phrases("speaks-here", ("next", phrases.labelled(phrases("next"), next))))
  }
}
