import Glibc
import TestSupport
import Testing

/// systemd's own calendar code, by way of `Tests/Oracle/calendar.py`.
enum SystemdCalendar {
  /// What is asked of it.
  struct Question: Sendable {
    var zone: String
    /// Microseconds since 1970.
    var after: Int64
    var expression: String
  }

  /// What it says.
  enum Answer: Equatable, Sendable {
    case refused
    /// The normalized form; the next elapse in microseconds since 1970, nil for never.
    case read(normalized: String, next: Int64?)
    /// Its search came to its own limit, which is none of ours.
    case gaveUp(normalized: String)
  }

  /// One answer for each question, all from one process.
  static func answers(to questions: [Question]) throws -> [Answer] {
    // Tests run side by side, so each has a file of its own.
    let path = "/tmp/coach-calendar-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    defer { unsafe unlink(path) }
    let text = questions.map { "\($0.zone)\t\($0.after)\t\($0.expression)\n" }.joined()
    try write(text, to: path)
    let script = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let (output, status) = run(
      "python3 -I -B '/\(script)/Oracle/calendar.py' < \(path) 2>/dev/null"
    )
    let lines = output.split(separator: "\n")
    // Not a skip: without the oracle nothing is proven.
    try #require(status == 0, "\(lines.last ?? "python3 could not be started")")
    try #require(lines.count == questions.count)
    return try lines.map(answer)
  }

  private struct Unreadable: Error {
    var line: String
  }

  private static func write(_ text: String, to path: String) throws {
    guard let file = unsafe fopen(path, "w") else { throw Unreadable(line: path) }
    unsafe fputs(text, file)
    unsafe fclose(file)
  }

  private static func run(_ command: String) -> (output: String, status: Int32) {
    guard let pipe = unsafe popen(command, "r") else { return ("", -1) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, pipe)
      guard count > 0 else { break }
      output += chunk[..<count]
    }
    return (String(decoding: output, as: UTF8.self), unsafe pclose(pipe))
  }

  private static func answer(_ line: Substring) throws -> Answer {
    if line == "refused" { return .refused }
    let parts = line.split(separator: "\t").map(String.init)
    try #require(parts.count == 2, "\(line)")
    switch parts[1] {
    case "never": return .read(normalized: parts[0], next: nil)
    case "gave up": return .gaveUp(normalized: parts[0])
    default:
      guard let next = Int64(parts[1]) else { throw Unreadable(line: String(line)) }
      return .read(normalized: parts[0], next: next)
    }
  }
}
