import Glibc

/// A call to systemd or to the kernel that failed.
public struct SystemdError: Error, Equatable, CustomStringConvertible {
  /// The C function that failed.
  public let call: String
  /// The positive errno.
  public let code: Int32

  /// An error of a named call; a negative code, as libsystemd returns it, is turned around.
  public init(call: String, code: Int32) {
    self.call = call
    self.code = code.magnitude <= UInt32(Int32.max) ? abs(code) : Int32.max
  }

  /// The call and what its errno means, as in "sd_event_add_io: Operation not permitted".
  public var description: String {
    unsafe "\(call): \(String(cString: strerror(code)))"
  }
}

/// Passes on the result of a libsystemd call, which is a negative errno when it failed.
@discardableResult
func check(_ call: String, _ result: Int32) throws(SystemdError) -> Int32 {
  guard result >= 0 else { throw SystemdError(call: call, code: result) }
  return result
}

/// Passes on the result of a libc call, which is -1 with the reason in errno when it failed.
@discardableResult
func checkErrno(_ call: String, _ result: Int32) throws(SystemdError) -> Int32 {
  guard result >= 0 else { throw SystemdError(call: call, code: errno) }
  return result
}
