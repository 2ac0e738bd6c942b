import Files
import Glibc

@testable import Channels
@testable import Coaching

/// A directory for one test, removed with everything in it.
final class Scratch {
  let path: String

  init() {
    var template = Array("/tmp/coach-channels-XXXXXX".utf8CString)
    path = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let made = unsafe mkdtemp(start) else {
        preconditionFailure("The tests need to write in /tmp.")
      }
      return unsafe String(cString: made)
    }
  }

  deinit { Scratch.remove(path) }

  var spool: String { "\(path)/spool" }

  /// The names in a part of the spool.
  func names(_ part: String) throws -> [String] { try File.names(in: "\(spool)/\(part)") }

  /// Everything in `new` and `cur`, as `new/1`.
  func messages() throws -> [String] {
    try ["new", "cur"].flatMap { part in try names(part).map { "\(part)/\($0)" } }
  }

  static func remove(_ path: String) {
    if unsafe unlink(path) == 0 { return }
    for name in (try? File.names(in: path)) ?? [] { remove("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  /// The permission bits of a file, in octal.
  static func mode(_ path: String) -> String {
    File.status(of: path).map { String($0.mode & 0o7777, radix: 8) } ?? "missing"
  }

  static func read(_ path: String) -> String {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    return String(decoding: bytes(from: file), as: UTF8.self)
  }

  /// The two ends of a pipe, which no process that is started inherits.
  static func pipe() -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    let isMade = unsafe ends.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe Glibc.pipe($0) } == 0
    }
    precondition(isMade, "The tests need a pipe.")
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// What can be read up to the end, or up to where a nonblocking descriptor has no more.
  static func bytes(from file: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { raw in
        unsafe Glibc.read(file, raw.baseAddress, raw.count)
      }
      if count <= 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}

extension Card {
  /// A card of the morning of 22 November 2026 in Berlin.
  static func sample(
    slot: String = "morning",
    subject: String = "Morning: One question ahead",
    lines: [Line] = [.text("Ask once."), .blank, .command("coach check help taken")]
  ) -> Card {
    guard let day = CivilDate("2026-11-22"), let time = CivilTime("07:30") else {
      preconditionFailure("A date and a time.")
    }
    return Card(
      prompt: PromptID(slot: slot, day: day),
      at: Instant(seconds: 1_795_329_000),
      local: CivilDateTime(date: day, time: time),
      offset: 3600,
      subject: subject,
      title: subject,
      lines: lines
    )
  }
}

extension Card.Line {
  /// A command that says what it is to say, whatever it does.
  static func command(_ text: String) -> Card.Line { .command(text, .answerOpen) }
}

extension Delivery {
  /// Its kind as a word, to be compared.
  var kind: String {
    switch self {
    case .kept: "kept"
    case .said: "said"
    case .interrupting: "interrupting"
    case .confirmed: "confirmed"
    }
  }
}
