import CivilCalendar
import Files
import Glibc
import Importing
import Interchange

/// Reads a file of another program and tells what it says, a line each; `coach import` runs it.
///
/// It sees neither the ledger nor the configuration. What it cannot read it refuses, and what it
/// told until then is worth nothing: the line “end” is missing.
@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    let words = CommandLine.arguments.dropFirst()
    var options = ImportOptions(zones: Zones.named)
    if let place = unsafe getenv("TMPDIR").map({ unsafe String(cString: $0) }), !place.isEmpty {
      options.scratch = place
    }
    var file: String?
    var place = words.startIndex
    while place < words.endIndex {
      let (word, value) = (words[place], place + 1 < words.endIndex ? words[place + 1] : "")
      place += 2
      switch word {
      case "--as": options.kind = value
      case "--zone": options.zone = zone(value)
      case "--sleep": options.sleeps.append(value)
      case "--column":
        let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2 { options.columns.append((parts[0], parts[1])) }
      case "--file": file = value
      default: refuse("coach-import is run by “coach import”; see coach(1)", 64)
      }
    }
    guard let file else { refuse("coach-import is run by “coach import”; see coach(1)", 64) }
    read(file, options)
  }

  private static func read(_ file: String, _ options: ImportOptions) {
    let output = Telling()
    do throws(ImportRefusal) {
      try ForeignFile.read(file, options) { output.tell($0) }
    } catch {
      refuse("\(error)", error.exitCode)
    }
    output.flush()
  }

  private static func zone(_ name: String) -> Zone {
    if let zone = Zones.named(name) { return zone }
    refuse("there is no zone “\(name)”; zones are named as in \(Zones.directory)", 65)
  }

  private static func refuse(_ words: String, _ code: Int32) -> Never {
    let bytes = Array("\(words)\n".utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    exit(code)
  }
}

/// Lines to standard output, some at a time.
private final class Telling {
  private var bytes: [UInt8] = []

  func tell(_ record: ForeignRecord) {
    bytes += record.line.utf8
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= 1 << 16 { flush() }
  }

  /// Whoever reads no more has gone.
  func flush() {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { exit(errno == EPIPE ? 0 : 74) }
      rest = rest.dropFirst(count)
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// The zones of this machine by their names.
private enum Zones {
  static var directory: String {
    let own = unsafe getenv("TZDIR").map { unsafe String(cString: $0) } ?? ""
    return own.isEmpty ? "/usr/share/zoneinfo" : own
  }

  static func named(_ name: String) -> Zone? {
    // A name is looked up below the directory, and nowhere else.
    let isPlain =
      !name.isEmpty && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
    guard isPlain, let bytes = (try? File.read("\(directory)/\(name)")) ?? nil else { return nil }
    return try? Zone(name: name, tzif: bytes)
  }
}
