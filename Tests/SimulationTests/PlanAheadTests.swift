import Coaching
import Glibc
import TestSupport
import Testing

/// What the plan says for 400 days is what the service then does.
///
/// A seed makes a place, a time and a configuration, and a person lives some weeks with the
/// production session. Then the plan is asked, and the same person lives on for 400 days: every
/// prompt comes at the moment and with the questions that were said, and no other.
@Suite struct PlanAheadTests {
  static let seeds: [UInt64] = Array(1...(number("COACH_PLAN_SEEDS") ?? 10))

  @Test(arguments: seeds)
  func `What is said of 400 days is done`(_ seed: UInt64) throws {
    try #require(Places.names.count > 300, "zones are missing: install tzdata")
    var planned: [String] = []
    for habit in ForeseenLife.Habit.allCases {
      let life = try ForeseenLife(seed: seed, habit)
      let (said, done) = life.live(days: 400)
      for (said, done) in zip(said, done) where said != done {
        Issue.record("seed \(seed), \(habit): said \(said), done \(done)\n\(life.arrangement)")
        break
      }
      #expect(said.count == done.count, "seed \(seed), \(habit)")
      planned.append("\(habit) \(said.count)")
    }
    print("the plan of seed \(seed): \(planned.joined(separator: ", ")) prompts")
  }

  private static func number(_ name: String) -> UInt64? {
    unsafe getenv(name).flatMap { unsafe UInt64(String(cString: $0)) }
  }
}

/// A calm life in which nothing happens but what the coach says, and how one person takes it.
private final class ForeseenLife {
  enum Habit: CaseIterable {
    case silent
    case answering
    /// Puts off the last prompt before the plan is asked, and else answers.
    case snoozing
  }

  let arrangement: Arrangement
  private let habit: Habit
  private let context: PlanningContext
  private let ledger = SimulatedLedger(Doctrine.manifold)
  private var draw: SplitMix64
  private var now: Instant
  private var timer = Instant.distantFuture
  /// The prompts that came to the screen, also those that came back, with what they ask.
  private var done: [String] = []

  init(seed: UInt64, _ habit: Habit) throws {
    var draw = SplitMix64(seed: seed &* 7919)
    let zone = try Places.zone(&draw)
    now = Instant(seconds: Int64(1_700_000_000 + draw.below(4 * 365) * 86_400 + draw.below(86_400)))
    var arrangement = Arrangement(zone: zone, clockStarts: .distantPast)
    for _ in 0..<draw.below(12) { arrangement.edit(&draw) }
    var context = try arrangement.context()
    context.teaching = Doctrine.manifold
    Self.carry(&context.schedule.slots, &draw)
    self.arrangement = arrangement
    self.context = context
    self.habit = habit
    self.draw = draw
  }

  /// Gives each slot what it carries: a question that is asked whenever its day comes stands in one
  /// of them alone, for what is answered is not asked again; one of every so many days may stand in
  /// several.
  private static func carry(_ slots: inout [Slot], _ draw: inout SplitMix64) {
    var daily = Doctrine.manifold.questions.filter { !$0.isSpaced }.map(\.id)
    let spaced = Doctrine.manifold.questions.filter(\.isSpaced).map(\.id)
    for place in slots.indices where !slots[place].endsDay {
      var carries = draw.happens(1, in: 3) ? [Teaching.tipItem] : []
      for _ in 0..<draw.below(4) where !daily.isEmpty {
        carries.append(daily.remove(at: draw.below(daily.count)))
      }
      for item in spaced + [Teaching.checkItem, "bare"] where draw.happens(1, in: 4) {
        carries.append(item)
      }
      slots[place].carries = carries.filter { Doctrine.manifold.question($0)?.check == nil }
    }
  }

  /// What the plan says of so many days, and what is then done.
  func live(days: Int) -> (said: [String], done: [String]) {
    var session = Session(world)
    session.look()
    live(&session, until: now.adding(seconds: Int64(12 + draw.below(20)) * 86_400))
    if habit == .snoozing { snooze(&session) }
    let today = context.calendar.day(at: now)
    let last = today.adding(days: days - 1)
    let end = context.calendar.end(of: last)
    let planned = coach.moments(from: today, days: days, at: now, for: context)
    let said = planned.filter { moment in
      moment.opens.map { now < $0 && $0 < end } == true
    }.sorted { ($0.opens ?? now, $0.due) < ($1.opens ?? now, $1.due) }.map { moment in
      let asks =
        moment.isPutOff ? [] : moment.carries.filter { context.teaching.question($0) != nil }
      return outline(moment.id, asks, at: moment.opens ?? now)
    }
    done = []
    live(&session, until: end)
    return (said, done)
  }

  private func outline(_ id: PromptID, _ questions: [String], at instant: Instant) -> String {
    "\(id) asks \(questions.joined(separator: " ")) at \(context.zone.timestamp(instant))"
  }

  /// Lives until an instant; whoever answers does so a minute after a prompt.
  private func live(_ session: inout Session, until end: Instant) {
    while timer < end {
      now = max(now, timer)
      session.look()
      guard habit != .silent, !fresh.isEmpty else { continue }
      let prompts = fresh
      fresh = []
      let next = timer
      now = min(now.adding(seconds: 60), max(now, next.adding(seconds: -1)))
      for prompt in prompts { answer(prompt) }
      session.look()
    }
    now = max(now, end)
  }

  /// The prompts that came and nobody has answered yet.
  private var fresh: [PromptContent] = []

  private func answer(_ prompt: PromptContent) {
    let day = prompt.id.day
    let drafts = prompt.questions.compactMap(context.teaching.question).map { question in
      let answered = Answered(question: question.id, answer: .noOccasion, from: "command")
      let told = prompt.topic(of: question.id).flatMap(CivilDate.init)
      return draft(.answered(answered), on: told ?? question.answerDay(askedOn: day))
    }
    // Whoever is asked nothing shows otherwise that they are there.
    let sign = draft(.rated(tip: "tip-1", .useful), on: day)
    _ = try? ledger.append(drafts.isEmpty ? [sign] : drafts)
  }

  private func snooze(_ session: inout Session) {
    guard let last = coach.snoozable(at: now, for: context).last?.prompted.id else { return }
    let until = now.adding(seconds: Int64(60 + draw.below(5 * 3600)))
    guard coach.comesBack(last, snoozedUntil: until, for: context) != nil else { return }
    _ = try? ledger.append([draft(.snoozed(last, until: until), on: last.day)])
    session.look()
  }

  private func draft(_ event: Event, on day: CivilDate) -> Draft {
    Draft(instant: now, zone: context.zone.name, day: day, event: event)
  }

  private var coach: Coach { ledger.whole(around: context.calendar.day(at: now)) }

  private var world: World {
    World(
      now: { [unowned self] in now },
      context: { [unowned self] in context },
      recall: { [unowned self] day throws(WorldError) in try ledger.coach(around: day) },
      record: { [unowned self] drafts throws(WorldError) in
        for case .prompted(let content) in drafts.map(\.event) {
          let asks = content.questions.filter { context.teaching.question($0)?.check == nil }
          done.append(outline(content.id, asks, at: now))
          fresh.append(content)
        }
        _ = try ledger.append(drafts)
      },
      wake: { [unowned self] in timer = $0 },
      channels: { [unowned self] in [spool] },
      notice: { _ in }
    )
  }

  private var spool: Channel {
    Channel(name: "spool", .kept) { [unowned self] card in
      guard let back = card.back, back <= now else { return }
      done.append(outline(card.prompt, [], at: now))
    }
  }
}

extension Doctrine {
  /// Questions of every kind of cadence, and self-checks.
  fileprivate static let manifold: Teaching = {
    var all = teaching
    // Which tip will be told, and so when it is asked about, nobody knows ahead.
    for place in all.tips.indices { all.tips[place].asked = nil }
    for (id, days) in [("third", 3), ("fifth", 5), ("monthly", 30)] {
      all.questions.append(asked(id, every: .days(days)))
    }
    for (id, expression, stays) in [
      ("saturday", "Sat", 0), ("first", "*-*-01", 0), ("friday", "Fri", 3), ("staying", "Mon", 2),
    ] {
      guard let expression = try? CalendarExpression(expression) else { continue }
      var question = asked(id, every: .on(expression))
      question.stays = stays
      all.questions.append(question)
    }
    for (check, count) in [("hindrances", 3), ("hardware", 2)] {
      all.checks.append(SelfCheck(id: check, rows: [], title: check, ask: "?"))
      for number in 1...count {
        var question = asked("\(check)-\(number)", every: nil)
        question.check = check
        all.questions.append(question)
      }
    }
    all.cues.append(Cue(id: "bare", rows: [], texts: ["C"]))
    return all
  }()

  private static func asked(_ id: String, every: Cadence?) -> Question {
    let wording = Question.Wording(title: id, ask: "?", hint: "")
    var question = Question(id: id, rows: [], kind: .scale, better: .more, wording: wording)
    question.every = every
    return question
  }
}
