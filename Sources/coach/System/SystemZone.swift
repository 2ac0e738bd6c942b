import Application
import Coaching
import Files

/// The person's time zone: `TZ`, else `/etc/localtime`.
enum SystemZone {
  static let directory = "/usr/share/zoneinfo"
  static let link = "/etc/localtime"

  /// Reads the zone; with it what kept it from being the one that was asked for.
  static func read() -> (zone: Zone, trouble: String?) {
    if let name = Environment.value("TZ") {
      let plain = name.hasPrefix(":") ? String(name.dropFirst()) : name
      if let zone = try? named(plain) { return (zone, nil) }
      let zone = local().zone
      return (zone, "TZ=\(name.printable) names no zone that I can read; \(zone.name) it is")
    }
    return local()
  }

  /// A zone of the system's own by its name, or by its file's path.
  static func named(_ name: String) throws(CommandError) -> Zone {
    let path = name.hasPrefix("/") ? name : "\(directory)/\(name)"
    guard !name.split(separator: "/").contains(".."), let bytes = try bytes(of: path) else {
      throw CommandError(
        .data,
        "there is no zone “\(name.printable)”; zones are named as in \(directory)"
      )
    }
    do {
      return try Zone(name: self.name(of: path), tzif: bytes)
    } catch {
      throw CommandError(.data, "\(error)")
    }
  }

  /// A zone of the system's own by its name; nil where there is none.
  static func known(_ name: String) -> Zone? {
    try? named(name)
  }

  private static func local() -> (zone: Zone, trouble: String?) {
    do {
      return (try named(link), nil)
    } catch {
      return (.utc, "\(error.message); UTC it is")
    }
  }

  private static func bytes(of path: String) throws(CommandError) -> [UInt8]? {
    do {
      return try File.read(path)
    } catch {
      throw CommandError(.data, error.sentence)
    }
  }

  /// The name of a zone's file: what follows `zoneinfo/` in its true path.
  private static func name(of path: String) -> String {
    let real = File.target(of: path) ?? path
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
