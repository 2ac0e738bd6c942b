import Coaching
import Glibc

/// Where the person may be: zones as this machine has them installed.
enum Places {
  static let names = [
    "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "Pacific/Apia",
    "Pacific/Kiritimati", "America/New_York", "UTC",
  ]

  /// The zones that could be read; the tests require all of them.
  static let zones = names.compactMap { name in
    try? Zone(name: name, tzif: contents(ofFile: "/usr/share/zoneinfo/\(name)"))
  }

  private static func contents(ofFile path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "r") else { return [] }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }
}
