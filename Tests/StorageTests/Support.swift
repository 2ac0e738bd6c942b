import Coaching
import Glibc
import Testing

@testable import Storage

/// Runs a test in a directory of its own, which it removes afterwards.
func inTemporaryDirectory(_ body: (String) throws -> Void) throws {
  let directory = try temporaryDirectory()
  defer { remove(directory) }
  try body(directory)
}

func temporaryDirectory() throws -> String {
  var template = Array("/tmp/coach-ledger-XXXXXX".utf8CString)
  let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
    unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
  }
  return try #require(made)
}

/// Removes a file, or a directory with all that is in it.
func remove(_ path: String) {
  if let directory = unsafe opendir(path) {
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { remove("\(path)/\(name)") }
    }
    unsafe closedir(directory)
  }
  _ = unsafe Glibc.remove(path)
}

/// The whole of a file; nil where there is none.
func contents(_ path: String) -> [UInt8]? {
  let file = unsafe open(path, O_RDONLY | O_NONBLOCK)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
    guard count > 0 else { return bytes }
    bytes += chunk.prefix(count)
  }
}

func write(_ bytes: [UInt8], to path: String) throws {
  let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  try #require(file >= 0)
  defer { close(file) }
  let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
  try #require(count == bytes.count)
}

/// The permissions of a file, as in `0o600`; nil where there is none.
func mode(_ path: String) -> UInt32? {
  var status = stat()
  return unsafe stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
}

/// Days from 22 November 2026.
func day(_ offset: Int) -> CivilDate {
  CivilDate(dayNumber: 20_779).adding(days: offset)
}

/// Something that happened at noon of a day, counted from 22 November 2026.
func draft(_ event: Event, _ offset: Int = 0) -> Draft {
  Draft(
    instant: Instant(seconds: Int64(day(offset).dayNumber) * 86_400 + 43_200),
    zone: "Europe/Berlin",
    day: day(offset),
    event: event
  )
}

func prompted(_ slot: String, _ day: CivilDate) -> PromptContent {
  let due = Instant(seconds: Int64(day.dayNumber) * 86_400 + 25_200)
  return PromptContent(
    id: PromptID(slot: slot, day: day),
    due: due,
    until: due.adding(seconds: 7200)
  )
}

func answered(_ question: String, _ answer: Answer) -> Event {
  .answered(Answered(question: question, answer: answer, from: "command"))
}

extension Fact {
  /// What was to be written down.
  var draft: Draft { Draft(instant: instant, zone: zone, day: day, event: event) }

  /// Another event at the place of a fact.
  init(_ fact: Fact, event: Event) {
    self = fact
    self.event = event
  }
}

extension Ledger {
  /// What was answered for a day, as it stands.
  func answer(to question: String, on day: CivilDate) throws(LedgerError) -> Answer? {
    try standing(question, on: day)?.answer
  }
}
