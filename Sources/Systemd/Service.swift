import CSystemd

/// What a service tells the manager that started it.
///
/// Each call returns whether there was a manager to tell, which NOTIFY_SOCKET says; it stays set.
public enum Service {
  /// Says that the service is up, or that a reload is done, and what it is doing now.
  @discardableResult
  public static func ready(status: String? = nil) throws(SystemdError) -> Bool {
    guard let status else { return try send("READY=1") }
    return try send("READY=1\nSTATUS=\(oneLine(status))")
  }

  /// Says what the service is doing, for `systemctl status`.
  @discardableResult
  public static func status(_ text: String) throws(SystemdError) -> Bool {
    try send("STATUS=\(oneLine(text))")
  }

  /// Says that the configuration is being read again; `ready` ends it.
  @discardableResult
  public static func reloading() throws(SystemdError) -> Bool {
    // Type=notify-reload pairs the answer with its SIGHUP by this time; older systemd skips it.
    try send("RELOADING=1\nMONOTONIC_USEC=\(Clock.monotonic())")
  }

  /// Says that the service is on its way out.
  @discardableResult
  public static func stopping() throws(SystemdError) -> Bool {
    try send("STOPPING=1")
  }

  private static func send(_ state: String) throws(SystemdError) -> Bool {
    try check("sd_notify", unsafe sd_notify(0, state)) > 0
  }

  /// A status as one line of at most 1024 bytes.
  ///
  /// A line break would begin another assignment, and a message over 4096 bytes is dropped whole.
  static func oneLine(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      let breaks = [.control, .lineSeparator, .paragraphSeparator].contains(category)
      let next = Character(breaks ? " " : scalar)
      if line.utf8.count + next.utf8.count > 1024 { break }
      line.append(next)
    }
    return line
  }
}
