import CSystemd
import Glibc

/// A value as it goes over a bus.
public indirect enum Value: Equatable, Sendable {
  /// `b`
  case flag(Bool)
  /// `y`
  case byte(UInt8)
  /// `i`
  case int(Int32)
  /// `u`
  case count(UInt32)
  /// `x`
  case long(Int64)
  /// `t`
  case longCount(UInt64)
  /// `d`
  case real(Double)
  /// `s`; what has a NUL in it ends there.
  case text(String)
  /// `o`
  case path(String)
  /// `as`
  case texts([String])
  /// `a{sv}`
  case table([Entry])
  /// `v`
  case variant(Value)

  /// One entry of a table, whose values may be of any kind.
  public struct Entry: Equatable, Sendable {
    public var key: String
    public var value: Value

    public init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// Its type as D-Bus spells it.
  public var signature: String {
    switch self {
    case .flag: "b"
    case .byte: "y"
    case .int: "i"
    case .count: "u"
    case .long: "x"
    case .longCount: "t"
    case .real: "d"
    case .text: "s"
    case .path: "o"
    case .texts: "as"
    case .table: "a{sv}"
    case .variant: "v"
    }
  }
}

extension Value {
  /// The text, where it is one.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The texts, where it is a list of them.
  public var texts: [String]? { if case .texts(let texts) = self { texts } else { nil } }
  /// The number, where it is of type `u`.
  public var count: UInt32? { if case .count(let count) = self { count } else { nil } }
  /// The truth, where it is a flag.
  public var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
}

// MARK: - Writing

extension Message {
  /// Adds a value at the end of a message that is being made.
  ///
  /// - Throws: EINVAL where a path is none.
  func append(_ value: Value) throws(SystemdError) {
    switch value {
    case .flag(let flag): try append("b", Int32(flag ? 1 : 0))
    case .byte(let byte): try append("y", byte)
    case .int(let number): try append("i", number)
    case .count(let number): try append("u", number)
    case .long(let number): try append("x", number)
    case .longCount(let number): try append("t", number)
    case .real(let number): try append("d", number)
    case .text(let text): try append("s", text)
    case .path(let path): try append("o", path)
    case .texts(let texts):
      try container("a", "s") { () throws(SystemdError) in
        for text in texts { try append("s", text) }
      }
    case .table(let entries):
      try container("a", "{sv}") { () throws(SystemdError) in
        for entry in entries { try append(entry) }
      }
    case .variant(let value):
      try container("v", value.signature) { () throws(SystemdError) in try append(value) }
    }
  }

  private func append(_ entry: Value.Entry) throws(SystemdError) {
    try container("e", "sv") { () throws(SystemdError) in
      try append("s", entry.key)
      try append(.variant(entry.value))
    }
  }

  private func append<Number: BitwiseCopyable>(
    _ type: Unicode.Scalar,
    _ number: Number
  ) throws(SystemdError) {
    let result = unsafe withUnsafePointer(to: number) { place in
      unsafe sd_bus_message_append_basic(pointer, code(type), place)
    }
    try check("sd_bus_message_append_basic", result)
  }

  private func append(_ type: Unicode.Scalar, _ text: String) throws(SystemdError) {
    let result = unsafe text.withCString { start in
      unsafe sd_bus_message_append_basic(pointer, code(type), start)
    }
    try check("sd_bus_message_append_basic", result)
  }

  private func container(
    _ type: Unicode.Scalar,
    _ contents: String,
    _ body: () throws(SystemdError) -> Void
  ) throws(SystemdError) {
    let opened = unsafe sd_bus_message_open_container(pointer, code(type), contents)
    try check("sd_bus_message_open_container", opened)
    try body()
    try unsafe check("sd_bus_message_close_container", sd_bus_message_close_container(pointer))
  }
}

// MARK: - Reading

extension Message {
  /// All values that have not been read yet.
  ///
  /// - Throws: EOPNOTSUPP where there is a value of a type that `Value` does not have.
  public func values() throws(SystemdError) -> [Value] {
    var values: [Value] = []
    while let value = try read() { values.append(value) }
    return values
  }

  /// The next value; nil at the end of the message or of the container that is being read.
  private func read() throws(SystemdError) -> Value? {
    var type: CChar = 0
    var contents: UnsafePointer<CChar>?
    let peeked = unsafe sd_bus_message_peek_type(pointer, &type, &contents)
    if try check("sd_bus_message_peek_type", peeked) == 0 { return nil }
    let inside = unsafe contents.map { unsafe String(cString: $0) } ?? ""
    switch Unicode.Scalar(UInt8(bitPattern: type)) {
    case "b": return .flag(try read(type, Int32(0)) != 0)
    case "y": return .byte(try read(type, 0))
    case "i": return .int(try read(type, 0))
    case "u": return .count(try read(type, 0))
    case "x": return .long(try read(type, 0))
    case "t": return .longCount(try read(type, 0))
    case "d": return .real(try read(type, 0))
    case "s": return .text(try readText(type))
    case "o": return .path(try readText(type))
    case "v": return .variant(try entered(type, inside) { () throws(SystemdError) in try one() })
    case "a" where inside == "s":
      let texts = try entered(type, inside) { () throws(SystemdError) in try self.values() }
      return .texts(texts.compactMap(\.text))
    case "a" where inside == "{sv}":
      return .table(try entered(type, inside) { () throws(SystemdError) in try entries() })
    default: throw SystemdError(call: "sd_bus_message_peek_type", code: EOPNOTSUPP)
    }
  }

  private func one() throws(SystemdError) -> Value {
    guard let value = try read() else {
      throw SystemdError(call: "sd_bus_message_peek_type", code: EBADMSG)
    }
    return value
  }

  private func entries() throws(SystemdError) -> [Value.Entry] {
    var entries: [Value.Entry] = []
    while unsafe sd_bus_message_at_end(pointer, 0) == 0 {
      let entry = try entered(code("e"), "sv") { () throws(SystemdError) in
        let key = try readText(code("s"))
        let value = try one()
        if case .variant(let value) = value { return Value.Entry(key, value) }
        return Value.Entry(key, value)
      }
      entries.append(entry)
    }
    return entries
  }

  private func entered<Result>(
    _ type: CChar,
    _ contents: String,
    _ body: () throws(SystemdError) -> Result
  ) throws(SystemdError) -> Result {
    let entered = unsafe sd_bus_message_enter_container(pointer, type, contents)
    try check("sd_bus_message_enter_container", entered)
    let result = try body()
    try unsafe check("sd_bus_message_exit_container", sd_bus_message_exit_container(pointer))
    return result
  }

  private func read<Number: BitwiseCopyable>(
    _ type: CChar,
    _ zero: Number
  ) throws(SystemdError) -> Number {
    var number = zero
    try unsafe check(
      "sd_bus_message_read_basic",
      sd_bus_message_read_basic(pointer, type, &number)
    )
    return number
  }

  private func readText(_ type: CChar) throws(SystemdError) -> String {
    var start: UnsafePointer<CChar>?
    try unsafe check(
      "sd_bus_message_read_basic",
      sd_bus_message_read_basic(pointer, type, &start)
    )
    return unsafe start.map { unsafe String(cString: $0) } ?? ""
  }

  private func code(_ type: Unicode.Scalar) -> CChar { CChar(truncatingIfNeeded: type.value) }
}
