import TestSupport
import Testing

@testable import Channels
@testable import Coaching

/// The desktop's states: what happened so far, and what follows from the last of it.
///
/// Servers are `A`, `B`; prompts are `morning` and `evening`. `can` says what a server can do,
/// `can tags` that it replaces by name too; `answers 7` is the answer to what was sent last,
/// `answers 7 of B` another server's. `restart` is another process with the notes of this one.
/// Where notes are expected they stand behind a bar.
@Suite struct DesktopStateTests {
  static let transitions = Case.table(
    """
    a bus that comes is asked who is there
      bus => find
    without a bus nothing can be shown
      nobus; show morning => refuses: There is no session bus
    what waited for the bus is given up when there is none
      show morning; nobus => failed morning, awaited
    a server that is there is asked what it can do
      bus; owner A => ask
    without one nobody is started for nothing
      bus; owner - => nothing
    with something to show somebody is
      bus; owner -; show morning => ask
    but only once for a card where nobody comes
      bus; owner -; show morning; cannot; show morning => refuses: No notification server is there
    another card tries again
      bus; owner -; show morning; cannot; show evening => ask
    what nobody comes for is awaited
      bus; owner -; show morning; cannot => failed morning, awaited
    what a server does not answer is tried again by the clock
      bus; owner A; show morning; cannot => failed morning
    then it is asked anew
      bus; owner A; show morning; cannot; show evening => ask
    a server that is ready gets a card at once, and it is noted before
      READY; show morning => sends morning to A | A sent morning
    what waited for a server is not sent before the plan is asked
      bus; owner A; show morning; can => came holding morning
    what is wanted then is sent
      bus; owner A; show morning; can; show morning => sends morning to A
    what is not is not shown
      bus; owner A; show morning; can; planned morning; show evening => \
    sends evening to A | A sent evening
    an answer says that it is shown, and its number
      READY; show morning; answers 7 => shown morning | A 7 shown morning
    a server without a number has not shown it
      READY; show morning; answers nothing => failed morning
    refused, it is given up
      READY; show morning; refuses => failed morning | nothing
    what is not answered in time is awaited
      READY; show morning; late => failed morning, awaited | A sent morning
    and not sent again
      READY; show morning; late; show morning => \
    refuses: The notification server has not answered in 10 s.
    answered after all, the session says whether it stays
      READY; show morning; late; answers 7 => shown morning | A 7 shown morning
    shown, it is not sent again by itself
      READY; show morning; answers 7; renew morning => nothing
    what it says by now takes its place
      READY; show morning; answers 7; renew morning changed => sends morning to A for 7
    settled, it is closed
      READY; show morning; answers 7; settle morning => closes 7 of A | nothing
    settled before it is answered, it is closed then
      READY; show morning; settle morning; answers 7 => closes 7 of A | nothing
    until then it is kept in mind
      READY; show morning; settle morning => nothing | A sent morning
    wanted again before it is answered, it is the same one
      READY; show morning; settle morning; show morning => nothing | A sent morning
    and then it is shown
      READY; show morning; settle morning; show morning; answers 7 => shown morning
    put away, it is told of
      READY; show morning; answers 7; closed 7 => put away morning | A 7 away morning
    and not renewed
      READY; show morning; answers 7; closed 7; renew morning changed => nothing
    another program's is nobody's matter
      READY; show morning; answers 7; closed 8 => nothing
    a button says what to do
      READY; show morning; answers 7; press 7 => closes 7 of A, did snooze morning
    a button that leads on shows what is behind it, and tells nobody
      READY; ask morning; answers 7; press 7 more => closes 7 of A, sends morning to A
    it is the rest that is seen then
      READY; ask morning; answers 7; press 7 more; answers 8 => nothing | A 8 shown morning, \
    rest 0
    a click on the body leads on like that button
      READY; ask morning; answers 7; open 7 => closes 7 of A, sends morning to A
    on what asks nothing it does nothing
      READY; show morning; answers 7; open 7 => nothing
    from the end of the rest it leads back to the beginning
      READY; ask morning; answers 7; press 7 more; answers 8; open 8; answers 9; open 9; \
    answers 10 => nothing | A 10 shown morning
    of one from before a restart it is shown again, with what is behind the button
      READY; ask morning; answers 7; restart; bus; owner A; can; press 7 more; ask morning again \
    => sends morning to A | A sent morning, rest 0
    a click on its body shows it again
      READY; ask morning; answers 7; restart; bus; owner A; can; open 7; ask morning again => \
    sends morning to A for 7
    where an answer is written, it leaves the screen for that
      READY; write morning; answers 7; press 7 ask => closes 7 of A, opens morning: …
    where no button is seen, a click on the body has all that can be done in a window
      bus; owner A; named mako; can; ask morning; answers 7; open 7 => \
    closes 7 of A, opens morning: 1 2 3 None Later Not-now
    what another server was called is forgotten
      bus; owner A; named mako; owner B; can; ask morning; answers 7 of B; open 7 => \
    closes 7 of B, sends morning to B
    not written, it comes back with what else can be done
      READY; write morning; answers 7; press 7 ask; restore morning unfolding; \
    write morning again => \
    sends morning to A | A sent morning, rest 0
    a reply that is not taken comes back with the reason
      READY; write morning; answers 7; reply 7 x; restore morning saying; write morning again => \
    sends morning to A | A sent morning, because no number
    which is gone with the next thing that is done
      READY; write morning; answers 7; reply 7 x; restore morning saying; write morning again; \
    answers 8; open 8; restore morning; write morning again => sends morning to A | A sent morning
    what came to nothing comes back with the next look
      READY; show morning; answers 7; press 7; restore morning; renew morning => \
    sends morning to A
    a server that goes over a card has failed
      READY; show morning; owner - => failed morning
    one that takes its place has nothing of it
      READY; show morning; answers 7; owner B; can => came
    there it is shown again
      READY; show morning; answers 7; owner B; can; renew morning => sends morning to B
    a late answer of a server that is gone is nobody's
      READY; show morning; late; owner B; can; answers 7 of A => nothing
    what is closed is closed where the number came from
      READY; show morning; answers 7; owner B; can; settle morning => nothing
    while nobody is there it is closed when its server is
      READY; show morning; answers 7; nobus; settle morning; bus; owner A; can => \
    closes 7 of A, came
    and not on another
      READY; show morning; answers 7; nobus; settle morning; bus; owner B; can => came
    stopped between a card and its answer, the same server counts as showing it
      READY; show morning; restart; bus; owner A; can => shown morning, came
    also where the session wants it before that is known
      READY; show morning; restart; show morning; bus; owner A; can => shown morning, came
    then nothing is sent
      READY; show morning; restart; bus; owner A; show morning => nothing | A sent morning
    nor later
      READY; show morning; restart; bus; owner A; can; renew morning changed => nothing
    a server that replaces by name tells its number once it is renewed
      READY; show morning; restart; bus; owner A; can tags; renew morning => sends morning to A
    wanted by a look that does not know it yet, it is the same one
      READY; show morning; restart; bus; owner A; can; show morning => later shown morning
    another server gets it anew
      READY; show morning; restart; show morning; bus; owner B; can; show morning => \
    sends morning to B
    what no server is there for any more waits for one
      READY; show morning; restart; show morning; bus; owner - => ask
    a bus that is lost between a card and its answer is the same case
      READY; show morning; nobus; bus; owner A; can => shown morning, came
    then the session is told that it is not shown
      READY; show morning; nobus => failed morning, awaited | A sent morning
    what cannot be closed for want of its number is not shown a second time
      READY; show morning; restart; bus; owner A; can; settle morning; show morning => \
    later shown morning | A sent morning
    stopped while it waits for a server, it is shown as if for the first time
      bus; owner A; show morning; restart; bus; owner A; can; show morning => sends morning to A
    stopped after its answer, it takes its own place
      READY; show morning; answers 7; restart; bus; owner A; can; renew morning => \
    sends morning to A for 7
    on a server that drops what a program has shown that ends, it comes without a banner
      bus; owner A; named gnome-shell; can; show morning; answers 7; restart; bus; owner A; \
    named gnome-shell; can; renew morning => sends morning to A for 7 quietly
    and pops up as ever where it is another
      bus; owner A; named gnome-shell; can; show morning; answers 7; renew morning changed => \
    sends morning to A for 7
    where number and name together are one too many, the name says what it replaces
      bus; owner A; named mako; can tags; show morning; answers 7; renew morning changed => \
    sends morning to A
    put away before, it stays so
      READY; show morning; answers 7; closed 7; restart; bus; owner A; can; renew morning => nothing
    stopped while it is renewed, its number is still known
      READY; show morning; answers 7; renew morning changed; restart; bus; owner A; can; \
    renew morning => sends morning to A for 7
    stopped a second time, nothing is sent either
      READY; show morning; restart; restart; bus; owner A; can => shown morning, came
    what could not leave waits
      READY; show morning; unsent => nothing | nothing
    """
    .replacing("READY", with: "bus; owner A; can")
  )

  @Test(arguments: transitions)
  func `The desktop`(_ row: Case) throws {
    var story = Story()
    for given in row.given { try story.take(given) }
    let parts = row.expected.split(separator: "|").map { String($0).trimmed }
    #expect(story.outline == parts[0], "\(row.rule)")
    if parts.count == 2 { #expect(story.notes == parts[1], "\(row.rule)") }
  }
}

/// What has happened to a desktop, one thing after the other.
private struct Story {
  private var state = DesktopState()
  private var actions: [DesktopState.Action] = []
  /// The turn of what was asked or sent last.
  private var turn = 0

  mutating func take(_ given: String) throws {
    let words = given.split(separator: " ").map(String.init)
    if words[0] == "restart" {
      (state, actions) = (DesktopState(state.notes), [])
      return
    }
    actions = state.on(try event(words))
    for action in actions {
      switch action {
      case .ask(let turn), .notify(_, _, _, let turn): self.turn = turn
      default: break
      }
    }
  }

  private func event(_ words: [String]) throws -> DesktopState.Event {
    let prompt = words.count > 1 ? PromptID(slot: words[1], day: Card.sample().prompt.day) : nil
    switch (words[0], prompt) {
    case ("bus", _): return .busCame
    case ("nobus", _): return .busWent("nobody listens")
    case ("owner", _): return .owner(words[1] == "-" ? nil : server(words[1]))
    case ("can", _):
      let tags = words.count > 1 ? Capabilities.tags : []
      return .capable(["body", "actions"] + tags, turn: turn)
    case ("named", _): return .named(words[1], turn: turn)
    case ("cannot", _): return .incapable("nobody", turn: turn)
    case ("unsent", _): return .unsent(turn: turn)
    case ("answers", _):
      let by = words.count == 4 && words[2] == "of" ? server(words[3]) : server("A")
      return .answered(UInt32(words[1]), by: by, turn: turn)
    case ("refuses", _): return .refused("too many", turn: turn)
    case ("late", _): return .waitedLong(turn: turn)
    case ("closed", _):
      return .closed(try #require(UInt32(words[1])), isByPerson: true, at: Instant(seconds: 60))
    case ("press", _): return .invoked(action(words.last ?? ""), try #require(UInt32(words[1])))
    case ("open", _): return .opened(try #require(UInt32(words[1])))
    case ("reply", _): return .replied(words[2], try #require(UInt32(words[1])))
    case ("ask", let prompt?), ("write", let prompt?):
      let card = asking(prompt, choices: words[0] == "ask" ? ["1", "2", "3"] : [])
      return words.count > 2 ? .renew(card) : .show(card)
    case ("show", let prompt?): return .show(card(prompt))
    case ("renew", let prompt?): return .renew(card(prompt, isChanged: words.count > 2))
    case ("settle", let prompt?): return .settle([prompt])
    case ("restore", let prompt?):
      let isSaying = words.last == "saying"
      let unfolded = words.last == "unfolding" ? "energy" : nil
      return .restore(prompt, saying: isSaying ? "no number" : nil, unfolding: unfolded)
    case ("planned", let prompt?): return .planned([prompt])
    default: throw Unknown(what: words.joined(separator: " "))
    }
  }

  private func action(_ word: String) -> NotificationAction {
    let morning = PromptID(slot: "morning", day: Card.sample().prompt.day)
    return switch word {
    case "more": .more(question: "energy", from: 0, prompt: morning)
    case "ask": .ask(question: "energy", prompt: morning)
    default: .snooze(morning)
    }
  }

  private struct Unknown: Error {
    var what: String
  }

  private func server(_ letter: String) -> NotificationServer {
    NotificationServer(bus: "bus", name: ":1.\(letter)")
  }

  private func card(_ prompt: PromptID, isChanged: Bool = false) -> Card {
    var card = Card.sample(slot: prompt.slot)
    card.said = [.text(isChanged ? "Otherwise." : "Ask once.")]
    return card
  }

  /// A card that asks for one of some answers, or for one to be written.
  private func asking(_ prompt: PromptID, choices: [String]) -> Card {
    var card = Card.sample(slot: prompt.slot)
    let ask = Card.Ask(
      question: "energy",
      text: "How much?",
      hint: "a number",
      choices: choices.map { Card.Choice($0, $0) },
      none: Card.Choice("none", "None"),
      commands: []
    )
    card.asks = [ask]
    card.labels.snooze = "Later"
    card.labels.notNow = "Not-now"
    return card
  }

  /// What followed from the last of it, in words.
  var outline: String {
    let lines = actions.map { (action) -> String in
      switch action {
      case .find: "find"
      case .ask: "ask"
      case .notify(let content, let replaced, let server, _):
        "sends \(content.prompt.slot) to \(letter(server))"
          + (replaced == 0 ? "" : " for \(replaced)") + (content.isQuiet ? " quietly" : "")
      case .close(let number): "closes \(number.id) of \(letter(number.server))"
      case .refuse(let trouble): "refuses: \(trouble.description.split(separator: ":")[0])"
      case .report(let report): words(report)
      case .reportLater(let report): "later \(words(report))"
      }
    }
    return lines.isEmpty ? "nothing" : lines.joined(separator: ", ")
  }

  private func words(_ report: Desktop.Report) -> String {
    switch report {
    case .shown(let prompt): "shown \(prompt.slot)"
    case .failed(let prompts, let trouble):
      "failed \(prompts.map(\.slot).joined(separator: " "))\(trouble.isAwaited ? ", awaited" : "")"
    case .came(let prompts):
      prompts.isEmpty ? "came" : "came holding \(prompts.map(\.slot).joined(separator: " "))"
    case .did(.snooze(let prompt)): "did snooze \(prompt.slot)"
    case .asked(let asked):
      "opens \(asked.prompt.slot): "
        + (asked.options.map(\.label) + (asked.isWritten ? ["…"] : [])).joined(separator: " ")
    case .did(let action): "did \(action)"
    case .replied(let text, _, let prompt): "wrote \(text) in \(prompt.slot)"
    case .putAway(let prompt, _): "put away \(prompt.slot)"
    }
  }

  /// What a process after this one would know.
  var notes: String {
    let notes = state.notes.map { (note) -> String in
      switch note.state {
      case .shown(let id): "\(letter(note.server)) \(id) shown \(note.prompt.slot)"
      case .away(let id, _): "\(letter(note.server)) \(id) away \(note.prompt.slot)"
      case .unanswered: "\(letter(note.server)) sent \(note.prompt.slot)"
      }
    }
    let views = state.posts.map(\.view).flatMap { view in
      [page(view.page), view.reason.map { "because \($0)" }].compactMap(\.self)
    }
    return notes.isEmpty ? "nothing" : (notes + views).joined(separator: ", ")
  }

  private func page(_ page: Notification.View.Page) -> String? {
    switch page {
    case .first: nil
    case .rest(let start): "rest \(start)"
    case .range(let range): "range \(range)"
    }
  }

  private func letter(_ server: NotificationServer) -> String { String(server.name.dropFirst(3)) }
}
