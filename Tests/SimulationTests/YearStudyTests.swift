import Coaching
import Glibc
import TestSupport
import Testing

/// Two years of mornings with the decks that come with the coach, for people who answer honestly,
/// rarely or never: what they hear of, how often, and why.
///
/// `COACH_STUDY_PERSONS=200 swift test --filter YearStudyTests` prints a table of as many.
@Suite struct YearStudyTests {
  static let persons: Int = {
    let wanted = unsafe getenv("COACH_STUDY_PERSONS").flatMap { unsafe Int(String(cString: $0)) }
    return max(wanted ?? 8, 1)
  }()
  static let days = 730

  /// The tips of each deck by its name, read once.
  private static let decks = Result { try readDecks() }
  private static let lives = Result { try live() }

  private static func readDecks() throws -> [(name: String, tips: Set<String>)] {
    try StudiedDecks.names.map { ($0, Set(try StudiedDecks.deck($0).tips.map(\.id))) }
  }

  private static func live() throws -> [StudiedYears] {
    let teaching = try StudiedDecks.all.get()
    return (1...persons).map { number in
      var life = StudiedLife(seed: UInt64(number), teaching)
      return life.live(days: days)
    }
  }

  @Test func `No tip comes again before a season is over`() throws {
    for life in try Self.lives.get() {
      var last: [String: Int] = [:]
      for morning in life.mornings {
        if let before = last[morning.tip.id] {
          #expect(morning.day - before >= 120, "\(life.name): \(morning.tip.id)")
        }
        last[morning.tip.id] = morning.day
      }
    }
  }

  @Test func `What answers, series and circles call for takes three mornings of seven at most`()
    throws
  {
    for life in try Self.lives.get() {
      let called = life.mornings.map { StudiedYears.isCalled($0.claim) }
      for first in 0...(called.count - 7) {
        let count = called[first..<first + 7].filter { $0 }.count
        #expect(count <= 3, "\(life.name), day \(first)")
      }
    }
  }

  @Test func `Circles are no parade`() throws {
    let lives = try Self.lives.get()
    let means = lives.map { $0.autocorrelation(at: 28) }
    #expect(means.reduce(0, +) / Double(means.count) < 0.1, "\(means)")
  }

  @Test func `Each deck has its share of the mornings`() throws {
    let lives = try Self.lives.get()
    let all = lives.reduce(0) { $0 + $1.mornings.count }
    for deck in try Self.decks.get() where !deck.tips.isEmpty {
      let count = lives.reduce(0) { sum, life in
        sum + life.mornings.filter { deck.tips.contains($0.tip.id) }.count
      }
      let share = Double(count) / Double(all)
      #expect((0.06...0.30).contains(share), "\(deck.name): \(share)")
    }
  }

  /// Whoever answers honestly hears of all decks, as whoever answers nothing does.
  @Test(arguments: StudiedLife.Habit.allCases)
  func `However a person answers, each deck has its share`(_ habit: StudiedLife.Habit) throws {
    let lives = try Self.lives.get().filter { $0.habit == habit }
    let all = lives.reduce(0) { $0 + $1.mornings.count }
    for deck in try Self.decks.get() where !deck.tips.isEmpty {
      let count = lives.reduce(0) { $0 + $1.count { deck.tips.contains($0.tip.id) } }
      let share = Double(count) / Double(max(1, all))
      #expect(all == 0 || (0.05...0.32).contains(share), "\(habit), \(deck.name): \(share)")
    }
  }

  @Test func `On a free day nothing is of the job, and off-hours tips come on no other`() throws {
    for life in try Self.lives.get() {
      for morning in life.mornings {
        if morning.isFree { #expect(morning.tip.place != .work, "\(morning.tip.id)") }
        if morning.tip.kind == .offHours { #expect(morning.isFree, "\(morning.tip.id)") }
      }
    }
  }

  @Test func `What follows from an answer is what answers it`() throws {
    for life in try Self.lives.get() {
      for morning in life.mornings {
        guard case .followUp(let followUp) = morning.claim else { continue }
        #expect(morning.tip.follows.contains(followUp), "\(life.name): \(morning.tip.id)")
      }
    }
  }

  @Test func `Every reason is true, and a free choice is one in twenty at most`() throws {
    for life in try Self.lives.get() {
      #expect(!life.mornings.contains { $0.reasons.isEmpty }, "\(life.name)")
      #expect(life.untrueReasons.map(\.description) == [], "\(life.name)")
      let free = life.count { $0.reasons == [.freeChoice] }
      #expect(free * 20 <= life.mornings.count, "\(life.name): \(free)")
    }
  }

  @Test func `What was wanted in parts is told on the mornings that follow, and no other part`()
    throws
  {
    let teaching = try StudiedDecks.all.get()
    var wanted = 0
    for life in try Self.lives.get() {
      for offer in life.arcs where offer.isWanted {
        let arc = try #require(teaching.arc(offer.arc))
        let told = life.mornings.filter { offer.day < $0.day && $0.day <= offer.day + 28 }
          .filter { arc.parts.contains($0.tip.id) }
        if offer.day + 28 >= Self.days { continue }
        #expect(told.map(\.tip.id) == arc.parts, "\(life.name), day \(offer.day)")
        wanted += 1
      }
      let parts = life.arcs.filter(\.isWanted).compactMap { teaching.arc($0.arc)?.parts }
      let own = life.mornings.filter { $0.tip.arc != nil }.map(\.tip.id)
      #expect(own.allSatisfy { tip in parts.contains { $0.contains(tip) } }, "\(life.name)")
    }
    #expect(wanted > 0)
  }

  @Test func `The table of the study`() throws {
    let lives = try Self.lives.get()
    #expect(lives.allSatisfy { $0.mornings.count == Self.days })
    guard unsafe getenv("COACH_STUDY_PERSONS") != nil else { return }
    print(try StudyTable(lives, try Self.decks.get()).text)
  }
}
