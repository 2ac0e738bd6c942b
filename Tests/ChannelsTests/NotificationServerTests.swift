import Systemd
import Testing

@testable import Channels
@testable import Coaching

/// What a card has to be on some servers, which say less of themselves than one has to know.
@Suite struct NotificationServerTests {
  private let cards = NotificationTests()

  @Test func `Where few lines are shown what is asked goes before the reason`() {
    let said: [Card.Line] = [.text("Ask once, and mean it."), .text("Why: x.")]
    var asking = cards.card([NotificationTests.help], said: said)
    asking.short = "Ask once."
    let mako = Capabilities(["body", "actions"], of: "mako")
    #expect(
      Notification(asking, for: mako).body == """
        Ask once.
        How did it go?
        Answer with: “coach check help taken”.
        Why: x.
        """
    )
    asking.asks = []
    #expect(Notification(asking, for: mako).body == "Ask once, and mean it.\nWhy: x.")
  }

  @Test func `Where a click on the body is drawn as a button, it is one of the three`() {
    let xfce = Capabilities(["body", "actions"], of: "Xfce Notify Daemon")
    let drawn = { (asks: [Card.Ask]) in
      Notification(cards.card(asks), for: xfce).arguments(replacing: 0)[5].texts ?? []
    }
    let outcome = drawn([NotificationTests.help])
    #expect(outcome.suffix(2) == ["default", "More…"])
    #expect(outcome.count == 6)
    #expect(drawn([NotificationTests.scale(["7", "8"])]).suffix(2) == ["default", "Other…"])
  }

  @Test func `A line to write in that is promised and not drawn is none`() {
    let swaync = Capabilities(["body", "actions", "inline-reply"], of: "SwayNotificationCenter")
    let buttons = Notification(cards.card([NotificationTests.time([])]), for: swaync).buttons
    #expect(buttons.first?.key == "ask:sleep:evening/2026-11-22")
  }
}
