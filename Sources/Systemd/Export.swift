/// What an object on a bus has of one interface, for whoever calls.
///
/// Only the person's own processes get through to its methods; what they bring is of the right
/// types, and may be anything else.
public struct Export {
  /// An argument, a result or what a signal carries: its name, and its type as D-Bus spells it.
  public typealias Argument = (name: String, type: String)

  public struct Method {
    var name: String
    var takes: [Argument]
    var gives: [Argument]
    var call: ([Value]) throws(CallError) -> [Value]

    /// A method; the values that its call gets and gives are of these types.
    public init(
      _ name: String,
      takes: [Argument] = [],
      gives: [Argument] = [],
      call: @escaping ([Value]) throws(CallError) -> [Value]
    ) {
      self.name = name
      self.takes = takes
      self.gives = gives
      self.call = call
    }
  }

  public struct Property {
    var name: String
    var type: String
    var value: () -> Value

    /// A property whose changes are told; its value is of this type.
    public init(_ name: String, _ type: String, value: @escaping () -> Value) {
      self.name = name
      self.type = type
      self.value = value
    }
  }

  var path: String
  var interface: String
  var methods: [Method]
  var properties: [Property]
  var signals: [(name: String, carries: [Argument])]

  public init(
    path: String,
    interface: String,
    methods: [Method],
    properties: [Property],
    signals: [(name: String, carries: [Argument])]
  ) {
    self.path = path
    self.interface = interface
    self.methods = methods
    self.properties = properties
    self.signals = signals
  }
}

extension Bus {
  /// Shows an object to whoever calls, and asks for a name, from the next connection on.
  ///
  /// - Parameters:
  ///   - export: What it shows.
  ///   - name: The well-known name; where somebody has it, it is ours when they let go of it.
  ///   - onName: Hears after each connection whether the name is ours.
  public func offer(
    _ export: Export,
    as name: String,
    onName: @escaping (_ isOurs: Bool) -> Void
  ) {
    exhibits.append(ExportedObject(export, name, onName))
  }

  /// Says a signal of what is offered; without a connection nobody hears it.
  public func say(_ signal: String, of interface: String, _ values: [Value]) {
    guard let exhibit = exhibits.first(where: { $0.export.interface == interface }) else { return }
    try? connection?.say(signal, of: exhibit.export, values)
  }

  /// Tells that some properties of what is offered have changed.
  public func changed(_ properties: [String], of interface: String) {
    guard let exhibit = exhibits.first(where: { $0.export.interface == interface }) else { return }
    try? connection?.changed(properties, of: exhibit.export)
  }
}
