import Coaching
import Configuration
import TestSupport
import Testing

/// The decks that come with the coach.
enum StudiedDecks {
  static let names = [
    "active-service", "craft", "extras-and-growth", "formation-and-homes",
    "perception-and-fairness", "self-and-others", "wider-circle",
  ]
  private static let root = String(#filePath.split(separator: "/Tests/")[0])

  static func deck(_ name: String) throws -> Teaching {
    try DeckReader(directory: "\(root)/config/decks/\(name)", language: .english).read()
  }

  static func teaching() throws -> Teaching {
    var teaching = Teaching()
    for name in ["daily"] + names { teaching.add(try deck(name)) }
    return teaching
  }
}

/// What a person of the study heard, and what they said.
struct StudiedYears: Sendable {
  /// A morning: what was told, and what had the first word.
  struct Morning: Sendable {
    var day: Int
    var tip: Tip
    var claim: TipPriority
    var isFree: Bool
  }

  var name: String
  var mornings: [Morning] = []
  var said: [(day: Int, answer: Answer)] = []
}

/// A made-up person of the study: who they are, and how they answer.
struct StudiedLife {
  enum Habit: CaseIterable {
    case honest
    case rare
    case silent
  }

  private var years: StudiedYears
  private let habit: Habit
  private let profile: Profile
  private let context: PlanningContext
  private let ledger = MemoryLedger()
  private let tips: [String]
  private var draw: TestSupport.SplitMix64
  /// A Friday, so that weeks and years do not begin together.
  private static let first = CivilDate(dayNumber: 20_819)

  init(seed: UInt64, _ teaching: Teaching) {
    draw = TestSupport.SplitMix64(seed: seed)
    habit = Habit.allCases[Int(seed) % 3]
    let roles: [[Tip.Role]] = [
      [], [.customerFacing], [.backOffice], [.manager], [.property], [.customerFacing, .parent],
      [.publicServant], [.employer, .owner],
    ]
    var profile = Profile(roles: roles[Int(seed) % roles.count])
    profile.lightsOut = WeeklyTimes(["23:00"])
    profile.level = [2, 2, 2, 1, 3][draw.below(5)]
    if draw.happens(1, in: 5) { profile.obstacle = 1 + draw.below(5) }
    if draw.happens(1, in: 3) {
      profile.circlesOff = [Tip.Circle.allCases[draw.below(Tip.Circle.allCases.count)]]
    }
    self.profile = profile
    years = StudiedYears(name: "person \(seed), \(habit), \(profile.roles.map(\.rawValue))")
    tips = teaching.tips.map(\.id)
    let schedule = Schedule(slots: [], dayStarts: CivilTime(secondOfDay: 14_400), quiet: .none)
    context = PlanningContext(
      schedule: schedule,
      teaching: teaching,
      zone: .utc,
      profile: profile
    )
  }

  /// Lives so many days.
  mutating func live(days: Int) -> StudiedYears {
    for number in 0..<days {
      let day = Self.first.adding(days: number)
      let coach = ledger.coach(around: day, tips: tips)
      guard let decision = coach.decision(on: day, for: context) else { continue }
      write([.chosen(decision.chosen), .told(tip: decision.tip.id)], number, at: 27_000)
      years.mornings.append(
        StudiedYears.Morning(
          day: number,
          tip: decision.tip,
          claim: decision.claim,
          isFree: profile.offHours.contains(day.weekday)
        )
      )
      answer(number)
    }
    return years
  }

  /// Half of the evenings late, of ten offers six taken, one declined, one beyond them.
  private mutating func answer(_ number: Int) {
    let answers = habit == .honest || habit == .rare && draw.happens(1, in: 6)
    guard answers else { return }
    let offer: [Answer] = [
      .outcome(.declined), .outcome(.couldNot), .noOccasion, .noOccasion,
    ]
    let chosen = draw.below(10)
    let help = offer.indices.contains(chosen) ? offer[chosen] : .outcome(.taken)
    let late = CivilTime(secondOfDay: draw.happens(1, in: 2) ? 85_800 : 82_000)
    let energy = Answer.scale(draw.happens(1, in: 8) ? 3 : 5 + draw.below(5))
    for (question, answer) in [("help", help), ("sleep", .timeOfDay(late)), ("energy", energy)] {
      years.said.append((number, answer))
      let answered = Answered(question: question, answer: answer, from: "command")
      write([.answered(answered)], number, at: 64_000)
    }
  }

  private func write(_ events: [Event], _ number: Int, at second: Int64) {
    let day = Self.first.adding(days: number)
    let instant = Instant(seconds: Int64(day.dayNumber) * 86_400 + second)
    let drafts = events.map { Draft(instant: instant, zone: "UTC", day: day, event: $0) }
    do {
      try ledger.append(drafts)
    } catch {
      Issue.record("\(error)")
    }
  }
}

extension StudiedYears {
  static func isCalled(_ claim: TipPriority) -> Bool {
    switch claim {
    case .followUp, .obstacle, .check, .circle: true
    case .overGiving, .step, .arc, .extra, .offHours, .rotation, .another: false
    }
  }

  /// How much a morning about a circle goes together with one about the same so many days later: 0
  /// where it does not, 1 where it always does; the mean over the circles.
  func autocorrelation(at lag: Int) -> Double {
    let circles = Tip.Circle.allCases.map { circle in
      mornings.map { $0.tip.circle == circle ? 1.0 : 0.0 }
    }.filter { $0.contains(1) }
    let each = circles.map { series -> Double in
      let mean = series.reduce(0, +) / Double(series.count)
      let spread = series.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
      let together = zip(series, series.dropFirst(lag)).map { ($0 - mean) * ($1 - mean) }
      return together.reduce(0, +) / spread
    }
    return each.reduce(0, +) / Double(max(1, each.count))
  }
}

/// What the study found, one line a figure.
struct StudyTable {
  let text: String

  init(_ lives: [StudiedYears], _ decks: [(name: String, tips: Set<String>)]) throws {
    let all = lives.flatMap(\.mornings)
    let share = { (isMeant: (StudiedYears.Morning) -> Bool) in
      StudyTable.percent(all.filter(isMeant).count, of: all.count)
    }
    var rows: [(String, String)] = [("persons", String(lives.count))]
    let distinct = lives.map { Set($0.mornings.prefix(365).map(\.tip.id)).count }.sorted()
    rows.append(("distinct tips in a year, least to most", StudyTable.range(distinct)))
    let repeats = lives.map { life in life.repeats(within: 120) }.reduce(0, +)
    rows.append(("repeats within 120 days", String(repeats)))
    let clock = lives.map { Int(1000 * $0.autocorrelation(at: 28)) }.sorted()
    rows.append(("circles again after 28 days, in thousandths", StudyTable.range(clock)))
    for deck in decks where !deck.tips.isEmpty {
      rows.append(("deck \(deck.name)", share { deck.tips.contains($0.tip.id) }))
    }
    for (name, claim) in StudyTable.claims { rows.append((name, share { claim($0.claim) })) }
    rows.append(("about a circle", share { $0.tip.circle != nil }))
    rows.append(("other answers than yes or no", share { $0.tip.answer != .yesNo }))
    let width = rows.map(\.0.count).max() ?? 0
    text = rows.map { name, value in
      name + String(repeating: " ", count: width - name.count + 2) + value
    }.joined(separator: "\n")
  }

  private static var claims: [(String, (TipPriority) -> Bool)] {
    [
      ("following an answer", { if case .followUp = $0 { true } else { false } }),
      ("an obstacle's series", { if case .obstacle = $0 { true } else { false } }),
      ("a circle's turn", { if case .circle = $0 { true } else { false } }),
      ("a step's turn", { if case .step = $0 { true } else { false } }),
      ("off-hours or an extra's turn", { $0 == .offHours || $0 == .extra }),
      ("the rotation", { $0 == .rotation }),
    ]
  }

  private static func percent(_ count: Int, of all: Int) -> String {
    "\((1000 * count / max(1, all) + 5) / 10) %"
  }

  private static func range(_ sorted: [Int]) -> String {
    guard let first = sorted.first, let last = sorted.last else { return "–" }
    return "\(first), \(sorted[sorted.count / 2]), \(last)"
  }
}

extension StudiedYears {
  /// How many mornings had a tip that was told less than so many days before.
  fileprivate func repeats(within days: Int) -> Int {
    var last: [String: Int] = [:]
    var count = 0
    for morning in mornings {
      if let before = last[morning.tip.id], morning.day - before < days { count += 1 }
      last[morning.tip.id] = morning.day
    }
    return count
  }
}
