import Coaching
import Machine
import Systemd

/// What changes without a call, and is told to whoever listens.
extension BusInterface {
  /// Says what a session noticed, where that is for others to know.
  func note(_ notice: SessionEvent, on bus: Bus?) {
    switch notice {
    case .prompted(let prompted, _):
      let id = prompted.id.description
      let values: [Value] = [.text(id), .text(prompted.tip ?? ""), .texts(prompted.questions)]
      bus?.say("Prompted", of: BusInterface.name, values)
    case .answered(let question, let day):
      bus?.say("Answered", of: BusInterface.name, [.text(question), .text(day.description)])
    default: break
    }
  }

  /// Compares what the properties say with how it is, and tells what has changed.
  func renew(_ seen: Session.Seen, on bus: Bus?) {
    let now = SystemClock.now
    let (coach, zone) = (seen.coach, seen.context.zone)
    let open = coach.openQuestions(at: now, for: seen.context)
    let fresh = State(
      waiting: open.map(\.id),
      next: seen.next.map { next in
        [
          Value.Entry("prompt", .text(next.id.description)),
          Value.Entry("at", .text(zone.timestamp(next.at))),
        ]
      } ?? [],
      paused: coach.pauseEnd(at: now).map(zone.timestamp) ?? "",
      troubles: state.troubles
    )
    let changed = [
      ("Waiting", fresh.waiting != state.waiting), ("Next", fresh.next != state.next),
      ("Paused", fresh.paused != state.paused),
    ].filter(\.1).map(\.0)
    state = fresh
    if !changed.isEmpty { bus?.changed(changed, of: BusInterface.name) }
  }

  /// Tells of what only the person can mend, in words, where that has changed.
  func renew(troubles: [String], on bus: Bus?) {
    if state.troubles == troubles { return }
    state.troubles = troubles
    bus?.changed(["Troubles"], of: BusInterface.name)
  }
}
