import CSystemd

/// What came over a bus; its values are read one after the other.
@safe
public final class Message {
  private let message: OpaquePointer

  init(_ message: OpaquePointer) {
    unsafe self.message = unsafe sd_bus_message_ref(message)
  }

  deinit {
    unsafe sd_bus_message_unref(message)
  }

  /// The next value; an error, ENXIO, when it is no truth value or there is none.
  public func readBool() throws(SystemdError) -> Bool {
    // To libsystemd a truth value is a C int.
    var value: Int32 = 0
    let type = CChar(bitPattern: UInt8(ascii: "b"))
    let result = unsafe sd_bus_message_read_basic(message, type, &value)
    try check("sd_bus_message_read_basic", result)
    return value != 0
  }

  /// Whether it was sent to one connection alone.
  var isDirected: Bool { unsafe sd_bus_message_get_destination(message) != nil }
}
