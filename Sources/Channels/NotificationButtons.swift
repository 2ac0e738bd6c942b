internal import Coaching

/// The buttons of a card, at most three at a time: that is what the narrowest servers draw.
///
/// What a person most likely wants comes first. The rest follows page by page, so that what is one
/// of a few can be chosen without a keyboard; anything else is written.
struct NotificationButtons {
  typealias Button = Notification.Button

  /// How many buttons a notification has at most.
  static let most = 3

  private let card: Card
  private let asked: Card.Ask?
  private let isForm: Bool
  /// Whether an answer can be written where the buttons are.
  private let canReply: Bool
  private let areDrawn: Bool

  init(_ card: Card, _ asked: Card.Ask?, on server: Capabilities) {
    self.card = card
    self.asked = asked
    isForm = asked.map(card.forms.contains) == true
    canReply = server.hasInlineReply && asked?.choices.isEmpty == true && !isForm
    areDrawn = server.drawsButtons
  }

  func on(_ page: Notification.View.Page) -> [Button] {
    switch page {
    case .first: first
    case .rest(let start): Array(rest.dropFirst(start)).paged { more(from: start + $0) }
    case .range(let range): numbers(of: range)
    }
  }

  /// What a click on the body does: as much as the button that leads on.
  ///
  /// Where none does, the card is as it was first; where no button can be seen, all of them are in
  /// a window of their own.
  func opened(on page: Notification.View.Page) -> NotificationAction? {
    if asked == nil, card.opens != nil { return .open(card.prompt) }
    if !areDrawn {
      let isTip = asked == nil && !card.isReminder
      return isTip ? nil : .ask(question: asked?.question, prompt: card.prompt)
    }
    switch page {
    case .first:
      if let asked, asked.choices.isEmpty, !canReply { return written(asked) }
      return rest.isEmpty ? nil : leads(from: 0)
    case .rest(let start):
      let isLast = rest.count - start <= NotificationButtons.most
      return leads(from: isLast ? nil : start + NotificationButtons.most - 1)
    case .range: return leads(from: rest.isEmpty ? nil : 0)
    }
  }
}

// MARK: - Pages

extension NotificationButtons {
  private var first: [Button] {
    guard let asked else {
      if card.isReminder { return [close(.kept, card.labels.kept), snooze, more(from: 0)] }
      return open + putOff
    }
    let answers = asked.choices.isEmpty ? likely(asked) : asked.choices.map { answer($0, asked) }
    if !asked.choices.isEmpty {
      // A yes and a no leave room for a third; of more than two the likeliest stand here.
      return answers.prefix(2) + [answers.count > 2 ? more(from: 0) : snooze]
    }
    switch answers.count {
    case 0:
      let others = rest.count == 1 ? rest : rest.isEmpty ? [notNow] : [more(from: 0)]
      return [write(asked, card.labels.answer), snooze] + others
    case 1: return answers + [write(asked, card.labels.other), snooze]
    default: return answers.prefix(2) + [write(asked, card.labels.other)]
    }
  }

  /// What is not on the first page.
  private var rest: [Button] {
    guard let asked else {
      return card.isReminder ? [close(.released, card.labels.released), notNow] : []
    }
    return others(than: asked) + open
  }

  /// What can be done about a question that has no button on the first page.
  private func others(than asked: Card.Ask) -> [Button] {
    if isForm { return [] }
    let none = [asked.none].compactMap(\.self).map { answer($0, asked) }
    if asked.choices.count > 2 {
      return asked.choices.dropFirst(2).map { answer($0, asked) } + none + putOff
    }
    if !asked.choices.isEmpty || asked.likely.isEmpty { return scale(asked) + none + [notNow] }
    return scale(asked) + none + (asked.likely.count > 1 ? putOff : [notNow])
  }

  /// The numbers that are chosen without a keyboard where a line to write in has their place.
  private func scale(_ asked: Card.Ask) -> [Button] {
    guard canReply, let range = asked.range, range.count > NotificationButtons.most else {
      return []
    }
    return numbers(of: range)
  }

  /// All that can be done, for a window of its own.
  var options: AnswerOptions {
    let all = asked.map { asked in
      if let range = asked.range { return range.map { number($0...$0, asked) } }
      return asked.choices.isEmpty ? likely(asked) : asked.choices.map { answer($0, asked) }
    }
    let none = [asked?.none].compactMap(\.self).flatMap { none in
      asked.map { [answer(none, $0)] } ?? []
    }
    let buttons =
      asked == nil && card.isReminder ? first.prefix(1) + rest.prefix(1) + putOff : []
    let isWritten = asked.map { $0.choices.isEmpty && $0.range == nil } == true
    // Where an answer is written, what else can be done would be taken for one.
    let others = isWritten ? [] : none + (asked == nil ? [] : putOff)
    return AnswerOptions(
      prompt: card.prompt,
      question: asked?.question,
      isWritten: isWritten,
      options: ((all ?? []) + buttons + others).compactMap { button in
        NotificationAction(key: button.key).map { .init(label: button.label, action: $0) }
      }
    )
  }

  /// Some neighbouring numbers: each, or one of them between the lower and the higher ones.
  private func numbers(of range: ClosedRange<Int>) -> [Button] {
    guard let asked else { return [] }
    if range.count <= NotificationButtons.most {
      let each = range.map { number($0...$0, asked) }
      return each.count < NotificationButtons.most && !rest.isEmpty
        ? each + [more(from: 0)] : each
    }
    let middle = middle(of: range, asked)
    var parts = [middle...middle]
    if range.lowerBound < middle { parts.insert(range.lowerBound...middle - 1, at: 0) }
    if middle < range.upperBound { parts.append(middle + 1...range.upperBound) }
    return parts.map { number($0, asked) }
  }

  /// Where numbers are parted: at first beside what is likely, since that has its buttons already.
  private func middle(of range: ClosedRange<Int>, _ asked: Card.Ask) -> Int {
    let known = asked.likely.compactMap { Int($0.answer) }
    guard range == asked.range, let usual = known.first else {
      return range.lowerBound + (range.count - 1) / 2
    }
    let others = range.filter { !known.contains($0) }
    return others.min { abs($0 - usual) < abs($1 - usual) } ?? usual
  }
}

// MARK: - Buttons

extension NotificationButtons {
  private var snooze: Button { Button(.snooze(card.prompt), card.labels.snooze) }
  private var notNow: Button { Button(.notNow(card.prompt), card.labels.notNow) }
  private var putOff: [Button] { [snooze, notNow] }
  private var open: [Button] {
    card.opens == nil ? [] : [Button(.open(card.prompt), card.labels.open)]
  }

  private func leads(from start: Int?) -> NotificationAction {
    .more(question: asked?.question, from: start, prompt: card.prompt)
  }

  private func more(from start: Int) -> Button { Button(leads(from: start), card.labels.more) }

  private func close(_ closing: Closing, _ label: String) -> Button {
    Button(.close(closing, prompt: card.prompt), label)
  }

  private func answer(_ choice: Card.Choice, _ asked: Card.Ask) -> Button {
    let action = NotificationAction.answer(
      choice.answer,
      question: asked.question,
      prompt: card.prompt
    )
    return Button(action, choice.label)
  }

  /// The likely answers; numbers in their order, as they stand on a scale.
  private func likely(_ asked: Card.Ask) -> [Button] {
    let numbers = asked.likely.compactMap { Int($0.answer) }
    let sorted =
      numbers.count == asked.likely.count
      ? numbers.sorted().map { Card.Choice("\($0)", "\($0)") } : asked.likely
    return sorted.map { answer($0, asked) }
  }

  /// One number, or some that are looked at next.
  private func number(_ range: ClosedRange<Int>, _ asked: Card.Ask) -> Button {
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == high { return answer(Card.Choice("\(low)", "\(low)"), asked) }
    let action = NotificationAction.range(range, question: asked.question, prompt: card.prompt)
    return Button(action, "\(low)–\(high)")
  }

  /// What leads to an answer that has no button.
  private func write(_ asked: Card.Ask, _ label: String) -> Button {
    canReply
      ? Button(key: Notification.inlineReply, label: label.printable)
      : Button(written(asked), label)
  }

  private func written(_ asked: Card.Ask) -> NotificationAction {
    if let range = asked.range {
      return .range(range, question: asked.question, prompt: card.prompt)
    }
    return .ask(question: asked.question, prompt: card.prompt)
  }
}

extension [Notification.Button] {
  /// As many as there is room for, and what leads to the others.
  fileprivate func paged(_ more: (_ after: Int) -> Notification.Button) -> [Notification.Button] {
    let most = NotificationButtons.most
    return count <= most ? self : prefix(most - 1) + [more(most - 1)]
  }
}

extension Notification.Button {
  fileprivate init(_ action: NotificationAction, _ label: String) {
    self.init(key: action.key, label: label.printable)
  }
}
