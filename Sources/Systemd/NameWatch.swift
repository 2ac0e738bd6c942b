extension Bus {
  /// Who has a name on the bus.
  private static let driver = (name: "org.freedesktop.DBus", path: "/org/freedesktop/DBus")

  /// Tells who has a name, whenever that changes and at `askOwner`; see `listen`.
  ///
  /// - Parameters:
  ///   - name: A well-known name, such as `org.freedesktop.Notifications`.
  ///   - handler: Gets the unique name of its owner; nil where it has none.
  public func watch(_ name: String, _ handler: @escaping (String?) -> Void) {
    let changed = Signal(
      sender: Bus.driver.name,
      path: Bus.driver.path,
      interface: Bus.driver.name,
      member: "NameOwnerChanged",
      argument: name
    )
    listen(to: changed) { message in
      guard let owner = try? message.values().last?.text else { return }
      handler(owner.isEmpty ? nil : owner)
    }
  }

  /// Asks who has a name now; it starts nobody.
  ///
  /// - Parameters:
  ///   - name: A well-known name.
  ///   - handler: Gets the unique name of its owner; nil where it has none or the bus is lost.
  /// - Throws: ENOTCONN where there is no connection.
  public func askOwner(
    of name: String,
    _ handler: @escaping (String?) -> Void
  ) throws(SystemdError) {
    let call = Call(
      destination: Bus.driver.name,
      path: Bus.driver.path,
      interface: Bus.driver.name,
      member: "GetNameOwner",
      arguments: [.text(name)]
    )
    try self.call(call, withinSeconds: 25) { answer in
      handler((try? answer.get())?.first?.text)
    }
  }
}
