internal import Coaching

extension Notification {
  /// A card for what a server can do.
  ///
  /// What is asked comes first, since many servers cut what is long. Where it asks several
  /// questions, the buttons are those of the first that has answers to choose from; the others
  /// have their commands, and get their buttons when that one is answered.
  ///
  /// - Parameters:
  ///   - card: What to say.
  ///   - server: What the server can do.
  ///   - asking: A question of it, to say how that is answered and nothing else.
  init(_ card: Card, for server: Capabilities, asking: String? = nil) {
    let asked = Notification.asked(of: card, asking)
    let isAsking = asking != nil
    let text = Notification.lines(of: card, asked, server, isAsking: isAsking)
    // Some servers show one line and no more: then a question says more than a title.
    let title = server.hasBody ? card.subject : asked?.text ?? card.subject
    self.init(
      prompt: card.prompt,
      summary: Notification.cut(title.printable, to: 160),
      body: server.hasBody ? Notification.text(text, isMarkup: server.hasMarkup) : "",
      buttons: server.hasActions
        ? Notification.buttons(of: card, asked, server, isAsking: isAsking) : [],
      isCheckIn: asked != nil,
      placeholder: nil
    )
    if let asked, asked.choices.isEmpty, server.hasInlineReply {
      placeholder = Notification.cut(asked.hint.printable, to: 80)
    }
  }

  /// The question of a card that its buttons are for.
  static func asked(of card: Card, _ asking: String?) -> Card.Ask? {
    if let asking { return card.asks.first { $0.question == asking } }
    return card.asks.first { !$0.choices.isEmpty } ?? card.asks.first
  }

  private static func lines(
    of card: Card,
    _ asked: Card.Ask?,
    _ server: Capabilities,
    isAsking: Bool
  ) -> [Card.Line] {
    let others = isAsking ? [] : card.asks.filter { $0 != asked }
    let asks = ([asked].compactMap(\.self) + others).map { ask in
      let isChosen = server.hasActions && ask == asked && !ask.choices.isEmpty
      return [.text(ask.text)] + (isChosen ? [] : ask.commands)
    }
    let blocks = isAsking ? asks : asks + [card.said, card.digest]
    return Array(blocks.filter { !$0.isEmpty }.joined(separator: [.blank]))
  }

  private static func buttons(
    of card: Card,
    _ asked: Card.Ask?,
    _ server: Capabilities,
    isAsking: Bool
  ) -> [Button] {
    var buttons: [Button] = []
    if let asked {
      let question = asked.question
      let choices = asked.choices + (asked.choices.isEmpty && !isAsking ? [] : [asked.none])
      if asked.choices.isEmpty, server.hasInlineReply {
        buttons.append(Button(key: inlineReply, label: card.labels.answer.printable))
      } else if asked.choices.isEmpty, !isAsking {
        let ask = NotificationAction.ask(question: question, prompt: card.prompt)
        buttons.append(Button(ask, card.labels.answer))
      }
      buttons += choices.map { choice in
        Button(.answer(choice.answer, question: question, prompt: card.prompt), choice.label)
      }
    }
    buttons.append(Button(.snooze(card.prompt), card.labels.snooze))
    buttons.append(Button(.notNow(card.prompt), card.labels.notNow))
    return buttons
  }

  /// Lines as a body: what could be taken for markup is escaped where the server reads markup.
  static func text(_ lines: [Card.Line], isMarkup: Bool) -> String {
    // A server lays all of it out before it cuts it.
    var room = 2000
    var texts: [String] = []
    for line in lines where room > 0 {
      let plain = cut(line.text.printable, to: room)
      room -= plain.count + 1
      let text = isMarkup ? escaped(plain) : plain
      if case .command = line, isMarkup {
        texts.append("<i>\(text)</i>")
      } else {
        texts.append(text)
      }
    }
    return texts.joined(separator: "\n")
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

extension Notification.Button {
  fileprivate init(_ deed: NotificationAction, _ label: String) {
    self.init(key: deed.key, label: label.printable)
  }
}
