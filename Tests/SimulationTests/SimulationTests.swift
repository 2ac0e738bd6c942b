import Coaching
import Glibc
import Testing

/// The production session through whole years that a seed makes, and its ranked goals.
@Suite struct SimulationTests {
  static let seeds: [UInt64] = {
    if let seed = number("COACH_SIMULATION_SEED") { return [seed] }
    return Array(1...max(number("COACH_SIMULATION_SEEDS") ?? 2000, 1))
  }()

  @Test(arguments: seeds)
  func `A year with the coach keeps the ranked goals`(_ seed: UInt64) throws {
    try #require(Places.names.count > 300, "zones are missing: install tzdata")
    guard let complaint = try Life(seed: seed, days: 365).live() else { return }
    let again = try Life(seed: seed, days: 365, keepsTrail: true)
    _ = try again.live()
    Issue.record(
      """
      seed \(seed): \(complaint)
      \(again.trail.last(60))
      replay: COACH_SIMULATION_SEED=\(seed) swift test --filter SimulationTests
      """
    )
  }

  private static func number(_ name: String) -> UInt64? {
    unsafe getenv(name).flatMap { unsafe UInt64(String(cString: $0)) }
  }
}
