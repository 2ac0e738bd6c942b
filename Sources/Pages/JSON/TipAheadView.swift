package import Application
import Coaching

/// A tip that would come, as the reading commands give it.
package struct TipAheadView: Encodable {
  var day: String
  var tip: String
  var title: String
  var action: String
  var why: String
  var claim: String?
  var because: String?
  var reason: ReasonView?

  package init(_ ahead: TipAhead, isReasoned: Bool) {
    day = ahead.day.description
    tip = ahead.tip.id
    title = ahead.tip.wording.title
    action = ahead.tip.wording.action
    why = ahead.tip.wording.why
    claim = ahead.explained?.chosen.claim.description
    because = ahead.explained?.sentence
    reason = isReasoned ? ahead.explained.map(ReasonView.init) : nil
  }
}
