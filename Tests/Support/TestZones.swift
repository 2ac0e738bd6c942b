package import CivilCalendar
import Glibc

/// The zone files installed on this machine; a test that finds none fails, it does not skip.
package enum TestZones {
  package static let folder = "/usr/share/zoneinfo"

  package static func bytes(_ name: String) throws -> [UInt8] {
    let bytes = TestSupport.bytes(ofFile: "\(folder)/\(name)")
    guard !bytes.isEmpty else { throw MissingZone(name: name) }
    return bytes
  }

  package static func zone(_ name: String) throws -> Zone {
    try Zone(name: name, tzif: try bytes(name))
  }

  /// A zone that may not be installed.
  package static func known(_ name: String) -> Zone? {
    try? Zone(name: name, tzif: TestSupport.bytes(ofFile: "\(folder)/\(name)"))
  }

  /// Every installed zone by name, without the copies in `posix` and those with leap seconds.
  package static func names(under prefix: String = "") -> [String] {
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

/// A zone file that the tests need and this machine does not have.
package struct MissingZone: Error, CustomStringConvertible {
  package var name: String
  package var description: String { "\(name) is not installed: install tzdata" }
}
