import CivilCalendar
import Glibc
import Interchange
import TestSupport
import Testing

@testable import Importing

/// Runs a test in a directory of its own, which it removes afterwards.
func inTemporaryDirectory(_ body: (String) throws -> Void) throws {
  var template = Array("/tmp/coach-importing-XXXXXX".utf8CString)
  let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
    unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
  }
  let directory = try #require(made)
  defer { remove(directory) }
  try body(directory)
}

private func remove(_ path: String) {
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

func write(_ bytes: [UInt8], to path: String) throws {
  let parts = path.split(separator: "/").dropLast()
  var place = ""
  for part in parts {
    place += "/\(part)"
    unsafe mkdir(place, 0o700)
  }
  let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  try #require(file >= 0)
  defer { close(file) }
  let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
  try #require(count == bytes.count)
}

/// What a person says beside a file in these tests.
func options(
  zone: String? = nil,
  columns: [(String, String)] = [],
  sleeps: [String] = [],
  kind: String? = nil
) throws -> ImportOptions {
  var options = ImportOptions { name in try? TestZones.zone(name) }
  options.zone = try zone.map(TestZones.zone)
  options.columns = columns.map { (role: $0.0, column: $0.1) }
  options.sleeps = sleeps
  options.kind = kind
  return options
}

/// What a file says, a line each as people read it, or why it is refused.
func told(
  _ path: String,
  _ options: ImportOptions
) -> [String] {
  var lines: [String] = []
  do throws(ImportRefusal) {
    try ForeignFile.read(path, options) { record in
      if let words = words(record) { lines.append(words) }
    }
    return lines
  } catch {
    return lines + ["refused: \(error)"]
  }
}

private func words(_ record: ForeignRecord) -> String? {
  switch record {
  case .source(let source): return source.kind
  case .habit(let habit):
    let unit = habit.unit.isEmpty ? "" : " \(habit.unit)"
    let archived = habit.isArchived ? " archived" : ""
    let often = "\(habit.times)/\(habit.days)"
    return "\(habit.name): \(habit.kind.rawValue) \(habit.target.words)\(unit) \(often)\(archived)"
  case .answer(let answer):
    let note = answer.note.isEmpty ? "" : " (\(answer.note))"
    return "\(answer.habit) \(answer.day) \(answer.value.said)\(note)"
  case .night(let night):
    let nap = night.isNap ? " nap" : ""
    let note = night.note.isEmpty ? "" : " (\(night.note))"
    let span = "\(night.from.date) \(night.from.time) to \(night.until.date) \(night.until.time)"
    let minutes = (night.ends.seconds - night.begins.seconds) / 60
    return "night \(span) \(night.zone) \(minutes) min\(nap)\(note)"
  case .absence(let days): return "away \(days.lowerBound) \(days.upperBound)"
  case .dropped(let drop):
    return "without \(drop.count) \(drop.reason)\(drop.habit.map { " of \($0)" } ?? "")"
  case .fact(let fact):
    return "fact \(fact.id.prefix(8)) \(fact.kind) \(fact.subject) \(fact.payload)"
  case .end: return nil
  }
}

extension ForeignAnswer.Value {
  fileprivate var said: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .skip: "skip"
    case .number(let digits): digits
    case .time(let time): "\(time)"
    }
  }
}
