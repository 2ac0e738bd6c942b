import CSystemd

/// One connection to a bus, from its opening until it is lost or let go of.
@safe
final class Connection {
  let bus: OpaquePointer
  private var matches: [Match] = []
  /// What is offered, whose addresses libsystemd has.
  private let exhibits: [ExportedObject]

  /// Opens it and asks the bus for the signals, waiting for no answer.
  ///
  /// A bus that refuses is one that is lost: both come as the local signal “Disconnected”.
  init(
    _ address: String,
    _ loop: Loop,
    _ subscriptions: [Subscription],
    _ exhibits: [ExportedObject]
  ) throws(SystemdError) {
    var created: OpaquePointer?
    try unsafe check("sd_bus_new", sd_bus_new(&created))
    guard let created = unsafe created else {
      preconditionFailure("sd_bus_new reported success and made no connection.")
    }
    unsafe bus = created
    self.exhibits = exhibits
    try open(address)
    try unsafe check("sd_bus_attach_event", sd_bus_attach_event(bus, loop.event, 0))
    for subscription in subscriptions { try add(subscription) }
    for exhibit in exhibits { try offer(exhibit) }
  }

  deinit {
    matches = []
    unsafe sd_bus_close_unref(bus)
  }

  var isOpen: Bool { unsafe sd_bus_is_open(bus) > 0 }

  /// The id of the bus; nil before it has let us in.
  var id: String? {
    var id = sd_id128_t()
    var text = [CChar](repeating: 0, count: 33)
    // One that has not let us in is not waited for.
    guard isOpen, unsafe sd_bus_is_ready(bus) > 0, unsafe sd_bus_get_bus_id(bus, &id) >= 0 else {
      return nil
    }
    _ = unsafe sd_id128_to_string(id, &text)
    return String(decoding: text.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Sends a call; the handler gets the answer in a later turn of the loop, an error's too.
  func send(
    _ call: Call,
    withinSeconds limit: Int?,
    _ handler: @escaping (Result<[Value], CallError>) -> Void
  ) throws(SystemdError) {
    let message = try unsafe Message(bus, call)
    let expectation = Expectation(handler)
    var slot: OpaquePointer?
    try unsafe check(
      "sd_bus_call_async",
      sd_bus_call_async(
        bus,
        &slot,
        message.pointer,
        dispatchReply,
        Unmanaged.passUnretained(expectation).toOpaque(),
        limit.map { UInt64($0) * 1_000_000 } ?? .max
      )
    )
    // Sent. From here on libsystemd owns what waits for the answer, and says when it lets go.
    _ = unsafe Unmanaged.passRetained(expectation)
    _ = unsafe sd_bus_slot_set_destroy_callback(slot, releaseExpectation)
    _ = unsafe sd_bus_slot_set_floating(slot, 1)
    unsafe sd_bus_slot_unref(slot)
  }

  /// Asks the bus for a signal.
  func add(_ subscription: Subscription) throws(SystemdError) {
    matches.append(try unsafe Match(subscription, on: bus))
  }

  /// Asks the bus for a signal no more.
  func remove(_ subscription: Subscription) {
    matches.removeAll { $0.subscription === subscription }
  }

  private func open(_ address: String) throws(SystemdError) {
    try unsafe check("sd_bus_set_address", sd_bus_set_address(bus, address))
    try unsafe check("sd_bus_set_bus_client", sd_bus_set_bus_client(bus, 1))
    // Says as the local signal “Connected” that the bus has let us in.
    try unsafe check("sd_bus_set_connected_signal", sd_bus_set_connected_signal(bus, 1))
    // Otherwise the end of the loop waits for a bus that may never answer.
    try unsafe check("sd_bus_set_close_on_exit", sd_bus_set_close_on_exit(bus, 0))
    try unsafe check("sd_bus_start", sd_bus_start(bus))
  }
}
