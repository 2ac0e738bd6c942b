import Coaching
import Testing

/// One fault at the first point of a few calm days, then at the second, until there are no more.
@Suite struct EveryPointTests {
  static let seeds: [UInt64] = [1, 2, 3]

  @Test(arguments: seeds)
  func `Killed at any step, the coach loses nothing and repeats nothing`(_ seed: UInt64) throws {
    let points = try pointsReached(seed) { life, point in
      life.world.stepsLeft = point
    } isReached: { life in
      life.world.stepsLeft == nil
    }
    #expect(points > 100)
  }

  @Test(arguments: seeds)
  func `After any write that fails once, all is as it should be`(_ seed: UInt64) throws {
    let points = try pointsReached(seed) { life, point in
      life.world.ledger.writesLeft = point
    } isReached: { life in
      life.world.ledger.writesLeft == nil
    }
    #expect(points > 20)
  }

  @Test(arguments: seeds)
  func `After any write from which on all fail for hours, too`(_ seed: UInt64) throws {
    let points = try pointsReached(seed) { life, point in
      life.world.ledger.writesLeft = point
      life.world.ledger.failsOn = true
      for hour in 1...14 { life.plan(.heal, in: Int64(hour) * 5 * 3600) }
    } isReached: { life in
      life.world.ledger.writesLeft == nil
    }
    #expect(points > 20)
  }

  /// Lives the same days with the fault at each point; at how many there was one.
  private func pointsReached(
    _ seed: UInt64,
    prepare: (Life, Int) -> Void,
    isReached: (Life) -> Bool
  ) throws -> Int {
    for point in 0..<5000 {
      let life = try Life(seed: seed, days: 3, weather: .calm, keepsTrail: true)
      prepare(life, point)
      if let complaint = try life.live() {
        Issue.record("seed \(seed), point \(point): \(complaint)\n\(life.trail.last(40))")
        return point
      }
      if !isReached(life) { return point }
    }
    return 5000
  }
}
