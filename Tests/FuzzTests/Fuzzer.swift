import Glibc
import TestSupport
import Testing

/// Something that takes bytes from outside, and what it is fed from.
struct FuzzTarget: Sendable, CustomTestStringConvertible {
  let name: String
  /// What people really write, to be changed.
  let corpus: @Sendable () throws -> [[UInt8]]
  /// Takes an input; whatever it throws is an answer, but a `FuzzWrong`.
  ///
  /// A trap, a hang and a cost that grows faster than the input are none either.
  let take: @Sendable ([UInt8]) throws -> Void
  /// The longest input, in bytes: what is longer is refused before.
  var longest = 4096
  /// Whether its cost is to grow no faster than the input.
  var isLinear = true

  var testDescription: String { name }
}

/// What is wrong though nothing trapped.
struct FuzzWrong: Error {
  let what: String
}

/// Feeds a target with inputs that a seed makes.
struct Fuzzer {
  let target: FuzzTarget
  private var chance: SplitMix64
  private let corpus: [[UInt8]]
  private let trace: FuzzTrace
  private(set) var count = 0
  /// What was wrong, each with the input as it can be kept.
  private(set) var findings: [String] = []

  /// How long one input may take, in seconds: none of those here is a page long.
  private static let limit = 2.0

  init(_ target: FuzzTarget, seed: UInt64) throws {
    self.target = target
    chance = SplitMix64(seed: seed)
    corpus = try target.corpus()
    trace = try FuzzTrace(target.name)
  }

  /// Feeds it for so many seconds, first with what was found once.
  mutating func run(seconds: Double) throws {
    let start = FuzzClock.seconds()
    for kept in try FuzzTrace.kept(target.name) { take(kept) }
    while FuzzClock.seconds() - start < seconds {
      if target.isLinear, chance.happens(1, in: 400) { grow() } else { take(input()) }
    }
    end()
  }

  /// Nothing more is taken.
  func end() { trace.end() }

  private mutating func take(_ input: [UInt8]) {
    trace.begin(input)
    count += 1
    var wrong: String?
    let took = FuzzClock.timed {
      do {
        try target.take(input)
      } catch let error as FuzzWrong {
        wrong = error.what
      } catch {
        // Refused.
      }
    }
    if let wrong { report(wrong, input) }
    if took > Self.limit { report("takes \(took) s for \(input.count) bytes", input) }
  }

  private mutating func report(_ what: String, _ input: [UInt8]) {
    findings.append("\(target.name) \(what); kept as \(trace.keep(input))")
  }

  // MARK: - Inputs

  private mutating func input() -> [UInt8] {
    var input = chance.happens(1, in: 12) ? noise() : chance.pick(corpus)
    for _ in 0..<(1 << chance.below(5)) { change(&input) }
    return Array(input.prefix(target.longest))
  }

  private mutating func noise() -> [UInt8] {
    (0..<chance.below(64)).map { _ in UInt8(chance.below(256)) }
  }

  /// What has a meaning of its own in one of the forms, or at the edge of a number.
  private static let words = [
    "0", "-1", "1", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "1e400",
    "nan", "\"", "\"\"\"", "'", "[", "]", "{", "}", "=", ".", "..", ",", ":", "/", "~", "*", "-",
    "#", "\n", "\r\n", "\t", " ", "\u{0}", "\u{7F}", "\u{1B}[2J", "\u{85}", "\u{202E}",
    "\u{FEFF}", "\u{301}", "\u{200D}", "👩‍👩‍👧‍👦", "\u{FF11}\u{FF12}", "é", "24:00", "23:59:60",
    "9999-12-31", "0000-01-01", "2026-02-30", "Mon..Sun", "00:00..24:00", "*:0/1", "1h 30min",
    "99999999h", "[[tip]]", "[slot.a]", "a.b.c", "true", "\\u0000", "\\x", "\\",
  ].map { Array($0.utf8) }

  private mutating func change(_ input: inout [UInt8]) {
    let place = chance.below(input.count + 1)
    let length = min(chance.below(1 << chance.below(8)) + 1, input.count - place)
    switch chance.below(8) {
    case 0 where place < input.count: input[place] ^= 1 << UInt8(chance.below(8))
    case 1 where place < input.count: input[place] = UInt8(chance.below(256))
    case 2: input.removeSubrange(place..<place + max(0, length))
    case 3: input.insert(contentsOf: input[place..<place + max(0, length)], at: place)
    case 4, 5: input.insert(contentsOf: chance.pick(Self.words), at: place)
    case 6:
      let other = chance.pick(corpus)
      let from = chance.below(other.count + 1)
      let count = min(chance.below(80), other.count - from)
      input.insert(contentsOf: other[from..<from + count], at: place)
    default:
      // A number near one that is there.
      guard let digit = input[place...].firstIndex(where: { (48...57).contains($0) }) else {
        return
      }
      input[digit] = UInt8(48 + chance.below(10))
    }
  }

  // MARK: - Costs

  /// Repeats a piece ever more often: what takes four times as long for twice as much, twice in
  /// succession, grows with the square.
  mutating func grow() {
    let whole = chance.pick(corpus)
    let place = chance.below(whole.count + 1)
    var piece = Array(whole[place..<min(whole.count, place + 1 + chance.below(60))])
    if piece.isEmpty || chance.happens(1, in: 2) { piece = chance.pick(Self.words) }
    let (head, tail) = (Array(whole[..<place]), Array(whole[place...]))
    var costs: [Double] = []
    for size in [target.longest * 2, target.longest * 4, target.longest * 8] {
      let middle = repeatElement(piece, count: size / piece.count).joined()
      let input = head + middle + tail
      trace.begin(input)
      // The best of three: others use this machine too.
      costs.append((0..<3).map { _ in FuzzClock.timed { try? target.take(input) } }.min() ?? 0)
      count += 3
      if costs.last ?? 0 > Self.limit { return report("takes \(costs) s", input) }
      let isSquare = costs.count == 3 && costs[1] > 3 * costs[0] && costs[2] > 3 * costs[1]
      if isSquare, costs[2] > 0.1 { report("grows as \(costs) s for twice as much", input) }
    }
  }
}

enum FuzzClock {
  @safe static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func timed(_ work: () -> Void) -> Double {
    let start = seconds()
    work()
    return seconds() - start
  }
}

/// The input that is being taken, in a file that outlives this process.
struct FuzzTrace {
  private static let cases = String(#filePath.dropLast("/Fuzzer.swift".count)) + "/Cases"
  private let name: String
  private let path: String
  private let file: Int32

  init(_ name: String) throws {
    self.name = name
    let directory = unsafe getenv("COACH_FUZZ_TRACE").map { unsafe String(cString: $0) } ?? "/tmp"
    path = "\(directory)/coach-fuzz-\(name).\(getpid())"
    file = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    try #require(file >= 0, "\(path)")
  }

  func begin(_ input: [UInt8]) {
    ftruncate(file, input.count)
    _ = unsafe input.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, $0.count, 0) }
  }

  func end() {
    close(file)
    unsafe unlink(path)
  }

  /// Keeps an input for good, beside this file; its path.
  func keep(_ input: [UInt8]) -> String {
    let directory = "\(Self.cases)/\(name)"
    unsafe mkdir(Self.cases, 0o755)
    unsafe mkdir(directory, 0o755)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in input { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let kept = "\(directory)/\(String(hash, radix: 16))"
    let file = unsafe open(kept, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = unsafe input.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    close(file)
    return kept
  }

  static func directory(_ name: String) -> String { "\(cases)/\(name)" }

  /// What was found once, and is to stay mended.
  static func kept(_ name: String) throws -> [[UInt8]] {
    names(in: "\(cases)/\(name)").map { TestSupport.bytes(ofFile: "\(cases)/\(name)/\($0)") }
  }

  static func names(in directory: String) -> [String] {
    var names: [String] = []
    guard let open = unsafe opendir(directory) else { return names }
    defer { unsafe closedir(open) }
    while let entry = unsafe readdir(open) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
