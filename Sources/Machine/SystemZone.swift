package import Application
package import Coaching
import Files
import Glibc

/// The person's time zone: `TZ`, else `/etc/localtime`; see tzset(3) and localtime(5).
package enum SystemZone {
  /// Where zones lie by their names.
  package static var directory: String { Environment.value("TZDIR") ?? "/usr/share/zoneinfo" }
  package static let link = "/etc/localtime"

  /// The file that tells the zone; nil where `TZ` says all of it.
  package static var file: String? {
    guard let name = Environment.value("TZ") else { return link }
    let plain = name.hasPrefix(":") ? String(name.dropFirst()) : name
    if Zone(posix: plain) != nil, (try? named(plain)) == nil { return nil }
    return plain.hasPrefix("/") ? plain : "\(directory)/\(plain)"
  }

  /// Reads the zone; with it what kept it from being the one that was asked for.
  package static func read() -> (zone: Zone, trouble: Saying?) {
    if let name = Environment.value("TZ") {
      let plain = name.hasPrefix(":") ? String(name.dropFirst()) : name
      if let zone = try? named(plain) { return (zone, nil) }
      if !name.hasPrefix(":"), let zone = Zone(posix: plain) { return (zone, nil) }
      let zone = local().zone
      return (zone, Saying("zone-none", ("name", name.printable), ("zone", zone.name)))
    }
    return local()
  }

  /// A zone of the system's own by its name, or by its file's path.
  package static func named(_ name: String) throws(CommandError) -> Zone {
    let path = name.hasPrefix("/") ? name : "\(directory)/\(name)"
    guard !name.split(separator: "/").contains(".."), let bytes = try bytes(of: path) else {
      let place = ("directory", directory)
      throw CommandError(.data, "zone-unknown", ("name", name.printable), place)
    }
    do {
      return try Zone(name: self.name(of: path), tzif: bytes)
    } catch {
      throw CommandError(.data, words: "\(error)")
    }
  }

  /// A zone of the system's own by its name; nil where there is none.
  package static func known(_ name: String) -> Zone? {
    try? named(name)
  }

  private static func local() -> (zone: Zone, trouble: Saying?) {
    // Without one it is UTC, says localtime(5): a system like any other.
    var status = stat()
    if unsafe lstat(link, &status) != 0, errno == ENOENT { return (.utc, nil) }
    do {
      return (try named(link), nil)
    } catch {
      return (.utc, Saying("zone-utc", ("refusal", error.said)))
    }
  }

  private static func bytes(of path: String) throws(CommandError) -> [UInt8]? {
    do {
      return try File.read(path)
    } catch {
      throw CommandError(.data, words: error.sentence)
    }
  }

  /// The name of a zone's file: what follows `zoneinfo/` in its true path.
  private static func name(of path: String) -> String {
    let real = File.target(of: path) ?? path
    let own = Environment.value("TZDIR").map { "\(File.target(of: $0) ?? $0)/" }
    if let own, real.hasPrefix(own) { return String(real.dropFirst(own.count)) }
    for root in ["/zoneinfo/posix/", "/zoneinfo/right/", "/zoneinfo/"] {
      var rest = real[...]
      while !rest.isEmpty {
        if rest.hasPrefix(root) { return String(rest.dropFirst(root.count)) }
        rest = rest.dropFirst()
      }
    }
    return "Local"
  }
}
