/// A signal on a bus: who says it, of which object, and what it is called.
public struct Signal: Sendable {
  let sender: String
  let path: String
  let interface: String
  let member: String
  let argument: String?
  private var pathKey = "path"

  /// A signal of the owner of a name; the name may change hands, and the signal is still heard.
  ///
  /// None of the parts has a quotation mark in it; the argument, unless nil, is what its first
  /// value, a text, must be.
  public init(
    sender: String,
    path: String,
    interface: String,
    member: String,
    argument: String? = nil
  ) {
    self.sender = sender
    self.path = path
    self.interface = interface
    self.member = member
    self.argument = argument
  }

  /// A signal of any object below a path, itself included.
  public init(sender: String, below path: String, interface: String, member: String) {
    self.init(sender: sender, path: path, interface: interface, member: member)
    pathKey = "path_namespace"
  }

  /// It as a match rule of the D-Bus specification.
  var rule: String {
    let parts = [
      ("sender", sender), (pathKey, path), ("interface", interface), ("member", member),
    ]
    let rule = parts.reduce("type='signal'") { "\($0),\($1.0)='\($1.1)'" }
    return argument.map { "\(rule),arg0='\($0)'" } ?? rule
  }

  /// What libsystemd itself says of the connection; the bus is asked for nothing.
  static func local(_ member: String) -> Signal {
    Signal(
      sender: "org.freedesktop.DBus.Local",
      path: "/org/freedesktop/DBus/Local",
      interface: "org.freedesktop.DBus.Local",
      member: member
    )
  }
}
