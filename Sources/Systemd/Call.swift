import CSystemd

/// A method of somebody on a bus, with its arguments.
public struct Call: Equatable, Sendable {
  public var destination: String
  public var path: String
  public var interface: String
  public var member: String
  public var arguments: [Value]

  public init(
    destination: String,
    path: String,
    interface: String,
    member: String,
    arguments: [Value] = []
  ) {
    self.destination = destination
    self.path = path
    self.interface = interface
    self.member = member
    self.arguments = arguments
  }
}

/// An answer to a call that is none: the name of the error and what was said about it.
public struct CallError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The error's name, such as `org.freedesktop.DBus.Error.ServiceUnknown`.
  public let name: String
  /// What was said, in the words of whoever was called; may be empty, may be anything.
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Whether nobody has the name that was called, and nobody can be started who would.
  public var isOfNobody: Bool {
    ["ServiceUnknown", "NameHasNoOwner"].contains { name == "org.freedesktop.DBus.Error.\($0)" }
  }

  public var description: String { text.isEmpty ? name : "\(text) (\(name))" }
}

/// Who waits for an answer, with an address, so that C can carry it as userdata.
final class Expectation {
  private let handler: (Result<[Value], CallError>) -> Void

  init(_ handler: @escaping (Result<[Value], CallError>) -> Void) {
    self.handler = handler
  }

  fileprivate static func at(_ userdata: UnsafeMutableRawPointer?) -> Unmanaged<Expectation> {
    guard let userdata = unsafe userdata else {
      preconditionFailure("A call was made without its expectation.")
    }
    return unsafe Unmanaged<Expectation>.fromOpaque(userdata)
  }

  fileprivate func meet(_ message: OpaquePointer) {
    if let error = unsafe sd_bus_message_get_error(message) {
      let name = unsafe error.pointee.name.map { unsafe String(cString: $0) } ?? ""
      let text = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
      return handler(.failure(CallError(name: name, text: text)))
    }
    do {
      handler(.success(try unsafe Message(message).values()))
    } catch {
      let text = "the answer cannot be read: \(error)"
      handler(.failure(CallError(name: "org.freedesktop.DBus.Error.InvalidArgs", text: text)))
    }
  }
}

// The C callbacks.

func dispatchReply(
  _ message: OpaquePointer?,
  _ userdata: UnsafeMutableRawPointer?,
  _ error: UnsafeMutablePointer<sd_bus_error>?
) -> Int32 {
  guard let message = unsafe message else {
    preconditionFailure("An answer came without its message.")
  }
  let expectation = unsafe Expectation.at(userdata).takeUnretainedValue()
  unsafe expectation.meet(message)
  return 0
}

func releaseExpectation(_ userdata: UnsafeMutableRawPointer?) {
  unsafe Expectation.at(userdata).release()
}
