import Coaching
import Glibc
import TestSupport
import Testing

/// The zone files installed on this machine; a test that finds none fails, it does not skip.
enum TestZones {
  static let folder = "/usr/share/zoneinfo"

  static func bytes(_ name: String) throws -> [UInt8] {
    let bytes = TestSupport.bytes(ofFile: "\(folder)/\(name)")
    try #require(!bytes.isEmpty, "\(name) is not installed: install tzdata")
    return bytes
  }

  static func zone(_ name: String) throws -> Zone {
    try Zone(name: name, tzif: try bytes(name))
  }

  /// A zone that may not be installed.
  static func known(_ name: String) -> Zone? {
    try? Zone(name: name, tzif: TestSupport.bytes(ofFile: "\(folder)/\(name)"))
  }

  /// Every installed zone by name, without the copies in `posix` and those with leap seconds.
  static func names(under prefix: String = "") -> [String] {
    guard let listing = unsafe opendir("\(folder)/\(prefix)") else { return [] }
    defer { unsafe closedir(listing) }
    var names: [String] = []
    while let entry = unsafe readdir(listing) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { characters in
          unsafe String(cString: characters)
        }
      }
      guard !name.hasPrefix("."), name != "posix", name != "right" else { continue }
      if TestSupport.bytes(ofFile: "\(folder)/\(prefix)\(name)").starts(with: "TZif".utf8) {
        names.append(prefix + name)
      } else {
        names += self.names(under: "\(prefix)\(name)/")
      }
    }
    return names.sorted()
  }
}

/// The time of `text`, written `2026-11-22T07:30:00`.
func civil(_ text: String) throws -> CivilDateTime {
  let parts = text.split(separator: "T")
  try #require(parts.count == 2)
  return CivilDateTime(
    date: try #require(CivilDate(String(parts[0]))),
    time: try #require(CivilTime(String(parts[1])))
  )
}

/// Steele, Lea and Flood's generator: small, fixed, the same on every machine.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
