import Machine
import Systemd

/// The person's own bus, on which their desktop is.
enum SessionBus {
  /// Where it is: as the login says, else where systemd has it.
  static var address: String {
    Environment.value("DBUS_SESSION_BUS_ADDRESS") ?? "unix:path=\(directory ?? "")/\(socket)"
  }

  /// Where its socket appears, and what it is called; nil where the login has no such place.
  static var directory: String? {
    Environment.value("XDG_RUNTIME_DIR").flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  static let socket = "bus"

  /// The path of that socket; nil where the login has no such place.
  static var place: String? { directory.map { "\($0)/\(socket)" } }

  /// Where the desktop keeps in mind what is on the screen, for as long as the login lasts.
  static var screen: String? { directory.map { "\($0)/coach-screen" } }
}
