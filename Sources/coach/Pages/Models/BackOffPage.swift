import Coaching

/// How the coach has withdrawn from a person who does not react, as the reading commands give it.
struct BackOffView: Encodable {
  /// The day of the last sign of life.
  var lastSign: String?
  /// The day of the next prompt.
  var next: String

  /// Nil while the person reacts.
  init?(_ coach: Coach, at now: Instant, for outlook: PlanningContext) {
    let today = outlook.calendar.day(at: now)
    let backOff = coach.backOff(at: now, in: outlook.calendar)
    guard backOff.isSilence(on: today) else { return nil }
    lastSign = coach.lastSign(in: outlook.calendar)?.description
    let plan = coach.plan(at: now, for: outlook)
    next = (plan.next?.id.day ?? backOff.next(from: today)).description
  }
}
