import Coaching
import Glibc
import Testing

/// A power, for the chances of the made-up worlds.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// Whether the choice is worth having, in worlds that are made up.
@Suite struct EvidenceTests {
  private static let people: [UInt64] = Array(1...30)

  /// The mean over all people, of each way.
  private static func means(in world: MadeUpWorld) -> [Double] {
    Way.allCases.map { way in
      let sums = people.map { seed -> Double in
        var year = MadeUpYear(world, seed: seed)
        return year.live(by: way)
      }
      return sums.reduce(0, +) / Double(people.count)
    }
  }

  @Test func `The selector leads where tips differ, and loses little where they do not`() {
    print(
      "mean chance that the tip works: \(Way.allCases.map(\.rawValue).joined(separator: " | "))"
    )
    for world in MadeUpWorld.all {
      let means = Self.means(in: world)
      let cells = means.map { String((($0 * 1000).rounded()) / 1000) }
      print("\(world.name): \(cells.joined(separator: " | "))")
      let others = means.dropFirst().max() ?? 1
      if world.name == MadeUpWorld.base.name { #expect(means[0] > others) }
      #expect(means[0] > others - 0.015, "\(world.name)")
    }
  }
}
