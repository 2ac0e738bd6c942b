import Systemd
import TestSupport
import Testing

@testable import Channels
@testable import Coaching

@Suite struct NotificationTests {
  private static let all = Capabilities(["body", "body-markup", "actions", "persistence"])

  static let help = Card.Ask(
    question: "help",
    text: "How did it go?",
    hint: "taken, declined or could-not",
    choices: [
      Card.Choice("taken", "Taken"), Card.Choice("declined", "Declined"),
      Card.Choice("could-not", "Could not"),
    ],
    none: Card.Choice("none", "No occasion"),
    commands: [.command("Answer with: {command}", .answer(name: "help", answers: ["taken"]))]
  )
  private static let energy = scale([])

  /// A question that is answered on a scale, of which some answers are likely.
  static func scale(_ likely: [String]) -> Card.Ask {
    var ask = Card.Ask(
      question: "energy",
      text: "How wholehearted?",
      hint: "a number",
      choices: [],
      none: Card.Choice("none", "No occasion"),
      commands: [.command("Answer with: {command}", .answer(name: "energy", answers: ["7"]))]
    )
    ask.range = 0...10
    ask.likely = likely.map { Card.Choice($0, $0) }
    return ask
  }

  /// One that is answered by a time.
  static func time(_ likely: [String]) -> Card.Ask {
    var ask = Card.Ask(
      question: "sleep",
      text: "When?",
      hint: "a time",
      choices: [],
      none: nil,
      commands: [.command("Answer with: {command}", .answer(name: "sleep", answers: ["23:40"]))]
    )
    ask.likely = likely.map { Card.Choice($0, $0) }
    return ask
  }

  private static let done = Card.Ask(
    question: "done",
    text: "Done?",
    hint: "yes or no",
    choices: [Card.Choice("yes", "Yes"), Card.Choice("no", "No")],
    none: Card.Choice("none", "No occasion"),
    commands: [.command("Answer with: {command}", .answer(name: "done", answers: ["yes"]))]
  )

  func card(_ asks: [Card.Ask], said: [Card.Line] = [.text("Ask once.")]) -> Card {
    var card = Card.sample(slot: "evening", subject: "Evening", lines: [])
    card.said = said
    card.asks = asks
    card.labels = Card.Labels(
      answer: "Answer…",
      more: "More…",
      other: "Other…",
      snooze: "Later",
      notNow: "Not now",
      kept: "Done",
      released: "Let it go",
      open: "Open",
      within: "“{command}”."
    )
    return card
  }

  private func keys(_ notification: Notification) -> [String] {
    notification.buttons.map { $0.key.replacing(":evening/2026-11-22", with: "") }
  }

  // MARK: - Buttons

  /// Each page of a card as `label label (click on the body)`; `write` is a line of the server's.
  static let pages = Case.table(
    """
    an outcome has the two likeliest, and the rest behind them
      outcome => Taken, Declined, More… (more 0)
    the rest leads on to what puts off
      outcome; more 0 => Could not, No occasion, More… (more 2)
    and from its end back to the beginning
      outcome; more 2 => Later, Not now (first)
    a yes-no has its two and can wait
      yes-no => Yes, No, Later (more 0)
    with what is left behind a click on its body
      yes-no; more 0 => No occasion, Not now (first)
    a scale of which nothing is known has no number
      scale => Answer…, Later, More… (0-10)
    but all of them behind that
      scale; 0-10 => 0–4, 5, 6–10 (more 0)
    part by part
      scale; 0-4 => 0–1, 2, 3–4 (more 0)
    to the last
      scale; 3-4 => 3, 4, More… (more 0)
    no occasion is among the rest
      scale; more 0 => No occasion, Not now (first)
    what is known of a scale has its buttons, in their order
      scale 8 7 => 7, 8, Other… (0-10)
    and beside it what comes next to it
      scale 8 7; 0-10 => 0–8, 9, 10 (more 0)
    at the other end too
      scale 0 1; 0-10 => 0–1, 2, 3–10 (more 0)
    then it can wait behind them
      scale 8 7; more 0 => No occasion, Later, Not now (first)
    one that is known leaves room to wait
      scale 7 => 7, Other…, Later (0-10)
    a time of which nothing is known is written
      time => Answer…, Later, Not now (ask)
    there always is one, so no occasion is none
      time 23:10; more 0 => Not now (first)
    a time that is usual has its button
      time 23:10 23:00 => 23:10, 23:00, Other… (ask)
    and what can be done else is behind it
      time 23:10 23:00; more 0 => Later, Not now (first)
    with a line to write in, that is where an answer is written
      time 23:10 23:00; write => 23:10, 23:00, Other… by line (more 0)
    a scale as well
      scale; write => Answer… by line, Later, More… (more 0)
    whose numbers are behind that, for a mouse alone
      scale; write; more 0 => 0–4, 5, More… (more 2)
    with what else can be done
      scale; write; more 2 => 6–10, No occasion, Not now (first)
    but not where there are answers to choose from
      outcome; write => Taken, Declined, More… (more 0)
    a self-check has more than one line to write
      form; write => Answer…, Later, Not now (ask)
    a reminder is done, put off, or let go
      reminder => Done, Later, More… (more 0)
    behind that
      reminder; more 0 => Let it go, Not now (first)
    where no button can be seen, a click leads to a window
      outcome; unseen => Taken, Declined, More… (ask)
    from what reminds as well
      reminder; unseen => Done, Later, More… (ask)
    and from a tip to nothing
      tip; unseen => Later, Not now (nothing)
    a tip asks nothing, and a click on it is nothing of ours
      tip => Later, Not now (nothing)
    what opens a page is opened by a click on it
      opens => Open, Later, Not now (open)
    also where no button can be seen
      opens; unseen => Open, Later, Not now (open)
    but a click never throws a question away
      opens; yes-no => Yes, No, Later (more 0)
    behind which it is
      opens; yes-no; more 0 => No occasion, Not now, Open (first)
    """
  )

  @Test(arguments: pages) func `The buttons`(_ row: Case) throws {
    var card = card([])
    var server = Capabilities(["body", "actions"])
    var view = Notification.View()
    for given in row.given {
      let words = given.split(separator: " ").map(String.init)
      switch words[0] {
      case "outcome": card.asks = [NotificationTests.help]
      case "yes-no": card.asks = [NotificationTests.done]
      case "scale": card.asks = [NotificationTests.scale(Array(words.dropFirst()))]
      case "time": card.asks = [NotificationTests.time(Array(words.dropFirst()))]
      case "form": card.forms = [NotificationTests.time([])]
      case "reminder": card.isReminder = true
      case "opens": card.opens = .report
      case "tip": break
      case "unseen": server = Capabilities(["body", "actions"], of: "dunst")
      case "write": server = Capabilities(["body", "actions", "inline-reply"])
      case "more": view.page = .rest(try #require(Int(words[1])))
      default:
        let ends = words[0].split(separator: "-").compactMap { Int($0) }
        view.page = .range(ends[0]...ends[1])
      }
    }
    let notification = Notification(card, for: server, view: view)
    let labels = notification.buttons.map { button in
      button.label + (button.key == "inline-reply" ? " by line" : "")
    }
    let outline = "\(labels.joined(separator: ", ")) (\(words(notification.opens)))"
    #expect(outline == row.expected, "\(row.rule)")
    #expect(notification.buttons.count <= 3)
  }

  private func words(_ action: NotificationAction?) -> String {
    switch action {
    case .more(_, let start, _): start.map { "more \($0)" } ?? "first"
    case .range(let range, _, _): "\(range.lowerBound)-\(range.upperBound)"
    case .ask: "ask"
    case .open: "open"
    case nil: "nothing"
    default: "something else"
    }
  }

  /// Every button that can be reached from the first page by buttons and clicks on the body.
  private func reachable(_ card: Card, _ server: Capabilities) -> [String] {
    var views: [Notification.View] = [Notification.View()]
    var keys: [String] = []
    var place = 0
    while place < views.count {
      let content = Notification(card, for: server, view: views[place])
      place += 1
      keys += content.buttons.map(\.key).filter { !keys.contains($0) }
      let actions = content.buttons.compactMap { NotificationAction(key: $0.key) } + [content.opens]
      for action in actions.compactMap(\.self) {
        var view = Notification.View(action)
        // A window that is closed without an answer leads to the rest.
        if case .ask(let question, _) = action { view = .init(question: question, page: .rest(0)) }
        if !views.contains(view) { views.append(view) }
      }
    }
    return keys
  }

  @Test func `Every answer can be reached, and to wait as well, from every card`() {
    let server = Capabilities(["body", "actions"])
    let numbers = (0...10).map { "answer:energy:\($0):evening/2026-11-22" }
    for likely in [[], ["7"], ["7", "8"], ["0", "10"], ["5", "3"]] {
      let keys = reachable(card([NotificationTests.scale(likely)]), server)
      #expect(numbers.allSatisfy(keys.contains), "\(likely)")
      #expect(keys.contains("answer:energy:none:evening/2026-11-22"), "\(likely)")
    }
    for ask in [
      NotificationTests.help, NotificationTests.done, NotificationTests.scale(["7", "8"]),
      NotificationTests.scale([]), NotificationTests.time([]), NotificationTests.time(["23:10"]),
    ] {
      let keys = reachable(card([ask]), server)
      #expect(keys.contains("snooze:evening/2026-11-22"), "\(ask.question)")
      #expect(keys.contains("not-now:evening/2026-11-22"), "\(ask.question)")
      for choice in ask.choices + [ask.none].compactMap(\.self) {
        #expect(keys.contains("answer:\(ask.question):\(choice.answer):evening/2026-11-22"))
      }
    }
  }

  // MARK: - What there is to read

  @Test func `What a tip says comes first, then what is asked and how it is answered`() {
    let said: [Card.Line] = [.text("Ask once."), .blank, .text("Why: x.")]
    var asking = card([NotificationTests.help], said: said)
    asking.title = "One question ahead"
    asking.digest = [.text("One was missed.")]
    let notification = Notification(asking, for: NotificationTests.all)
    #expect(notification.summary == "One question ahead")
    #expect(
      notification.body == """
        Ask once.
        Why: x.
        How did it go?
        <i>Answer with: “coach check help taken”.</i>
        One was missed.
        """
    )
    asking.digest = []
    let last = Notification(asking, for: NotificationTests.all).body.split(separator: "\n").last
    #expect(last == "<i>Answer with: coach check help taken</i>")
  }

  @Test func `Of several questions one has the buttons, and comes first`() {
    let both = card([NotificationTests.energy, NotificationTests.help], said: [])
    let notification = Notification(both, for: NotificationTests.all)
    #expect(keys(notification).first == "answer:help:taken")
    #expect(
      notification.body == """
        How did it go?
        <i>Answer with: “coach check help taken”.</i>
        How wholehearted?
        <i>Answer with: coach check energy 7</i>
        """
    )
  }

  @Test func `Asked for more, a card has the question alone, and why nothing came of an answer`() {
    let both = card([NotificationTests.energy, NotificationTests.help])
    var view = Notification.View(question: "energy", page: .range(0...10))
    view.reason = "“x” is no answer here."
    #expect(
      Notification(both, for: Capabilities(["body", "actions"]), view: view).body == """
        “x” is no answer here.
        How wholehearted?
        Answer with: coach check energy 7
        """
    )
  }

  @Test func `A server with a line to write in takes an answer there`() {
    let server = Capabilities(["body", "actions", "inline-reply"])
    let notification = Notification(card([NotificationTests.energy]), for: server)
    #expect(keys(notification) == ["inline-reply", "snooze", "more:energy:0"])
    #expect(notification.placeholder == "a number")
    let hints = notification.arguments(replacing: 0)[6]
    #expect("\(hints)".contains("x-kde-reply-placeholder-text"))
    #expect(Notification(card([NotificationTests.help]), for: server).placeholder == nil)
    let mute = Capabilities(["body", "inline-reply"])
    #expect(Notification(card([NotificationTests.energy]), for: mute).placeholder == nil)
  }

  @Test func `A server without buttons gets no click either, one without a body the question`() {
    let plain = Notification(card([NotificationTests.help]), for: Capabilities(["body"]))
    #expect(plain.buttons == [])
    #expect(plain.opens == nil)
    #expect(plain.body == "Ask once.\nHow did it go?\nAnswer with: coach check help taken")
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
    named.title = String(repeating: "長", count: 5000)
    #expect(Notification(named, for: NotificationTests.all).summary.count == 160)
  }

  @Test func `Every card pops up and is kept; a tip passes by, what is asked or due stays`() {
    func said(_ card: Card) -> [Value] {
      Notification(card, for: NotificationTests.all).arguments(replacing: 7)
    }
    var reminder = card([])
    reminder.isReminder = true
    var form = card([])
    form.forms = [NotificationTests.time([])]
    let cards = [
      (card([]), "x-coach.tip", -1), (card([NotificationTests.help]), "x-coach.checkin", 0),
      (form, "x-coach.checkin", 0), (reminder, "x-coach.reminder", 0),
    ]
    let tag = Value.text("coach-evening/2026-11-22")
    for (card, category, expires) in cards {
      let arguments = said(card)
      #expect(arguments[1] == .count(7))
      #expect(arguments[2] == .text("org.activeservice.Coach"))
      #expect(arguments[7] == .int(Int32(expires)))
      let hints = [
        Value.Entry("urgency", .byte(1)), Value.Entry("category", .text(category)),
        Value.Entry("desktop-entry", .text("org.activeservice.Coach")),
        Value.Entry("x-canonical-private-synchronous", tag),
        Value.Entry("x-dunst-stack-tag", tag),
      ]
      #expect(arguments[6] == .table(hints))
    }
    #expect(said(card([NotificationTests.help]))[5].texts?.suffix(2) == ["default", "More…"])
  }

  static let deeds = [
    "answer:help:could-not:evening/2026-11-22", "ask:energy:evening/2026-11-22",
    "answer:sleep:23:40:evening/2026-11-22", "more:help:2:evening/2026-11-22",
    "more:help::evening/2026-11-22", "more::0:promise-3/2026-11-22",
    "range:energy:0-4:evening/2026-11-22", "kept:promise-3/2026-11-22",
    "released:promise-3/2026-11-22",
    "snooze:evening/2026-11-22", "not-now:evening/2026-11-22",
  ]

  @Test(arguments: deeds) func `A key says what to do, to whoever reads it`(key: String) {
    #expect(NotificationAction(key: key)?.key == key)
  }

  static let strangers = [
    "", "default", "snooze", "snooze:", "snooze:evening", "snooze:evening/2026-02-30",
    "inline-reply",
    "answer:help:evening/2026-11-22", "answer:a:b:c:evening/2026-11-22", "ask:evening/2026-11-22",
    "more:help:-1:evening/2026-11-22", "more:help:x:evening/2026-11-22",
    "range:energy:4-0:evening/2026-11-22", "range:energy:0-11:evening/2026-11-22",
    "range:energy:0:evening/2026-11-22", "missed:promise-3/2026-11-22",
    "rate:evening/2026-11-22", "snooze:evening/2026-11-22:", "mail.open:17",
  ]

  @Test(arguments: strangers) func `Another program's key is none of ours`(key: String) {
    #expect(NotificationAction(key: key) == nil)
  }
}
