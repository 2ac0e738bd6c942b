import Coaching
import TestSupport

/// Where the person may be: the zones as this machine has them installed.
enum Places {
  /// Where the clock does what it does nowhere else: at midnight, by half an hour, backwards in
  /// winter, over a whole day.
  static let odd = [
    "America/Santiago", "Africa/Cairo", "Asia/Beirut", "America/St_Johns", "Australia/Lord_Howe",
    "Europe/Dublin", "Africa/Casablanca", "Pacific/Apia", "Pacific/Kiritimati", "America/Caracas",
    "Asia/Pyongyang", "Antarctica/Troll", "America/New_York", "Europe/Berlin", "UTC",
  ]

  private static let folder = "/usr/share/zoneinfo"

  /// Every zone that has rules of its own.
  static let names: [String] = {
    let table = String(decoding: bytes(ofFile: "\(folder)/tzdata.zi"), as: UTF8.self)
    let lines = table.split(separator: "\n").filter { $0.hasPrefix("Z ") }
    return lines.map { String($0.split(separator: " ")[1]) }
  }()

  /// A zone anywhere, one time in three an odd one.
  static func zone(_ draw: inout SplitMix64) throws -> Zone {
    let name = draw.pick(draw.happens(1, in: 3) ? odd : names)
    return try Zone(name: name, tzif: bytes(ofFile: "\(folder)/\(name)"))
  }
}
