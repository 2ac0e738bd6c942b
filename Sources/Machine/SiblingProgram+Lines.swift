package import Application
import Glibc

/// A program beside this one that is asked, and answers with lines.
extension SiblingProgram {
  /// Runs it, and hands out what it writes, line by line.
  ///
  /// - Parameters:
  ///   - arguments: What it is told.
  ///   - take: Called with each line, without its end.
  /// - Returns: What it ended with, and what it complained of.
  /// - Throws: Where it cannot be run.
  package func lines(
    _ arguments: [String],
    _ take: (ArraySlice<UInt8>) throws(CommandError) -> Void
  ) throws(CommandError) -> (status: Int32, complaint: String) {
    guard let path else { throw missing }
    let output = try Self.pipe()
    let complaint = try Self.pipe()
    let process = try Self.start(path, arguments, output, complaint)
    close(output.write)
    close(complaint.write)
    defer {
      close(output.read)
      close(complaint.read)
    }
    var isOver = false
    defer {
      // Nobody reads on: it ends by itself at its next write.
      if !isOver { _ = Self.end(of: process) }
    }
    try Self.lines(of: output.read, take)
    let said = Self.all(of: complaint.read)
    isOver = true
    return (Self.end(of: process), said)
  }

  private typealias Pipe = (read: Int32, write: Int32)

  private static func pipe() throws(CommandError) -> Pipe {
    var ends: [Int32] = [0, 0]
    guard unsafe Glibc.pipe(&ends) == 0 else {
      let words = unsafe String(cString: strerror(errno))
      let place = ("path", Version.program)
      throw CommandError(.unavailable, "program-not-run", place, ("reason", words))
    }
    // It gets those two alone that are put in the place of its own.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func start(
    _ path: String,
    _ arguments: [String],
    _ output: Pipe,
    _ complaint: Pipe
  ) throws(CommandError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, output.write, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, complaint.write, 2)
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, path, &actions, nil, &words, environ)
    guard code == 0 else {
      let reason = unsafe String(cString: strerror(code))
      throw CommandError(.unavailable, "program-not-run", ("path", path), ("reason", reason))
    }
    return process
  }

  private static func lines(
    of descriptor: Int32,
    _ take: (ArraySlice<UInt8>) throws(CommandError) -> Void
  ) throws(CommandError) {
    var rest: [UInt8] = []
    while case let bytes = read(descriptor), !bytes.isEmpty {
      rest += bytes
      var start = rest.startIndex
      while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
        try take(rest[start..<end])
        start = end + 1
      }
      rest.removeFirst(start)
    }
  }

  private static func read(_ descriptor: Int32) -> [UInt8] {
    while true {
      var isInterrupted = false
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        isInterrupted = got < 0 && errno == EINTR
        count = max(0, got)
      }
      if !isInterrupted { return bytes }
    }
  }

  private static func all(of descriptor: Int32) -> String {
    var said: [UInt8] = []
    while case let bytes = read(descriptor), !bytes.isEmpty { said += bytes }
    return String(decoding: said.prefix(4096), as: UTF8.self)
  }

  /// What it ended with; 70 where a signal ended it.
  private static func end(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 70
  }
}
