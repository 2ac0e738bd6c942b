import CSystemd
import Glibc

/// An event loop: waits for timers, signals and descriptors, and calls their handlers.
///
/// It belongs to one thread. A handler that needs the loop should capture it unowned, since the
/// loop keeps the handlers of its signals and of its clock.
@safe
public final class Loop {
  let event: OpaquePointer
  private var signals: [Source] = []
  private var clock: ClockWatch?

  public init() throws(SystemdError) {
    var created: OpaquePointer?
    unsafe try check("sd_event_new", sd_event_new(&created))
    guard let created = unsafe created else {
      preconditionFailure("sd_event_new reported success and made no loop.")
    }
    unsafe event = created
  }

  deinit {
    signals = []
    clock = nil
    unsafe sd_event_unref(event)
  }

  /// Runs until `exit` is called, and returns the code given to it; a loop runs once.
  public func run() throws(SystemdError) -> Int32 {
    try unsafe check("sd_event_loop", sd_event_loop(event))
  }

  /// Waits for what comes next and handles it, for some milliseconds at most; before `run`.
  public func turn(milliseconds: UInt64) throws(SystemdError) {
    try unsafe check("sd_event_run", sd_event_run(event, milliseconds * 1000))
  }

  /// Makes `run` return when the present handler is done, with a code of 0...255.
  public func exit(_ code: Int32) {
    precondition((0...255).contains(code), "An exit code is within 0...255, not \(code).")
    // Fails only when the loop has already finished, which is what was asked for.
    _ = unsafe sd_event_exit(event, code)
  }

  /// Calls the handler for each arrival of a signal, for as long as the loop lives.
  ///
  /// Blocks the signal in this thread. Call it before there is any other thread: one that does
  /// not block the signal would be ended by it.
  public func onSignal(
    _ signal: Int32,
    _ handler: @escaping () -> Void
  ) throws(SystemdError) {
    let source = try unsafe Source("sd_event_add_signal", handler) { created, userdata in
      unsafe sd_event_add_signal(
        event,
        created,
        signal | Int32(SD_EVENT_SIGNAL_PROCMASK),
        dispatchSignal,
        userdata
      )
    }
    signals.append(source)
  }

  /// Lets the turning of the loop feed systemd's watchdog; returns whether it asked to be fed.
  public func feedWatchdog() throws(SystemdError) -> Bool {
    try unsafe check("sd_event_set_watchdog", sd_event_set_watchdog(event, 1)) > 0
  }

  /// Calls the handler whenever the descriptor can be read, until the source is let go of.
  ///
  /// An end of file and a hang-up count as readable for ever: read, and let go of the source.
  /// The descriptor stays the caller's, to be closed after the source is let go of.
  public func onReadable(
    _ descriptor: Int32,
    _ handler: @escaping () -> Void
  ) throws(SystemdError) -> Source {
    try unsafe Source("sd_event_add_io", handler) { created, userdata in
      unsafe sd_event_add_io(
        event,
        created,
        descriptor,
        EPOLLIN.rawValue,
        dispatchReadable,
        userdata
      )
    }
  }

  /// Makes a timer of the wall clock, which is off until it is set.
  public func timer(_ handler: @escaping () -> Void) throws(SystemdError) -> Timer {
    let source = try unsafe Source("sd_event_add_time", handler) { created, userdata in
      unsafe sd_event_add_time(event, created, CLOCK_REALTIME, 0, 0, dispatchTime, userdata)
    }
    let timer = Timer(source)
    timer.off()
    return timer
  }

  /// Calls the handler after the wall clock was set and after the machine was asleep.
  ///
  /// Returns false where the kernel, or a libfaketime before it, refuses such a watch (EINVAL):
  /// then nothing is watched, and only the next timer will find the clock changed. A second
  /// call replaces the first.
  @discardableResult
  public func watchClock(
    _ handler: @escaping (ClockChange) -> Void
  ) throws(SystemdError) -> Bool {
    clock = try ClockWatch(self, handler)
    return clock != nil
  }
}

// The C callbacks; zero says that all is well, so that libsystemd keeps the source.

private func dispatchSignal(
  _ source: OpaquePointer?,
  _ information: UnsafePointer<signalfd_siginfo>?,
  _ userdata: UnsafeMutableRawPointer?
) -> Int32 {
  unsafe Handler.call(userdata)
  return 0
}

private func dispatchReadable(
  _ source: OpaquePointer?,
  _ descriptor: Int32,
  _ events: UInt32,
  _ userdata: UnsafeMutableRawPointer?
) -> Int32 {
  unsafe Handler.call(userdata)
  return 0
}

func dispatchTime(
  _ source: OpaquePointer?,
  _ microseconds: UInt64,
  _ userdata: UnsafeMutableRawPointer?
) -> Int32 {
  unsafe Handler.call(userdata)
  return 0
}
