import Coaching
import Testing

/// The method against numbers that another program computed from the same formulas.
@Suite struct SelectorTests {
  private static func day(_ number: Int) -> CivilDate { CivilDate(dayNumber: number) }

  private static let places: [(seed: UInt64, stream: [UInt64])] = [
    (0, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]),
    (1_234_567, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]),
  ]

  @Test func `A draw follows from its text as published`() {
    let hashes: [(String, UInt64)] = [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
    ]
    for (text, hash) in hashes { #expect(SeededDraw.hash(text) == hash) }
    for (seed, stream) in Self.places {
      let steps = stream.indices.map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
      #expect(steps.map { SeededDraw.splitmix(seed &+ $0) } == stream)
    }
    let units = [
      ("42|2026-03-02|tip", 0.6721440637992481), ("42|2026-03-03|tip", 0.3872394462051806),
      ("42|2026-03-04|tip", 0.7815677629747685),
    ]
    for (text, unit) in units { #expect(SeededDraw.unit(text) == unit) }
  }

  // MARK: - Six tips

  static let six = [
    ("F1", "ridicule", nil), ("J1", "favouritism", nil), ("R1", "rejection", 0),
    ("R2", "rejection", nil), ("S1", "serve-badly", 6), ("W1", "wronged", 10),
  ].map { tip, theme, told in
    Selector.Item(tip: tip, theme: theme, lastTold: told.map(day))
  }

  static let verdicts = [("R1", 0, Rating.useful), ("S1", 6, .notForMe), ("W1", 10, .useful)].map {
    Coach.TipRating(tip: $0, day: day($1), rating: $2)
  }

  private static func isNear(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-9 }

  @Test func `What was said moves a tip, its theme and all of them, each less than the one before`()
  {
    let learned = Selector().learn(from: Self.verdicts, about: Self.six, today: Self.day(20))
    #expect(Self.isNear(learned.overall, 0.566258394))
    let themes = [
      ("favouritism", 0.566258394), ("rejection", 0.584085408), ("ridicule", 0.566258394),
      ("serve-badly", 0.541931455), ("wronged", 0.585449486),
    ]
    #expect(learned.themes.map(\.theme) == themes.map(\.0))
    #expect(zip(learned.themes, themes).allSatisfy { Self.isNear($0.mean, $1.1) })
    let tips = [0.566258394, 0.566258394, 0.601179722, 0.584085408, 0.518649621, 0.603791459]
    #expect(zip(learned.tips, tips).allSatisfy { Self.isNear($0.mean, $1) })
  }

  @Test func `Each term and each probability is as computed`() throws {
    let draw = SeededDraw.unit("42|2026-03-21|tip")
    #expect(draw == 0.3699164943251242)
    let choice = try #require(
      Selector().choose(
        among: Self.six,
        eligible: Array(Self.six.indices),
        verdicts: Self.verdicts,
        needs: ["rejection"],
        today: Self.day(20),
        draw: draw
      )
    )
    #expect(choice.candidates[choice.chosen].tip == "R2")
    let rows: [(tip: String, terms: [Double])] = [
      ("F1", [0, 0, 0, 0, 0.008351020]), ("J1", [0, 0, 0, 0, 0.008351020]),
      ("R1", [0.034921328, 0.2, 0.238110158, -0.003188830, 0.008348413]),
      ("R2", [0.017827014, 0.2, 0, 0.217827014, 0.958282880]),
      ("S1", [-0.047608773, 0, 0.314188237, -0.361797010, 0.008333333]),
      ("W1", [0.037533065, 0, 0.377976315, -0.340443250, 0.008333333]),
    ]
    #expect(choice.candidates.map(\.tip) == rows.map(\.tip))
    for (candidate, row) in zip(choice.candidates, rows) {
      let terms = [
        candidate.learned, candidate.need, candidate.repetition, candidate.score,
        candidate.probability,
      ]
      #expect(zip(terms, row.terms).allSatisfy(Self.isNear), "\(row.tip): \(terms)")
    }
    #expect(abs(choice.candidates.map(\.probability).reduce(0, +) - 1) < 1e-12)
  }

  // MARK: - Sixty days

  static let trace = """
    C2 B3 C1 B1 C3 A3 A1 A2 D1 D3 B2 D2 C2 C1 A1 C3 A3 B3 A2 C2 B1 C3 A1 C1 B2 A3 C2 A2 D1 A1
    C1 C3 D2 C2 D3 A3 A2 A1 B1 C1 C2 C3 A3 A2 A1 B3 C1 C2 C3 A3 D1 A2 B2 C2 A1 C1 D1 C3 A3 A2
    """

  @Test func `Sixty days of twelve tips are chosen to the letter`() throws {
    var items = ["A", "B", "C", "D"].flatMap { theme in
      (1...3).map { Selector.Item(tip: "\(theme)\($0)", theme: theme, lastTold: nil) }
    }
    var verdicts: [Coach.TipRating] = []
    var trace: [String] = []
    let first = try #require(CivilDate("2026-01-01"))
    for number in 0..<60 {
      let today = first.adding(days: number)
      let choice = try #require(
        Selector().choose(
          among: items,
          eligible: Array(items.indices),
          verdicts: verdicts,
          needs: number % 7 == 3 ? ["B"] : [],
          today: today,
          draw: SeededDraw.unit("seed-1|\(today)|tip")
        )
      )
      let chosen = choice.candidates[choice.chosen]
      trace.append(chosen.tip)
      let place = try #require(items.firstIndex { $0.tip == chosen.tip })
      items[place].lastTold = today
      let isLiked = chosen.theme == "A" || chosen.theme == "C"
      verdicts.append(
        Coach.TipRating(tip: chosen.tip, day: today, rating: isLiked ? .useful : .notForMe)
      )
    }
    #expect(trace == Self.trace.split { $0.isWhitespace }.map(String.init))
    let last = Selector().learn(from: verdicts, about: items, today: first.adding(days: 60))
    #expect(Self.isNear(last.overall, 0.707329747))
    let means = [0.842225061, 0.526953437, 0.844257581, 0.537229777]
    #expect(zip(last.themes, means).allSatisfy { Self.isNear($0.mean, $1) })
  }

  @Test func `Nothing is chosen from nothing, and one from one`() {
    let choose = { (eligible: [Int]) in
      Selector().choose(
        among: Self.six,
        eligible: eligible,
        verdicts: [],
        needs: [],
        today: Self.day(20),
        draw: 0.999999
      )
    }
    #expect(choose([]) == nil)
    #expect(choose([4])?.candidates.map(\.tip) == ["S1"])
    #expect(choose([4])?.candidates.map(\.probability) == [1])
  }
}
