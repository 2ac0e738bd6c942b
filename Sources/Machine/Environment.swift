package import Coaching
import Files
import Glibc

/// The variables of the environment that the coach reads.
package enum Environment {
  /// A variable's value; nil when it is unset or empty.
  package static func value(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// All variables as this process got them, `NAME=value` each, but for those of the service
  /// manager, which are for this process alone.
  package static var all: [String] {
    let bytes = ((try? File.read("/proc/self/environ")) ?? nil) ?? []
    let own = ["NOTIFY_SOCKET=", "WATCHDOG_USEC=", "WATCHDOG_PID=", "JOURNAL_STREAM="]
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      .filter { variable in !own.contains { variable.hasPrefix($0) } }
  }

  /// A directory from an XDG variable; a relative one is to be ignored, says the specification.
  package static func directory(_ name: String, default fallback: String) -> String {
    value(name).flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/\(fallback)"
  }

  /// The person's home directory.
  package static var home: String {
    if let home = value("HOME"), home.hasPrefix("/") { return home }
    guard let entry = unsafe getpwuid(getuid()), let home = unsafe entry.pointee.pw_dir else {
      return "/"
    }
    return unsafe String(cString: home)
  }

  /// The person's name as the system knows it.
  package static var user: String {
    guard let entry = unsafe getpwuid(getuid()), let name = unsafe entry.pointee.pw_name else {
      return String(getuid())
    }
    return unsafe String(cString: name)
  }

  /// The language that the person wants, as gettext(3) finds it.
  package static var language: Language { Language(environment: value) }

  /// The first day of a week where the locale says how times are written.
  package static var weekStarts: Weekday {
    let locale = ["LC_ALL", "LC_TIME", "LANG"].compactMap(value).first ?? ""
    return Weekday(firstInLocale: locale)
  }

  /// A path as it is without the directory that this process is in.
  package static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    guard let here = unsafe getcwd(nil, 0) else { return path }
    defer { unsafe free(here) }
    return unsafe "\(String(cString: here))/\(path)"
  }
}
