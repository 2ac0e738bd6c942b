internal import Coaching
internal import Text

extension Notification {
  /// A card for what a server can do.
  ///
  /// What a tip says comes first, then what is asked and how it is answered: many servers cut what
  /// is long, and some join all lines, so each is one that can stand before another. Where it asks
  /// several questions, the buttons are those of the first that has answers to choose from; the
  /// others have their commands, and get their buttons when that one is answered.
  ///
  /// - Parameters:
  ///   - card: What to say.
  ///   - server: What the server can do.
  ///   - view: What the person has asked to see of it.
  init(_ card: Card, for server: Capabilities, view: View = View()) {
    let asked = Notification.asked(of: card, view.question)
    let buttons = NotificationButtons(card, asked, on: server)
    // Some servers show one line and no more: then a question says more than a title.
    let title = server.hasBody ? card.title : asked?.text ?? card.title
    let lines = Notification.lines(of: card, asked, view, isCut: server.cutsShort)
    let frame = Frame(
      command: card.labels.within,
      isMarkup: server.hasMarkup,
      isJoined: server.cutsShort && asked != nil && !Notification.fitsShort(lines),
      width: server.breaksNoLine ? Notification.readable : nil
    )
    self.init(
      prompt: card.prompt,
      summary: Notification.cut(title.printable, to: 160),
      body: server.hasBody ? Notification.text(lines, in: frame) : "",
      buttons: server.hasActions ? buttons.on(view.page) : [],
      kind: asked != nil ? .question : card.isReminder ? .reminder : .tip,
      opens: server.hasActions ? buttons.opened(on: view.page) : nil,
      placeholder: nil
    )
    opensLabel = card.labels.more.printable
    // Of two buttons that do the same one is enough.
    if server.drawsBody, let place = self.buttons.firstIndex(where: { $0.key == opens?.key }) {
      self.buttons[place].key = Notification.body
    } else if server.listsFour {
      opens = nil
    }
    if let asked, self.buttons.contains(where: { $0.key == Notification.inlineReply }) {
      placeholder = Notification.cut(asked.hint.printable, to: 80)
    }
  }

  /// The question of a card that its buttons are for.
  static func asked(of card: Card, _ asking: String?) -> Card.Ask? {
    let asks = card.asks + card.forms
    if let asking { return asks.first { $0.question == asking } }
    return asks.first { !$0.choices.isEmpty } ?? asks.first
  }

  /// What there is to read; once the person has asked for more, the question alone.
  ///
  /// Where a server shows a few lines, what is asked goes before the reason for the act; elsewhere
  /// before what would push it out of sight, such as the first day's introduction.
  private static func lines(
    of card: Card,
    _ asked: Card.Ask?,
    _ view: View,
    isCut: Bool
  ) -> [Card.Line] {
    let reason = view.reason.map { [Card.Line.text($0)] } ?? []
    let isAlone = view.page != .first && asked != nil
    let others = isAlone ? [] : (card.asks + card.forms).filter { $0 != asked }
    let asks = ([asked].compactMap(\.self) + others).flatMap { ask in
      [.text(ask.text)] + ask.commands.prefix(1)
    }
    var lines = isAlone ? asks : said(card, with: asks)
    if isCut, !isAlone, asked != nil, let short = card.short {
      lines = [.text(short)] + asks + card.said.dropFirst() + card.digest
    }
    return reason + lines.filter { $0 != .blank }
  }

  /// What is said in the order in which it is read, where what is asked is to be seen.
  private static func said(_ card: Card, with asks: [Card.Line]) -> [Card.Line] {
    var first = card.said.count
    while first > 1, columns(card.said.prefix(first)) + columns(asks[...]) > seen { first -= 1 }
    return card.said.prefix(first) + asks + card.said.dropFirst(first) + card.digest
  }

  private static func columns(_ lines: ArraySlice<Card.Line>) -> Int {
    lines.reduce(0) { $0 + TextLayout.columns($1.text) + 1 }
  }

  /// How many columns are seen of a body: six rows of GNOME's, nine of Plasma's.
  private static let seen = 300

  /// Whether lines are all seen where only four are, each in rows of its own, such as those of
  /// mako's 300 pixels; else they go on where the one before them ends.
  private static func fitsShort(_ lines: [Card.Line]) -> Bool {
    lines.reduce(0) { $0 + TextLayout.wrap($1.text, width: 35).count } <= 4
  }

  /// How lines stand in a body.
  struct Frame {
    /// How a command stands that another line follows.
    var command: String
    /// Whether the server reads markup.
    var isMarkup: Bool
    /// Whether each line goes on where the one before it ends.
    var isJoined = false
    /// The columns at which lines are broken; nil where the server does.
    var width: Int?
  }

  /// Columns of a line that can be read, and stand on any screen.
  private static let readable = 50

  /// Lines as a body: what could be taken for markup is escaped where the server reads markup.
  ///
  /// - Parameters:
  ///   - lines: What to say.
  ///   - frame: How they stand.
  /// - Returns: The body.
  static func text(_ lines: [Card.Line], in frame: Frame) -> String {
    // A server lays all of it out before it cuts it.
    var room = 2000
    var texts: [String] = []
    for (place, line) in lines.enumerated() where room > 0 {
      let isLast = place == lines.count - 1
      let said = isLast ? line.text : line.text(within: frame.command)
      let plain = cut(said.printable, to: room)
      room -= plain.count + 1
      let rows = frame.width.map { TextLayout.wrap(plain, width: $0) } ?? [plain]
      let whole = rows.joined(separator: "\n")
      let text = frame.isMarkup ? escaped(whole) : whole
      if case .command = line, frame.isMarkup {
        texts.append("<i>\(text)</i>")
      } else {
        texts.append(text)
      }
    }
    return texts.joined(separator: frame.isJoined ? " " : "\n")
  }

  /// A text that means itself where the server reads markup.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
  }

  /// The text, or as many of its characters as there is room for.
  private static func cut(_ text: String, to length: Int) -> String {
    text.count <= length ? text : "\(text.prefix(length - 1))…"
  }
}

extension Card.Line {
  /// What it says where another line follows on the same: a command is set apart.
  fileprivate func text(within frame: String) -> String {
    guard case .command(let sentence, let command) = self else { return text }
    return sentence.filled([("command", frame.filled([("command", command.spelled)]))])
  }
}
