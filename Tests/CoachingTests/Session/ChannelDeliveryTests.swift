import Coaching
import TestSupport
import Testing

/// What becomes of a card on one channel, by the kind of its delivery.
///
/// Given are channels (`desktop confirmed`), what happens in the world (as in `PlanFixture`), the
/// time (`at 23T07:40`), what fails (`fails show desktop`), and steps; the last of them is what is
/// expected to do that.
@Suite struct ChannelDeliveryTests {
  static let deliveries = Case.table(
    """
    what is kept is shown first, since a second time leaves one
      spool kept; look => spool shows morning/23, writes shown morning/23 spool
    what is said is written down first, since a second time would be seen
      terminal said; look => writes shown morning/23 terminal, terminal shows morning/23
    what interrupts too
      terminal interrupting; look => writes shown morning/23 terminal, terminal shows morning/23
    what is confirmed later is not written down yet
      desktop confirmed; look => desktop shows morning/23
    and not shown again while it is on its way
      desktop confirmed; look; look => nothing
    confirmed, it is written down, in one look
      desktop confirmed; look; shown desktop => \
    writes shown morning/23 desktop, desktop renews morning/23
    confirmed twice, it is written down once
      desktop confirmed; look; shown desktop; shown desktop => desktop renews morning/23
    what the ledger does not take is written down with the next look
      desktop confirmed; look; fails record; shown desktop; well; look => \
    writes shown morning/23 desktop, desktop renews morning/23
    of a process before us it is written down as well
      desktop confirmed; look; new; shown desktop => \
    writes shown morning/23 desktop, desktop renews morning/23
    confirmed in quiet hours, it goes at once, and counts as not shown
      desktop confirmed; look; quiet 07:31..08:00; at 23T07:32; shown desktop => \
    desktop settles morning/23, says morning/23 is late
    it comes when they are over
      desktop confirmed; look; quiet 07:31..08:00; at 23T07:32; shown desktop; at 23T08:00; \
    look => desktop shows morning/23
    confirmed in a pause, it goes
      desktop confirmed; look; paused 23T09:00 at 23T07:30; shown desktop => \
    desktop settles morning/23, says morning/23 is late
    confirmed once it is answered, it goes
      desktop confirmed; look; answered sleep 22; shown desktop => \
    desktop settles morning/23, says morning/23 is answered
    confirmed after another has told, it goes
      desktop confirmed; terminal interrupting; look; failed desktop; shown desktop => \
    desktop settles morning/23, says morning/23 is late
    what nobody knows of goes too
      desktop confirmed; at 23T07:00; look; shown desktop => \
    desktop settles morning/23, says morning/23 is late
    what was only held until the channel comes is given again
      desktop confirmed; look; holding desktop => desktop shows morning/23
    but not in quiet hours that began meanwhile
      desktop confirmed; look; quiet 07:31..08:00; at 23T07:32; holding desktop => nothing
    nor when it is answered by then
      desktop confirmed; look; answered sleep 22; holding desktop => nothing
    a channel that comes without holding anything gets nothing twice
      desktop confirmed; look; came desktop => nothing
    what fails later goes to the next that interrupts
      desktop confirmed; terminal interrupting; look; failed desktop => \
    says desktop failed, writes shown morning/23 terminal, terminal shows morning/23
    or is tried again after a pause
      desktop confirmed; look; failed desktop; at 23T07:31; look => desktop shows morning/23
    and not before
      desktop confirmed; look; failed desktop; look => nothing
    what cannot be shown is written down as not shown
      terminal said; fails show terminal; look => writes shown morning/23 terminal, \
    writes not morning/23 terminal, says terminal failed
    what cannot be reached is not written down at all
      terminal said; fails reach terminal; look => says terminal failed
    what is awaited is not tried by the clock
      desktop confirmed; fails await reach desktop; look; at 23T07:40; look => nothing
    what is kept and not written down is shown again
      spool kept; fails record after spool; look; well; at 23T07:31; look => \
    spool shows morning/23, writes shown morning/23 spool
    answered, it leaves each kind once
      spool kept; terminal interrupting; look; answered sleep 22; look => \
    spool settles morning/23, says morning/23 is answered, \
    terminal settles morning/23, says morning/23 is answered
    once is enough
      spool kept; look; answered sleep 22; look; look => nothing
    what could not be taken off is tried again
      spool kept; look; answered sleep 22; fails settle spool; look; well; at 23T07:31; look => \
    spool settles morning/23, says morning/23 is answered
    wanted no more, what was on its way goes as well
      desktop confirmed; spool kept; look; unwanted desktop; look => \
    desktop settles morning/23, says morning/23 is unwanted
    """
  )

  @Test(arguments: deliveries)
  func `Each kind of channel`(_ row: Case) throws {
    let desk = try RecordingWorld("23T07:30")
    desk.channels = []
    var session = desk.session
    for given in row.given {
      desk.log = []
      try take(given, desk, &session)
    }
    let done = desk.log.filter { line in
      !line.hasPrefix("wake") && !line.contains("told") && !line.contains("prompted")
        && !line.contains("ledger") && !line.contains("waits")
    }
    let outline = done.isEmpty ? "nothing" : done.joined(separator: ", ")
    #expect(outline == row.expected, "\(row.rule)")
  }

  private func take(_ given: String, _ desk: RecordingWorld, _ session: inout Session) throws {
    let words = given.split(separator: " ").map(String.init)
    let id = try #require(PromptID("morning/2026-11-23"))
    if words.count == 2, let kind = RecordingWorld.Place.Kind(rawValue: words[1]) {
      desk.channels.append(RecordingWorld.Place(words[0], kind))
      return
    }
    switch words[0] {
    case "look": session.look()
    case "new": session = desk.session
    case "shown": session.shown(id, on: words[1])
    case "failed": session.failed([id], on: words[1], WorldError("refused"))
    case "came": session.came(words[1])
    case "holding": session.came(words[1], holding: [id])
    case "at": desk.now = try PlanFixture.instant(words[1])
    case "fails": desk.failing = [words.dropFirst().joined(separator: " ")]
    case "well": desk.failing = []
    case "unwanted":
      for place in desk.channels.indices where desk.channels[place].name == words[1] {
        desk.channels[place].isWanted = false
      }
    default: try desk.scene.happened(given)
    }
  }
}
