import Glibc
import Testing

/// Whatever bytes come from outside, nothing traps, hangs, or costs more than they are long.
///
/// `Tests/fuzz` runs it for longer, and for one target alone. By default each has a moment, by the
/// same seed each time.
@Suite(.serialized) struct FuzzTests {
  static let targets: [FuzzTarget] = {
    let all =
      FuzzTarget.ofText + FuzzTarget.ofFiles + FuzzTarget.ofWords
      + FuzzTarget.ofImport
    guard let chosen = text("COACH_FUZZ_TARGETS") else { return all }
    return all.filter { chosen.split(separator: ",").contains(Substring($0.name)) }
  }()

  private static func text(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Together; a minute where all of the tests run.
  private static let seconds = text("COACH_FUZZ_SECONDS").flatMap(Double.init) ?? 8
  private static let seed = text("COACH_FUZZ_SEED").flatMap(UInt64.init) ?? 2026

  @Test(arguments: targets)
  func `No input traps, hangs or costs more than its length`(_ target: FuzzTarget) throws {
    var fuzzer = try Fuzzer(target, seed: Self.seed)
    try fuzzer.run(seconds: Self.seconds / Double(Self.targets.count))
    print("     fuzz \(target.name): \(fuzzer.count) inputs by seed \(Self.seed)")
    #expect(fuzzer.count > 0)
    #expect(fuzzer.findings == [])
  }

  @Test func `What costs the square of its length is found`() throws {
    let slow = FuzzTarget(
      name: "slow",
      corpus: { [Array("abc".utf8)] },
      take: { input in
        var sum = 0
        // Each step waits for the one before it, or an optimiser takes many at once.
        for round in 0..<16 {
          for one in input { for other in input { sum = sum &* 31 ^ Int(one ^ other) &+ round } }
        }
        if sum == 1 { throw CancellationError() }
      },
      longest: 400
    )
    var fuzzer = try Fuzzer(slow, seed: 1)
    for _ in 0..<9 where fuzzer.findings.isEmpty { fuzzer.grow() }
    fuzzer.end()
    #expect(fuzzer.findings.first?.contains("grows as") == true)
    for finding in fuzzer.findings {
      guard let path = finding.split(separator: "kept as ").last else { continue }
      unsafe unlink(String(path))
    }
    unsafe rmdir(FuzzTrace.directory("slow"))
  }
}
