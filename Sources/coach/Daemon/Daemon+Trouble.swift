import Application
import Channels
import Coaching
import Configuration
import Machine
import Systemd

/// What only the person can mend, and how they hear of it: by the journal, STATUS= and the bus at
/// once, and by one notice, once.
extension Daemon {
  typealias Trouble = ToldTroubles.Trouble

  /// What is wrong, in words; nil where all is well.
  func words(of trouble: Trouble) -> String? {
    switch trouble {
    case .configuration: refusal.map { "\($0)" }
    case .ledger: books.trouble.flatMap { $0.kind == .data ? $0.english : nil }
    }
  }

  /// Tells the person of what is wrong, where they were not told yet and may be disturbed, and
  /// takes away what tells of something that is mended.
  ///
  /// At looks that happen anyway: nobody is woken for it.
  func tellTroubles() {
    for trouble in Trouble.allCases {
      guard let words = words(of: trouble) else {
        settle(trouble)
        continue
      }
      if told[trouble]?.isSeen == true || noticesUnderway.contains(trouble) { continue }
      if isToBeTold(trouble) { tell(trouble, words) }
    }
    interface?.renew(troubles: Trouble.allCases.compactMap(words), on: sessionBus)
  }

  /// Whoever writes a configuration saves it half done now and then; what is still refused later is
  /// no such case.
  private static let patienceWithEditors: Int64 = 600 * 1_000_000

  private func isToBeTold(_ trouble: Trouble) -> Bool {
    if trouble == .configuration, let refusedSince,
      Clock.monotonic() - refusedSince < Daemon.patienceWithEditors
    {
      return false
    }
    let now = SystemClock.now
    let context = context
    // The pause, and the days away, as they were when the ledger could be read.
    let coach = coachSeen ?? Coach()
    return now >= context.clockStarts && coach.hush(at: now, for: context) == nil
      && coach.rest(on: context.calendar.day(at: now), for: context.schedule) == nil
  }

  private func tell(_ trouble: Trouble, _ words: String) {
    let (now, context) = (SystemClock.now, context)
    var telling = told[trouble] ?? ToldTroubles.Telling(trouble, notice(at: now, context))
    let card = card(telling: trouble, words, as: telling.notice, at: now, context.zone)
    let all = channels.filter(\.isWanted)
    if !telling.isKept {
      for channel in all where !channel.delivery.interrupts { try? channel.show(card) }
      telling.isKept = true
    }
    let others = all.filter { $0.delivery.interrupts && $0.name != "desktop" }
    if all.contains(where: { $0.name == "desktop" }) {
      told[trouble] = telling
      noticesUnderway.append(trouble)
      return notify(card) { [unowned self] number in
        noticesUnderway.removeAll { $0 == trouble }
        notices[trouble] = number
        if number != nil || show(card, by: others) { told[trouble]?.isSeen = true }
      }
    }
    telling.isSeen = others.isEmpty || show(card, by: others)
    told[trouble] = telling
  }

  private func card(
    telling trouble: Trouble,
    _ words: String,
    as notice: PromptID,
    at now: Instant,
    _ zone: Zone
  ) -> Card {
    let phrases = configuration.teaching.phrases
    let (title, meanwhile) =
      switch trouble {
      case .configuration:
        (phrases("trouble-configuration"), phrases("trouble-configuration-meanwhile"))
      case .ledger: (phrases("trouble-ledger"), phrases("trouble-ledger-meanwhile"))
      }
    let texts = [words, meanwhile]
    return configuration.teaching.card(telling: notice, title, texts, at: now, zone: zone)
  }

  /// Another name than any notice before: what lies in the spool is known by it.
  private func notice(at now: Instant, _ context: PlanningContext) -> PromptID {
    let time = context.zone.civil(at: now).time.description.filter(\.isNumber)
    return PromptID(slot: "trouble-\(time)", day: context.calendar.day(at: now))
  }

  /// Shows it by the first that can be reached.
  private func show(_ card: Card, by channels: [Channel]) -> Bool {
    channels.contains { channel in
      do {
        try channel.reach()
        try channel.show(card)
        return true
      } catch {
        return false
      }
    }
  }

  private func settle(_ trouble: Trouble) {
    guard let telling = told[trouble] else { return }
    told[trouble] = nil
    for channel in channels { try? channel.settle([telling.notice]) }
    if let number = notices.removeValue(forKey: trouble) { close(number) }
  }

  // MARK: - On the desktop

  /// Not as a prompt: those are of the ledger, which may be what is damaged.
  private func notify(_ card: Card, then: @escaping (UInt32?) -> Void) {
    // What a server could take for markup looks alike, and is none.
    let body = card.lines.map(\.text).joined(separator: "\n").map { character in
      switch character {
      case "&": "＆"
      case "<": "‹"
      case ">": "›"
      default: String(character)
      }
    }.joined()
    let hints = [
      Value.Entry("urgency", .byte(1)), Value.Entry("category", .text("x-coach.trouble")),
      Value.Entry("desktop-entry", .text(Desktop.application)),
    ]
    let arguments: [Value] = [
      .text("Coach"), .count(0), .text(""), .text(card.subject), .text(body), .texts([]),
      // It stays until the person has seen it.
      .table(hints), .int(0),
    ]
    do {
      guard let sessionBus else { return then(nil) }
      try sessionBus.call(Desktop.object.call("Notify", arguments), withinSeconds: 25) { answer in
        if case .success(let values) = answer { then(values.first?.count) } else { then(nil) }
      }
    } catch {
      then(nil)
    }
  }

  private func close(_ number: UInt32) {
    let call = Desktop.object.call("CloseNotification", [.count(number)])
    try? sessionBus?.call(call, withinSeconds: 25) { _ in }
  }
}
