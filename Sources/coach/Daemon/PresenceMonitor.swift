import Coaching
import Configuration
import Machine
import Systemd

/// What others on the buses tell of the person; see `PresenceSource`.
///
/// All of it is asked for anew whenever something says that it changed; nothing is polled.
final class PresenceMonitor {
  /// What is known.
  struct Known: Equatable {
    /// One question and its answer; nil where nobody tells it.
    struct PresenceSignal: Equatable {
      var why: DeferralReason
      var isTold: Bool
      var holds: Bool?
    }

    var signs = PresenceSource.all.flatMap(\.questions).map {
      PresenceSignal(why: $0.why, isTold: $0.isTold)
    }

    /// Why nothing is to come between the person and what they do.
    var hindrance: DeferralReason? {
      [DeferralReason.locked, .inactive, .idle, .presenting, .inhibited].first { why in
        signs.contains { $0.isTold && $0.why == why && $0.holds == true }
      }
    }

    /// Whether somebody tells of breaks.
    var tellsBreaks: Bool {
      signs.contains { $0.isTold && [.locked, .idle].contains($0.why) && $0.holds != nil }
    }

    /// Why they were not to be interrupted when that was asked which nobody tells; nil where they
    /// were there.
    var away: DeferralReason? { signs.first { !$0.isTold && $0.holds == true }?.why }

    /// They have come back since.
    mutating func forgetAway() {
      for index in signs.indices where !signs[index].isTold && signs[index].why.isAbsence {
        signs[index].holds = nil
      }
    }

    var isNothing: Bool { signs.allSatisfy { $0.holds == nil } }
  }

  /// Runs a program, and hears what it said.
  typealias Runner = ([String], @escaping (String) -> Void) -> Void

  private let run: Runner
  private let onChange: () -> Void
  private let onReturn: (_ from: Instant, _ until: Instant) -> Void
  private(set) var known = Known()
  private var back: Instant?
  /// Since when the person is not before the machine; nil while they are.
  private var gone: Instant?
  /// How many questions are still to be answered for the first time.
  private var unanswered = 0
  /// Which of the two buses have said whether they are there.
  private var isHeard = (system: false, session: false)
  /// Which tellers are there.
  private var isThere = PresenceSource.all.map { _ in false }
  /// What waits for answers to what is asked when a prompt is due, and for how many.
  private var due: (asked: Int, then: () -> Void)?
  /// Whether all that could be asked at the start is answered.
  var isSettled: Bool { isHeard == (true, true) && unanswered == 0 }

  /// How to run a program, what to do at each change, and when the person comes back after having
  /// been away.
  init(
    run: @escaping Runner,
    onChange: @escaping () -> Void,
    onReturn: @escaping (_ from: Instant, _ until: Instant) -> Void
  ) {
    self.run = run
    self.onChange = onChange
    self.onReturn = onReturn
  }

  /// What a plan is made from; nil where nobody tells anything, or nobody is to be asked.
  ///
  /// - Parameters:
  ///   - settings: What the person wants.
  ///   - terminal: What they do at the terminals to which prompts go; nil where those go elsewhere.
  /// - Returns: Whether they are there.
  func presence(
    _ settings: Settings.PresenceSettings,
    terminal: @autoclosure () -> Presence.Terminal?
  ) -> Presence? {
    guard settings.isWatched, !known.isNothing else { return nil }
    // Where no break is ever told of, none is waited for.
    let patience = known.tellsBreaks ? settings.patienceSeconds : 0
    var presence = Presence(
      hindrance: known.hindrance,
      back: back,
      patienceSeconds: patience,
      isAway: known.away != nil,
      terminal: terminal()
    )
    presence.awayReason = known.away ?? .idle
    return presence
  }

  /// The person has logged in, which is a break between two things.
  func loggedIn() { back = SystemClock.now }

  /// The machine goes to sleep, or is awake again and the person before it.
  func sleepChanged(_ sleeps: Bool) {
    if sleeps { return leave() }
    back = SystemClock.now
    if known.hindrance?.isAbsence != true { comeBack() }
  }

  private func leave() { gone = gone ?? SystemClock.now }

  private func comeBack() {
    guard let gone else { return }
    self.gone = nil
    onReturn(gone, SystemClock.now)
  }

  /// Takes what is known now; whether it is something else.
  private func know(_ change: (inout Known) -> Void) -> Bool {
    let before = known
    change(&known)
    if known == before { return false }
    let isBack = before.hindrance?.isAbsence == true && known.hindrance?.isAbsence != true
    if isBack { known.forgetAway() }
    let wasHindered = before.isNothing || before.hindrance != nil || before.away != nil
    if wasHindered, known.hindrance == nil, known.away == nil { back = SystemClock.now }
    if known.hindrance?.isAbsence == true { leave() } else if known.tellsBreaks { comeBack() }
    return true
  }
}

extension DeferralReason {
  /// Whether it says that the person is not before the machine.
  fileprivate var isAbsence: Bool { [.locked, .inactive, .idle].contains(self) }
}

// MARK: - Hearing

extension PresenceMonitor {
  /// Hears of the tellers on a bus that is still to be connected.
  func listen(on bus: Bus, isSystem: Bool) {
    for (index, teller) in PresenceSource.all.enumerated() where teller.isOnSystem == isSystem {
      for signal in teller.changes {
        bus.listen(to: signal, hearsWhispers: teller.whispers) {
          [unowned self, unowned bus] message in
          let said = message.isDirected ? nil : (try? message.values())?.first?.flag
          heard(index, said, bus)
        }
      }
      bus.watch(teller.name) { [unowned self, unowned bus] owner in
        found(index, owner: owner, bus)
      }
    }
  }

  /// Hears how it stands with a bus.
  func busChanged(_ state: Bus.State, _ bus: Bus, isSystem: Bool) {
    if isSystem { isHeard.system = true } else { isHeard.session = true }
    for (index, teller) in PresenceSource.all.enumerated() where teller.isOnSystem == isSystem {
      guard state == .connected else {
        found(index, owner: nil, bus)
        continue
      }
      do {
        unanswered += 1
        // It starts nobody.
        try bus.askOwner(of: teller.name) { [unowned self, unowned bus] owner in
          unanswered -= 1
          found(index, owner: owner, bus)
        }
      } catch {
        unanswered -= 1
      }
    }
  }

  private func found(_ index: Int, owner: String?, _ bus: Bus) {
    isThere[index] = owner != nil
    guard owner != nil else {
      let signs = signs(of: index)
      if know({ known in for sign in signs { known.signs[sign].holds = nil } }) { onChange() }
      return
    }
    if let first = PresenceSource.all[index].first { call(first, bus) { _ in } }
    heard(index, nil, bus)
  }

  /// Something has changed, perhaps to what is said of the first question.
  private func heard(_ index: Int, _ said: Bool?, _ bus: Bus) {
    for (number, sign) in signs(of: index).enumerated() {
      let question = PresenceSource.all[index].questions[number]
      if number == 0, let said {
        if know({ $0.signs[sign].holds = said }) { onChange() }
      } else if question.isTold {
        ask(question, sign, bus) { [unowned self] isNews in if isNews { onChange() } }
      }
    }
  }

  /// Where the answers to a teller's questions stand.
  private func signs(of index: Int) -> Range<Int> {
    let first = PresenceSource.all[..<index].reduce(0) { $0 + $1.questions.count }
    return first..<first + PresenceSource.all[index].questions.count
  }
}

// MARK: - Asking

extension PresenceMonitor {
  /// Asks, now that a moment has come, what nobody tells by themselves, and then goes on.
  ///
  /// - Returns: Whether there is somebody to ask, who was not asked for this before and did not
  ///   answer; else nothing is done.
  func askWhenDue(on bus: Bus, then: @escaping () -> Void) -> Bool {
    if due != nil {
      due = nil
      return false
    }
    var asked: [(question: PresenceSource.Question, sign: Int)] = []
    for (index, teller) in PresenceSource.all.enumerated()
    where isThere[index] && !teller.isOnSystem {
      asked += zip(teller.questions, signs(of: index)).filter { !$0.0.isTold }
        .map { ($0.0, $0.1) }
    }
    if asked.isEmpty { return false }
    due = (asked.count, then)
    for (question, sign) in asked {
      ask(question, sign, bus) { [unowned self] _ in answeredWhenDue() }
    }
    return true
  }

  private func answeredWhenDue() {
    guard let due else { return }
    self.due = due.asked == 1 ? nil : (due.asked - 1, due.then)
    if due.asked == 1 { due.then() }
  }

  /// Asks a question, and tells whether the answer is news.
  private func ask(
    _ question: PresenceSource.Question,
    _ sign: Int,
    _ bus: Bus,
    then: @escaping (Bool) -> Void
  ) {
    let take = { [unowned self, unowned bus] (values: [Value]) in
      let holds = question.reads(values)
      if holds == true, let next = question.whenSo { call(next, bus) { _ in } }
      then(know { $0.signs[sign].holds = holds })
    }
    switch question.way {
    case .call(let method): call(method, bus, take)
    case .program(let words):
      unanswered += 1
      run(words) { [unowned self] said in
        unanswered -= 1
        take([.text(said)])
      }
    }
  }

  /// Calls; gets no values where that fails.
  private func call(_ call: Call, _ bus: Bus, _ handler: @escaping ([Value]) -> Void) {
    do {
      unanswered += 1
      try bus.call(call, withinSeconds: 5) { [unowned self] answer in
        unanswered -= 1
        handler((try? answer.get()) ?? [])
      }
    } catch {
      unanswered -= 1
    }
  }
}
