import Glibc

/// A message bus, and the signals to hear on it; lost, it is sought again.
///
/// Where there is no bus nothing is sought until somebody asks: `connect` again after whatever
/// may have brought one. What was there once and is lost is sought after 1, 2, 4 … seconds up to
/// a quarter of an hour, and no longer where even its socket is gone. The waiting is by the wall
/// clock, so `connect` also after that was set.
public final class Bus {
  /// Where the machine's bus is, unless DBUS_SYSTEM_BUS_ADDRESS says otherwise.
  public static let system = "unix:path=/run/dbus/system_bus_socket"

  /// How it stands with the bus.
  public enum State: Equatable {
    case connected
    /// There is no bus, or it went away, or it does not want us.
    case absent(SystemdError)
  }

  private let address: String
  private let loop: Loop
  private let onState: (State) -> Void
  private var subscriptions: [Subscription] = []
  private(set) var connection: Connection?
  var exhibits: [ExportedObject] = []
  private var state: State?
  private var retry: Timer?
  /// How long to wait before the next try; nil while the bus is not sought.
  private var patience: Patience?
  private var connectedAt: Int64 = 0

  /// Connects to nothing yet; the handler is told when the bus comes and when it goes.
  ///
  /// The address is as of the D-Bus specification, such as `unix:path=/run/bus`.
  public init(
    _ address: String,
    loop: Loop,
    onState: @escaping (State) -> Void
  ) throws(SystemdError) {
    self.address = address
    self.loop = loop
    self.onState = onState
    listen(to: .local("Connected")) { [unowned self] _ in connected() }
    listen(to: .local("Disconnected")) { [unowned self] _ in lost() }
    retry = try loop.timer { [unowned self] in connect() }
  }

  /// Calls the handler for each such signal, over this connection and each after it.
  ///
  /// Only what is told to everybody is heard: the bus checks who tells it. What is sent to one
  /// connection alone passes by the bus's rules, so anybody may send it in any name.
  ///
  /// - Parameters:
  ///   - signal: What to hear.
  ///   - hearsWhispers: To hear what is sent to us alone too; the handler then asks who the
  ///     sender of what `isDirected` is.
  ///   - handler: Gets each message.
  /// - Returns: What `ignore` ends it by.
  @discardableResult
  public func listen(
    to signal: Signal,
    hearsWhispers: Bool = false,
    _ handler: @escaping (Message) -> Void
  ) -> Subscription {
    let subscription = Subscription(signal, hearsWhispers: hearsWhispers, handler)
    subscriptions.append(subscription)
    // A connection that cannot take it is one that is lost.
    try? connection?.add(subscription)
    return subscription
  }

  /// Calls a handler no more, which may ask for that itself.
  public func ignore(_ subscription: Subscription) {
    subscriptions.removeAll { $0 === subscription }
    connection?.remove(subscription)
  }

  /// Calls a method, and the handler with what comes of it, once, in a later turn of the loop.
  ///
  /// Where the connection is lost meanwhile the handler hears of an error, or, when the bus has
  /// been connected to anew by then, nothing: what a new connection finds is to be asked anew.
  ///
  /// - Parameters:
  ///   - call: The method and its arguments.
  ///   - limit: How long to wait for an answer, in seconds, at least 1; nil for as long as the
  ///     connection lasts.
  ///   - handler: Gets the values of the answer.
  /// - Throws: ENOTCONN where there is no connection, EINVAL for a name that is none.
  public func call(
    _ call: Call,
    withinSeconds limit: Int?,
    _ handler: @escaping (Result<[Value], CallError>) -> Void
  ) throws(SystemdError) {
    precondition(limit ?? 1 >= 1, "A call waits for at least a second.")
    guard let connection, connection.isOpen else {
      throw SystemdError(call: "sd_bus_call_async", code: ENOTCONN)
    }
    try connection.send(call, withinSeconds: limit, handler)
  }

  /// The id of the bus while it is connected to; no other bus has it, nor has the next one there.
  public var id: String? { connection?.id }

  /// Calls the handler once after some seconds, unless the source is let go of before; see `Loop`.
  public func after(seconds: Int64, _ handler: @escaping () -> Void) throws(SystemdError) -> Source
  {
    try loop.after(seconds: seconds, handler)
  }

  /// Connects unless it is connected; it does not wait for the bus, which may never answer.
  public func connect() {
    if connection?.isOpen == true { return }
    retry?.off()
    // A connection that was lost is let go of here, not in its own callback.
    connection = nil
    do {
      connection = try Connection(address, loop, subscriptions, exhibits)
    } catch {
      tell(.absent(error))
      seek(isThere: error.code != ENOENT)
    }
  }

  private func connected() {
    connectedAt = Clock.boottime()
    tell(.connected)
  }

  /// The bus closed the connection, perhaps without having let us in.
  private func lost() {
    // A bus that comes and goes is sought ever more seldom.
    let hasLasted = state == .connected && Clock.boottime() - connectedAt > 60_000_000
    if hasLasted || patience == nil { patience = Patience() }
    tell(.absent(SystemdError(call: "sd_bus_process", code: ECONNRESET)))
    seek(isThere: true)
  }

  private func seek(isThere: Bool) {
    guard let delaySeconds = patience?.next(), isThere || patience?.isSpent == false else {
      patience = nil
      return
    }
    // Fails only where the loop has ended, and nobody seeks any more.
    try? retry?.set(microseconds: Clock.realtime() + delaySeconds * 1_000_000)
  }

  private func tell(_ state: State) {
    if case .absent = state, case .absent = self.state { return }
    self.state = state
    onState(state)
  }
}

/// How long to wait before each new try.
struct Patience {
  static let mostSeconds: Int64 = 900
  private var seconds: Int64 = 1

  /// Whether the waits have become as long as they get.
  var isSpent: Bool { seconds >= Patience.mostSeconds }

  mutating func next() -> Int64 {
    defer { seconds = min(2 * seconds, Patience.mostSeconds) }
    return seconds
  }
}
