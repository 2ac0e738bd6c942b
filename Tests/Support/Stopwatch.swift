import Glibc

/// Times what a benchmark does.
public enum Stopwatch {
  @safe private static func nanoseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Nanoseconds for one call, the median of nine rounds of some 10 ms each, or of one call.
  ///
  /// - Parameter work: What is timed; it returns a number that depends on all that it did, so that
  ///   nothing is left out as if nobody needed it.
  /// - Returns: Nanoseconds.
  public static func median(of work: () -> Int64) -> Double {
    var sink: Int64 = 0
    var calls = 1
    var took = 0
    while took < 10_000_000 {
      calls *= 2
      let start = nanoseconds()
      for _ in 0..<calls { sink &+= work() }
      took = nanoseconds() - start
    }
    var rounds: [Double] = []
    for _ in 0..<9 {
      let start = nanoseconds()
      for _ in 0..<calls { sink &+= work() }
      rounds.append(Double(nanoseconds() - start) / Double(calls))
    }
    if sink == 1 { print("") }
    return rounds.sorted()[4]
  }
}
