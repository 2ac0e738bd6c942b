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

  @Test func `What is asked is not pushed out of sight by what is told beside it`() {
    let long = String(repeating: "And so on. ", count: 30)
    let said: [Card.Line] = [.text("Ask once."), .text("Why: x."), .text(long)]
    let lines = [
      "Ask once.", "Why: x.", "How did it go?", "Answer with: “coach check help taken”.",
    ]
    for server in ["gnome-shell", "lxqt-notificationd", "Plasma"] {
      let content = Notification(
        cards.card([NotificationTests.help], said: said),
        for: Capabilities(["body", "actions"], of: server)
      )
      #expect(content.body == (lines + [long.printable]).joined(separator: "\n"), "\(server)")
    }
    let tip = Notification(cards.card([], said: said), for: Capabilities(["body"]))
    #expect(tip.body == ["Ask once.", "Why: x.", long.printable].joined(separator: "\n"))
  }

  @Test func `Where no line is broken, each is short enough for any screen`() {
    let long = String(repeating: "And so on. ", count: 30)
    let fnott = Capabilities(["body", "actions"], of: "fnott")
    let body = Notification(cards.card([], said: [.text(long)]), for: fnott).body
    let rows = body.split(separator: "\n")
    #expect(rows.joined(separator: " ") == long.printable)
    #expect(rows.allSatisfy { $0.count <= 50 } && rows.count > 6)
  }

  @Test func `Where four rows are shown lines that do not fit are joined`() {
    var card = cards.card([NotificationTests.help], said: [.text("Why: x.")])
    card.short = "Keep one gap in the day for whoever comes to you in it."
    let mako = Capabilities(["body", "actions"], of: "mako")
    let body = "\(card.short ?? "") How did it go? Answer with: coach check help taken"
    card.said = []
    card.asks[0].text = "How did it go, when you look back on all of it?"
    #expect(
      Notification(card, for: mako).body
        == body.replacing("How did it go?", with: card.asks[0].text)
    )
  }

  @Test func `Where more than three actions become a list there are three`() {
    let lxqt = Capabilities(["body", "actions"], of: "lxqt-notificationd")
    for asks in [[], [NotificationTests.help], [NotificationTests.scale([])]] {
      let content = Notification(cards.card(asks), for: lxqt)
      for page in [Notification.View.Page.first, .rest(0), .range(0...10)] {
        let view = Notification.View(question: asks.first?.question, page: page)
        let shown = Notification(cards.card(asks), for: lxqt, view: view)
        #expect((shown.arguments(replacing: 0)[5].texts ?? []).count <= 6)
      }
      #expect(content.opens == nil || content.buttons.contains { $0.key == "default" })
    }
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
