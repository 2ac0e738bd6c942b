import CSystemd

/// An export with an address, so that C can carry it as userdata, and its table for libsystemd.
@safe
final class ExportedObject {
  let export: Export
  let name: String
  fileprivate let onName: (Bool) -> Void
  /// Stays, with its strings, until the process ends: an object is offered that long.
  fileprivate let table: UnsafeMutablePointer<sd_bus_vtable>

  init(_ export: Export, _ name: String, _ onName: @escaping (Bool) -> Void) {
    self.export = export
    self.name = name
    self.onName = onName
    var rows = unsafe [csystemd_vtable_start()]
    unsafe rows += export.methods.map { method in
      unsafe csystemd_vtable_method(
        kept(method.name),
        kept(types(method.takes)),
        kept(types(method.gives)),
        kept(names(method.takes + method.gives)),
        dispatchMethod
      )
    }
    unsafe rows += export.properties.map { property in
      unsafe csystemd_vtable_property(kept(property.name), kept(property.type), dispatchProperty)
    }
    unsafe rows += export.signals.map { signal in
      unsafe csystemd_vtable_signal(
        kept(signal.name),
        kept(types(signal.carries)),
        kept(names(signal.carries))
      )
    }
    unsafe rows.append(csystemd_vtable_end())
    unsafe table = .allocate(capacity: rows.count)
    unsafe table.initialize(from: rows, count: rows.count)
  }

  fileprivate static func at(_ userdata: UnsafeMutableRawPointer?) -> ExportedObject {
    guard let userdata = unsafe userdata else {
      preconditionFailure("An object was offered without its export.")
    }
    return unsafe Unmanaged<ExportedObject>.fromOpaque(userdata).takeUnretainedValue()
  }

  /// Answers a call.
  fileprivate func answer(_ message: OpaquePointer) throws(CallError) {
    let member = unsafe sd_bus_message_get_member(message).map { unsafe String(cString: $0) }
    guard let method = export.methods.first(where: { $0.name == member }) else {
      preconditionFailure("libsystemd knows the methods of the table.")
    }
    do {
      let arguments = try unsafe Message(message).values()
      let reply = try unsafe Message(replyTo: message)
      for value in try method.call(arguments) { try reply.append(value) }
      try unsafe check("sd_bus_send", sd_bus_send(nil, reply.pointer, nil))
    } catch let error as CallError {
      throw error
    } catch {
      throw CallError(name: "org.freedesktop.DBus.Error.Failed", text: "\(error)")
    }
  }

  /// Puts the value of a property into a message.
  fileprivate func put(_ name: String, into message: OpaquePointer) throws(SystemdError) {
    guard let property = export.properties.first(where: { $0.name == name }) else { return }
    try unsafe Message(message).append(property.value())
  }
}

private func types(_ arguments: [Export.Argument]) -> String {
  arguments.map(\.type).joined()
}

private func names(_ arguments: [Export.Argument]) -> String {
  arguments.map { "\($0.name)\0" }.joined()
}

/// A text for C, with all the zeros in it, that stays.
private func kept(_ text: String) -> UnsafePointer<CChar> {
  let bytes = Array(text.utf8).map { CChar(bitPattern: $0) } + [0]
  let place = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
  unsafe place.initialize(from: bytes, count: bytes.count)
  return unsafe UnsafePointer(place)
}

extension Connection {
  /// Offers an object and asks for its name.
  func offer(_ exhibit: ExportedObject) throws(SystemdError) {
    let export = exhibit.export
    let userdata = unsafe Unmanaged.passUnretained(exhibit).toOpaque()
    let added = unsafe sd_bus_add_object_vtable(
      bus,
      nil,
      export.path,
      export.interface,
      exhibit.table,
      userdata
    )
    try check("sd_bus_add_object_vtable", added)
    let queue = UInt64(SD_BUS_NAME_QUEUE)
    let asked = unsafe sd_bus_request_name_async(
      bus,
      nil,
      exhibit.name,
      queue,
      dispatchName,
      userdata
    )
    try check("sd_bus_request_name_async", asked)
  }

  /// Says a signal to everybody.
  func say(_ signal: String, of export: Export, _ values: [Value]) throws(SystemdError) {
    var created: OpaquePointer?
    let made = unsafe sd_bus_message_new_signal(
      bus,
      &created,
      export.path,
      export.interface,
      signal
    )
    try check("sd_bus_message_new_signal", made)
    guard let created = unsafe created else {
      preconditionFailure("sd_bus_message_new_signal reported success and made no message.")
    }
    let message = unsafe Message(adopting: created)
    for value in values { try message.append(value) }
    try unsafe check("sd_bus_send", sd_bus_send(bus, message.pointer, nil))
  }

  /// Tells everybody the new values of some properties.
  func changed(_ properties: [String], of export: Export) throws(SystemdError) {
    let result = unsafe withCStrings(properties) { names in
      unsafe sd_bus_emit_properties_changed_strv(bus, export.path, export.interface, names)
    }
    try check("sd_bus_emit_properties_changed_strv", result)
  }
}

// The C callbacks.

private func dispatchMethod(
  _ message: OpaquePointer?,
  _ userdata: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  guard let message = unsafe message else {
    preconditionFailure("A call came without its message.")
  }
  do {
    try unsafe ExportedObject.at(userdata).answer(message)
    return 1
  } catch let failure {
    return unsafe sd_bus_error_set(error, failure.name, failure.text)
  }
}

private func dispatchProperty(
  _ bus: OpaquePointer?,
  _ path: UnsafePointer<CChar>?,
  _ interface: UnsafePointer<CChar>?,
  _ property: UnsafePointer<CChar>?,
  _ reply: OpaquePointer?,
  _ userdata: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  guard let reply = unsafe reply, let property = unsafe property else {
    preconditionFailure("A property is asked for by its name.")
  }
  do {
    try unsafe ExportedObject.at(userdata).put(String(cString: property), into: reply)
    return 1
  } catch let failure {
    return -failure.code
  }
}

private func dispatchName(
  _ message: OpaquePointer?,
  _ userdata: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  guard let message = unsafe message else {
    preconditionFailure("An answer came without its message.")
  }
  // A bus that lets nobody in answers with an error, which says nothing of who has the name.
  guard case .count(let how)? = try? unsafe Message(message).values().first else { return 0 }
  // DBUS_REQUEST_NAME_REPLY_PRIMARY_OWNER.
  unsafe ExportedObject.at(userdata).onName(how == 1)
  return 0
}
