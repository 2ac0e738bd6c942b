import CSystemd

/// What came over a bus; its values are read one after the other.
@safe
public final class Message {
  let pointer: OpaquePointer

  /// Shares a message of libsystemd's.
  init(_ message: OpaquePointer) {
    unsafe pointer = unsafe sd_bus_message_ref(message)
  }

  /// Makes the message of a call, to be sent on this connection.
  ///
  /// - Throws: EINVAL where a name or a path is none as D-Bus has them.
  init(_ bus: OpaquePointer, _ call: Call) throws(SystemdError) {
    var created: OpaquePointer?
    let result = unsafe sd_bus_message_new_method_call(
      bus,
      &created,
      call.destination,
      call.path,
      call.interface,
      call.member
    )
    try check("sd_bus_message_new_method_call", result)
    guard let created = unsafe created else {
      preconditionFailure("sd_bus_message_new_method_call reported success and made no message.")
    }
    unsafe pointer = created
    for argument in call.arguments { try append(argument) }
  }

  /// Takes over a message that was made.
  init(adopting message: OpaquePointer) {
    unsafe pointer = message
  }

  /// Makes the answer to a call.
  convenience init(replyTo call: OpaquePointer) throws(SystemdError) {
    var created: OpaquePointer?
    let result = unsafe sd_bus_message_new_method_return(call, &created)
    try check("sd_bus_message_new_method_return", result)
    guard let created = unsafe created else {
      preconditionFailure("sd_bus_message_new_method_return reported success and made no message.")
    }
    unsafe self.init(adopting: created)
  }

  deinit {
    unsafe sd_bus_message_unref(pointer)
  }

  /// The unique name of who sent it, such as “:1.5”; nil where the bus does not say.
  public var sender: String? {
    unsafe sd_bus_message_get_sender(pointer).map { unsafe String(cString: $0) }
  }

  /// The next value; an error, ENXIO, when it is no truth value or there is none.
  public func readBool() throws(SystemdError) -> Bool {
    // To libsystemd a truth value is a C int.
    var value: Int32 = 0
    let type = CChar(bitPattern: UInt8(ascii: "b"))
    let result = unsafe sd_bus_message_read_basic(pointer, type, &value)
    try check("sd_bus_message_read_basic", result)
    return value != 0
  }

  /// Whether it was sent to one connection alone.
  public var isDirected: Bool { unsafe sd_bus_message_get_destination(pointer) != nil }
}
