import Coaching
import TestSupport

/// Whether the person is there, as somebody else keeps book of it.
final class Attendance {
  /// As the service is told; nil where nobody tells.
  private(set) var presence: Presence?
  /// Since when they have been there without a break, by their clock.
  private var thereSince = Instant.distantPast
  /// Whether nothing but what interrupts them shows a prompt.
  let isAlone: Bool

  init(presence: Presence?, isAlone: Bool) {
    self.presence = presence
    self.isAlone = isAlone
  }

  /// They come back.
  func come(at now: Instant) {
    presence?.hindrance = nil
    presence?.back = now
    thereSince = now
  }

  func go(for why: DeferralReason) { presence?.hindrance = why }

  /// The clock is another one.
  func changed(at now: Instant) { thereSince = min(thereSince, now) }

  /// From when on a prompt has to be shown that could be shown from an instant on, where it waits
  /// for the person; it does so until long enough after it was due, wherever a clock was set to.
  func isOwed(from start: Instant, due: Instant = .distantPast, waits: Bool) -> Instant {
    guard waits, let presence else { return start }
    if presence.hindrance != nil { return .distantFuture }
    return max(start, due, thereSince).adding(seconds: presence.patienceSeconds)
  }
}

extension Witness {
  /// Until when a prompt is of use: what reminds of a promise, until its reserve begins.
  private func usefulUntil(_ prompted: PromptContent) -> Instant {
    guard let number = Pledges.number(ofReminder: prompted.id.slot),
      let pledge = pledges.all[number], let entry = pledge.entry, let due = pledge.due
    else { return prompted.until }
    let reserve = due.adding(seconds: -entry.reserveSeconds)
    return prompted.due < reserve ? min(prompted.until, reserve) : prompted.until
  }

  /// Complains of a prompt that comes between a person and what they do before its time.
  func seeThatNobodyIsDisturbed(_ id: PromptID, at now: Instant) {
    guard let presence = attendance.presence, let known = prompts[id] else { return }
    if presence.hindrance != nil {
      complain("nobody is interrupted who is not there", "\(id)", at: now)
    }
    let due = known.prompted.due
    let window = usefulUntil(known.prompted).seconds - due.seconds
    let last = due.adding(seconds: min(presence.patienceSeconds, window / 2))
    let isBack = presence.back.map { $0 >= due } ?? false
    if known.snoozedUntil == nil, !isBack, due <= now, now < last {
      complain("a prompt waits for a break", "\(id)", at: now)
    }
  }
}

extension Life {
  /// The person comes back or goes, before a machine that is on.
  func comeOrGo() {
    let attendance = world.witness.attendance
    guard let presence = attendance.presence else { return }
    if isMachineOn {
      if presence.hindrance != nil {
        attendance.come(at: now)
      } else {
        attendance.go(for: draw.pick([.locked, .idle, .inactive, .presenting, .inhibited]))
      }
      trail.note("the person: \(attendance.presence?.hindrance?.rawValue ?? "there")", at: now)
      looks.events += 1
      look()
    }
    plan(.presence, in: Int64(1 + draw.below(draw.pick([600, 3600, 4 * 3600, 20 * 3600]))))
  }
}
