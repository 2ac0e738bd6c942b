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

  /// All of them, read once.
  static let all = Result { try teaching() }

  private static func teaching() throws -> Teaching {
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
    var reasons: [Reason]
    var isFree: Bool
  }

  var name: String
  var habit: StudiedLife.Habit
  var profile: Profile
  var mornings: [Morning] = []
  var said: [(day: Int, answer: Answer)] = []
  /// What the person said of a tip, and of the offer of an arc.
  var ratings: [(day: Int, tip: String, isUseful: Bool)] = []
  var arcs: [(day: Int, arc: String, isWanted: Bool)] = []
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
  private let offers: [String]
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
    years = StudiedYears(
      name: "person \(seed), \(habit), \(profile.roles.map(\.rawValue))",
      habit: habit,
      profile: profile
    )
    tips = teaching.tips.map(\.id)
    offers = teaching.offers
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
      let coach = ledger.coach(around: day, tips: tips, offers: offers)
      guard let decision = coach.decision(on: day, for: context) else { continue }
      write([.chosen(decision.chosen), .told(tip: decision.tip.id)], number, at: 27_000)
      years.mornings.append(
        StudiedYears.Morning(
          day: number,
          tip: decision.tip,
          claim: decision.claim,
          reasons: coach.reasons(for: decision.chosen, on: day, from: context.teaching),
          isFree: profile.offHours.contains(day.weekday)
        )
      )
      answer(number, about: decision.tip)
    }
    return years
  }

  /// Half of the evenings late, of ten offers six taken, one declined, one beyond them; every fifth
  /// tip called useful or not, and every second arc that is offered wanted.
  private mutating func answer(_ number: Int, about tip: Tip) {
    let answers = habit == .honest || habit == .rare && draw.happens(1, in: 6)
    guard answers else { return }
    if draw.happens(1, in: 5) { rate(tip, number) }
    if number % StudiedLife.arcDays == StudiedLife.arcDays - 1 { answerArc(number) }
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

  /// A liking that changes: of the themes that are liked in one year, half are not in the next.
  private mutating func rate(_ tip: Tip, _ number: Int) {
    let isLiked = SeededDraw.unit("\(tip.theme)|\(number / 365)|\(years.name)") < 0.5
    let isUseful = isLiked != draw.happens(1, in: 10)
    years.ratings.append((number, tip.id, isUseful))
    write([.rated(tip: tip.id, isUseful ? .useful : .notForMe)], number, at: 60_000)
  }

  /// Every how many days an arc is offered.
  private static let arcDays = 28

  private mutating func answerArc(_ number: Int) {
    let day = Self.first.adding(days: number)
    let now = Instant(seconds: Int64(day.dayNumber) * 86_400 + 62_000)
    guard let series = context.teaching.questions.first(where: { $0.about == .arc }) else { return }
    let coach = ledger.coach(around: day, tips: tips, offers: offers)
    guard coach.arcRun(on: day, for: context.teaching) == nil,
      let arc = Planner(coach, context, at: now).arc(ofAnswerTo: series)
    else { return }
    let isWanted = draw.happens(1, in: 2)
    years.arcs.append((number, arc, isWanted))
    var answered = Answered(question: series.id, answer: .yesNo(isWanted), from: "command")
    answered.about = arc
    write([.answered(answered)], number, at: 62_000)
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

  /// On how many of the mornings something is so.
  func count(_ isMeant: (Morning) -> Bool) -> Int { mornings.filter(isMeant).count }

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
