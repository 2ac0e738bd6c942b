import CSystemd

/// One thing a loop waits for; letting go of it ends the waiting.
///
/// It may be let go of in its own handler.
@safe
public final class Source {
  let pointer: OpaquePointer
  private let handler: Handler

  /// Adopts the source that `add` creates; `add` gets where to put it, and the userdata.
  init(
    _ call: String,
    _ body: @escaping () -> Void,
    add: (UnsafeMutablePointer<OpaquePointer?>, UnsafeMutableRawPointer) -> Int32
  ) throws(SystemdError) {
    let handler = Handler(body)
    var created: OpaquePointer?
    try unsafe check(call, add(&created, Unmanaged.passUnretained(handler).toOpaque()))
    guard let created = unsafe created else {
      preconditionFailure("\(call) reported success and made no source.")
    }
    unsafe self.pointer = created
    self.handler = handler
  }

  deinit {
    // Disabled first: libsystemd holds a reference of its own while it dispatches the source.
    unsafe sd_event_source_disable_unref(pointer)
  }
}

/// A closure with an address, so that C can carry it as userdata.
final class Handler {
  private let body: () -> Void

  init(_ body: @escaping () -> Void) {
    self.body = body
  }

  /// Calls the closure behind a userdata pointer.
  static func call(_ userdata: UnsafeMutableRawPointer?) {
    guard let userdata = unsafe userdata else {
      preconditionFailure("A source was made without its handler.")
    }
    let handler = unsafe Unmanaged<Handler>.fromOpaque(userdata).takeUnretainedValue()
    // The closure may let go of its own source, and with it of the last reference to itself.
    withExtendedLifetime(handler) { handler.body() }
  }
}
