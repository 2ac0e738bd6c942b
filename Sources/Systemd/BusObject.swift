/// An object of somebody on a bus; its main interface has the name of its owner.
public struct BusObject: Equatable, Sendable {
  /// The interface by which every object tells its properties.
  public static let properties = "org.freedesktop.DBus.Properties"

  /// Who has it.
  public let name: String
  /// Where they have it.
  public let path: String

  /// - Parameters:
  ///   - name: The name of its owner on the bus.
  ///   - path: Its path.
  public init(_ name: String, _ path: String) {
    self.name = name
    self.path = path
  }

  /// A call of one of its methods, of its main interface unless another is named.
  public func call(
    _ member: String,
    _ arguments: [Value] = [],
    of interface: String? = nil
  ) -> Call {
    Call(
      destination: name,
      path: path,
      interface: interface ?? name,
      member: member,
      arguments: arguments
    )
  }

  /// The call that asks for a property of an interface.
  public func get(_ property: String, _ interface: String) -> Call {
    call("Get", [.text(interface), .text(property)], of: BusObject.properties)
  }

  /// A signal of its, with a first argument.
  public func says(
    _ member: String,
    _ interface: String? = nil,
    where argument: String
  ) -> Signal {
    Signal(
      sender: name,
      path: path,
      interface: interface ?? name,
      member: member,
      argument: argument
    )
  }

  /// A signal of its, or of what lies below it.
  public func says(
    _ member: String,
    _ interface: String? = nil,
    isBelow: Bool = false
  ) -> Signal {
    let interface = interface ?? name
    return isBelow
      ? Signal(sender: name, below: path, interface: interface, member: member)
      : Signal(sender: name, path: path, interface: interface, member: member)
  }
}
