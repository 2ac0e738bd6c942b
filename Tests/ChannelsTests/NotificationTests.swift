import Systemd
import Testing

@testable import Channels
@testable import Coaching

@Suite struct NotificationTests {
  private static let all = Capabilities(["body", "body-markup", "actions", "persistence"])

  private static let help = Card.Ask(
    question: "help",
    text: "How did it go?",
    hint: "taken, declined or could-not",
    choices: [Card.Choice("taken", "Taken"), Card.Choice("could-not", "Could not")],
    none: Card.Choice("none", "No occasion"),
    commands: [.command("Answer with: coach check help taken")]
  )
  private static let energy = Card.Ask(
    question: "energy",
    text: "How wholehearted?",
    hint: "a number",
    choices: [],
    none: Card.Choice("none", "No occasion"),
    commands: [.command("Answer with: coach check energy 7")]
  )

  private func card(_ asks: [Card.Ask], said: [Card.Line] = [.text("Ask once.")]) -> Card {
    var card = Card.sample(slot: "evening", subject: "Evening", lines: [])
    card.said = said
    card.asks = asks
    card.labels = Card.Labels(answer: "Answer…", snooze: "Snooze", notNow: "Not now")
    return card
  }

  private func keys(_ notification: Notification) -> [String] {
    notification.buttons.map { $0.key.replacing(":evening/2026-11-22", with: "") }
  }

  @Test func `A question with few answers has them as buttons, and no command`() {
    let notification = Notification(card([NotificationTests.help]), for: NotificationTests.all)
    #expect(notification.body == "How did it go?\n\nAsk once.")
    #expect(
      notification.buttons.map(\.label).joined(separator: "|") == """
        Taken|Could not|No occasion|Snooze|Not now
        """
    )
    #expect(
      keys(notification) == [
        "answer:help:taken", "answer:help:could-not", "answer:help:none", "snooze", "not-now",
      ]
    )
  }

  @Test func `A question whose answer is typed has its command and a button that shows it`() {
    let energy = card([NotificationTests.energy])
    let notification = Notification(energy, for: NotificationTests.all)
    #expect(keys(notification) == ["ask:energy", "snooze", "not-now"])
    #expect(
      notification.body == """
        How wholehearted?
        <i>Answer with: coach check energy 7</i>

        Ask once.
        """
    )
    let asking = Notification(energy, for: NotificationTests.all, asking: "energy")
    #expect(keys(asking) == ["answer:energy:none", "snooze", "not-now"])
    #expect(asking.body == "How wholehearted?\n<i>Answer with: coach check energy 7</i>")
  }

  @Test func `Of several questions one has the buttons, and comes first`() {
    let both = card([NotificationTests.energy, NotificationTests.help], said: [])
    let notification = Notification(both, for: NotificationTests.all)
    #expect(keys(notification).first == "answer:help:taken")
    #expect(
      notification.body == """
        How did it go?

        How wholehearted?
        <i>Answer with: coach check energy 7</i>
        """
    )
  }

  @Test func `A server with a line to write in takes an answer there`() {
    let server = Capabilities(["body", "actions", "inline-reply"])
    let notification = Notification(card([NotificationTests.energy]), for: server)
    #expect(keys(notification) == ["inline-reply", "snooze", "not-now"])
    #expect(notification.placeholder == "a number")
    let hints = notification.arguments(replacing: 0)[6]
    #expect("\(hints)".contains("x-kde-reply-placeholder-text"))
    #expect(Notification(card([NotificationTests.help]), for: server).placeholder == nil)
    let mute = Capabilities(["body", "inline-reply"])
    #expect(Notification(card([NotificationTests.energy]), for: mute).placeholder == nil)
  }

  @Test func `A server without buttons gets the commands, one without a body the question`() {
    let plain = Notification(card([NotificationTests.help]), for: Capabilities(["body"]))
    #expect(plain.buttons == [])
    #expect(plain.body == "How did it go?\nAnswer with: coach check help taken\n\nAsk once.")
    let short = Notification(card([NotificationTests.help]), for: Capabilities([]))
    #expect(short.summary == "How did it go?")
    #expect(short.body == "")
    #expect(Notification(card([]), for: Capabilities([])).summary == "Evening")
  }

  static let texts = [
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("<a href='x'>press</a>", "&lt;a href='x'&gt;press&lt;/a&gt;"),
    ("&amp;", "&amp;amp;"),
    ("one\u{1B}[31mtwo\u{202E}three\u{0}", "one [31mtwo three"),
  ]

  @Test(arguments: texts) func `Markup in a text means itself`(text: String, body: String) {
    let hostile = card([], said: [.text(text)])
    #expect(Notification(hostile, for: NotificationTests.all).body == body)
    #expect(Notification(hostile, for: Capabilities(["body"])).body == text.printable)
  }

  @Test func `A very long text is cut before it is escaped`() {
    let text = String(repeating: "&", count: 100_000)
    let notification = Notification(
      card([], said: [.text(text), .text("more")]),
      for: NotificationTests.all
    )
    #expect(notification.body == String(repeating: "&amp;", count: 1999) + "…")
    var named = card([])
    named.subject = String(repeating: "長", count: 5000)
    #expect(Notification(named, for: NotificationTests.all).summary.count == 160)
  }

  @Test func `A tip passes by, a question stays`() {
    func said(_ card: Card) -> [Value] {
      Notification(card, for: NotificationTests.all).arguments(replacing: 7)
    }
    let tip = said(card([]))
    let question = said(card([NotificationTests.help]))
    #expect(tip[1] == .count(7))
    #expect(tip[7] == .int(-1))
    #expect(question[7] == .int(0))
    let tag = Value.text("coach-evening/2026-11-22")
    let common = [
      Value.Entry("desktop-entry", .text("org.activeservice.Coach")),
      Value.Entry("x-canonical-private-synchronous", tag),
      Value.Entry("x-dunst-stack-tag", tag),
    ]
    let ofTip = [
      Value.Entry("urgency", .byte(0)), Value.Entry("category", .text("x-coach.tip")),
    ]
    let ofQuestion = [
      Value.Entry("urgency", .byte(1)), Value.Entry("category", .text("x-coach.checkin")),
    ]
    #expect(tip[6] == .table(ofTip + common + [Value.Entry("transient", .flag(true))]))
    #expect(question[6] == .table(ofQuestion + common))
  }

  static let deeds = [
    "answer:help:could-not:evening/2026-11-22", "ask:energy:evening/2026-11-22",
    "snooze:evening/2026-11-22", "not-now:evening/2026-11-22",
  ]

  @Test(arguments: deeds) func `A key says what to do, to whoever reads it`(key: String) {
    #expect(NotificationAction(key: key)?.key == key)
  }

  static let strangers = [
    "", "default", "snooze", "snooze:", "snooze:evening", "snooze:evening/2026-02-30",
    "inline-reply",
    "answer:help:evening/2026-11-22", "answer:a:b:c:evening/2026-11-22", "ask:evening/2026-11-22",
    "rate:evening/2026-11-22", "snooze:evening/2026-11-22:", "mail.open:17",
  ]

  @Test(arguments: strangers) func `Another program's key is none of ours`(key: String) {
    #expect(NotificationAction(key: key) == nil)
  }
}
