import Coaching
import TestSupport

/// Where the person may be: zones as this machine has them installed.
enum Places {
  static let names = [
    "Europe/Berlin", "America/Santiago", "Australia/Lord_Howe", "Pacific/Apia",
    "Pacific/Kiritimati", "America/New_York", "UTC",
  ]

  /// The zones that could be read; the tests require all of them.
  static let zones = names.compactMap { name in
    try? Zone(name: name, tzif: bytes(ofFile: "/usr/share/zoneinfo/\(name)"))
  }
}
