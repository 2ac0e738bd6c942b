import CSystemd
import Glibc

/// A program that was started, with a text to read, and what became of it.
///
/// Nothing waits for it: the loop hears when it ends. It runs in a process group of its own, and
/// all of that group is killed when its time is over, or when nobody keeps the child any more.
public final class Child {
  /// What a program left behind.
  public struct End: Equatable, Sendable {
    /// How it ended.
    public enum Way: Equatable, Sendable {
      /// By itself, with a status of 0...255.
      case status(Int32)
      /// By a signal that somebody else sent.
      case signal(Int32)
      /// It was killed when its time was over.
      case timeOver
    }

    public let way: Way
    /// What it wrote to its standard output and to its standard error, at most 64 KiB of each.
    public let output: [UInt8]
    public let complaint: [UInt8]
  }

  private let process: pid_t
  private let handler: (End) -> Void
  private let output: Drain
  private let complaint: Drain
  private var watch: Int32 = -1
  private var ending: Source?
  private var limit: Source?
  private var isOverTime = false

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - words: The program, found by PATH unless it has a slash, and its arguments; not empty.
  ///   - environment: `NAME=value` each; nothing else is passed on.
  ///   - input: What it reads from its standard input.
  ///   - seconds: How long it may take, at least 1.
  ///   - loop: Where its end is noticed.
  ///   - handler: Hears of its end, once; the child may be let go of in it.
  /// - Throws: When it cannot be started, as where there is no such program.
  public init(
    _ words: [String],
    environment: [String],
    input: [UInt8],
    withinSeconds seconds: Int64,
    loop: Loop,
    handler: @escaping (End) -> Void
  ) throws(SystemdError) {
    precondition(!words.isEmpty && seconds >= 1, "A program has a name and some time.")
    self.handler = handler
    let paper = try Child.paper(with: input)
    defer { close(paper) }
    output = try Drain(loop)
    complaint = try Drain(loop)
    process = try spawn(
      words,
      environment,
      descriptors: [paper, output.mouth, complaint.mouth]
    )
    output.closeMouth()
    complaint.closeMouth()
    watch = try checkErrno("pidfd_open", csystemd_pidfd_open(process))
    ending = try loop.onReadable(watch) { [unowned self] in ended() }
    limit = try loop.after(seconds: seconds) { [unowned self] in overTime() }
  }

  deinit {
    ending = nil
    if watch >= 0 { close(watch) }
    // Its group is there as long as the process has not been waited for.
    if !isOver { killGroup() }
  }

  private var isOver = false

  private func killGroup() {
    kill(-process, SIGKILL)
  }

  private func overTime() {
    isOverTime = true
    killGroup()
  }

  private func ended() {
    var status: Int32 = 0
    // What it left running in its group goes with it, before another can have the number.
    killGroup()
    guard unsafe waitpid(process, &status, WNOHANG) == process else { return }
    isOver = true
    ending = nil
    limit = nil
    let signal = status & 0x7F
    let way: End.Way = signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
    let end = End(
      way: isOverTime && signal == SIGKILL ? .timeOver : way,
      output: output.rest(),
      complaint: complaint.rest()
    )
    withExtendedLifetime(self) { handler(end) }
  }

  /// A file in memory to read from: unlike a pipe it takes any length without anybody waiting.
  private static func paper(with bytes: [UInt8]) throws(SystemdError) -> Int32 {
    let paper = try checkErrno("memfd_create", csystemd_memfd_create())
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(paper, $0.baseAddress, $0.count) }
      if count <= 0 {
        let code = errno
        close(paper)
        throw SystemdError(call: "write", code: code)
      }
      rest = rest.dropFirst(count)
    }
    lseek(paper, 0, SEEK_SET)
    return paper
  }
}

/// Starts a program in a process group of its own, with nothing of ours but three descriptors.
private func spawn(
  _ words: [String],
  _ environment: [String],
  descriptors: [Int32]
) throws(SystemdError) -> pid_t {
  var attributes = posix_spawnattr_t()
  unsafe posix_spawnattr_init(&attributes)
  defer { unsafe posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  unsafe sigemptyset(&none)
  var ignored = sigset_t()
  unsafe sigemptyset(&ignored)
  unsafe sigaddset(&ignored, SIGPIPE)
  // The loop's signals are blocked here, and would be there.
  unsafe posix_spawnattr_setsigmask(&attributes, &none)
  unsafe posix_spawnattr_setsigdefault(&attributes, &ignored)
  unsafe posix_spawnattr_setpgroup(&attributes, 0)
  let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
  unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  for (place, descriptor) in descriptors.enumerated() {
    unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(place))
  }
  var process: pid_t = 0
  let program = words[0]
  let result = unsafe withCStrings(words) { words in
    unsafe withCStrings(environment) { environment in
      unsafe posix_spawnp(&process, program, &actions, &attributes, words, environment)
    }
  }
  guard result == 0 else { throw SystemdError(call: "posix_spawnp", code: result) }
  return process
}

/// Lends texts as C takes a list of them, in the call only.
func withCStrings<Result>(
  _ texts: [String],
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var copies = unsafe texts.map { unsafe strdup($0) } + [nil]
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe copies.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress else {
      preconditionFailure("A list with an end has a beginning.")
    }
    return unsafe body(start)
  }
}

/// A pipe out of which the loop takes what a program writes, keeping the first of it.
private final class Drain {
  static let mostBytes = 65_536
  private(set) var mouth: Int32
  private let outlet: Int32
  private var source: Source?
  private var bytes: [UInt8] = []

  init(_ loop: Loop) throws(SystemdError) {
    var ends: [Int32] = [0, 0]
    try checkErrno("pipe", unsafe pipe(&ends))
    (outlet, mouth) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // Whoever inherited the other end may keep it open for ever.
    _ = fcntl(outlet, F_SETFL, O_NONBLOCK)
    source = try loop.onReadable(outlet) { [unowned self] in if !take() { source = nil } }
  }

  deinit {
    source = nil
    closeMouth()
    close(outlet)
  }

  func closeMouth() {
    if mouth >= 0 { close(mouth) }
    mouth = -1
  }

  /// All that was kept, with what is still in the pipe.
  func rest() -> [UInt8] {
    for _ in 0..<16 where !take() { break }
    source = nil
    return bytes
  }

  /// Takes a piece; false where nothing came.
  private func take() -> Bool {
    var piece = [UInt8](repeating: 0, count: 16_384)
    let count = unsafe read(outlet, &piece, piece.count)
    if count <= 0 { return count < 0 && errno == EINTR }
    bytes += piece.prefix(min(count, Drain.mostBytes - bytes.count))
    return true
  }
}
