import CSystemd

/// A signal and who wants to hear it.
///
/// It has an address, so that C can carry it as userdata.
public final class Subscription {
  let signal: Signal
  private let hearsWhispers: Bool
  private let handler: (Message) -> Void

  init(_ signal: Signal, hearsWhispers: Bool, _ handler: @escaping (Message) -> Void) {
    self.signal = signal
    self.hearsWhispers = hearsWhispers
    self.handler = handler
  }

  /// Hands a message to the subscription behind a userdata pointer.
  fileprivate static func hand(_ message: OpaquePointer?, to userdata: UnsafeMutableRawPointer?) {
    guard let message = unsafe message, let userdata = unsafe userdata else {
      preconditionFailure("A match was made without its subscription.")
    }
    let subscription = unsafe Unmanaged<Subscription>.fromOpaque(userdata).takeUnretainedValue()
    let received = unsafe Message(message)
    if received.isDirected, !subscription.hearsWhispers { return }
    withExtendedLifetime(subscription) { subscription.handler(received) }
  }
}

/// A signal that a bus was asked for, for as long as this lives.
@safe
final class Match {
  /// The handler, whose address libsystemd has.
  let subscription: Subscription
  private let slot: OpaquePointer

  init(_ subscription: Subscription, on bus: OpaquePointer) throws(SystemdError) {
    self.subscription = subscription
    var slot: OpaquePointer?
    let result = unsafe sd_bus_add_match_async(
      bus,
      &slot,
      subscription.signal.rule,
      dispatchMessage,
      nil,
      Unmanaged.passUnretained(subscription).toOpaque()
    )
    try check("sd_bus_add_match_async", result)
    guard let slot = unsafe slot else {
      preconditionFailure("sd_bus_add_match_async reported success and made no slot.")
    }
    unsafe self.slot = slot
  }

  deinit {
    unsafe sd_bus_slot_unref(slot)
  }
}

/// The C callback; zero says that others may hear the message too.
func dispatchMessage(
  _ message: OpaquePointer?,
  _ userdata: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  unsafe Subscription.hand(message, to: userdata)
  return 0
}
