import Glibc
import Testing

/// A stand-in for the service manager: the socket that NOTIFY_SOCKET names, bound for real.
final class Manager {
  let socket: Int32
  private let directory: Directory

  init() throws {
    directory = try Directory()
    let path = directory.file("notify")
    socket = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    try #require(bindSocket(socket, to: path))
    unsafe setenv("NOTIFY_SOCKET", path, 1)
  }

  deinit {
    close(socket)
  }

  /// Each message that was sent since the last call, whole.
  func messages() -> [String] {
    var messages: [String] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe recv(socket, &buffer, buffer.count, 0)
      if count < 0 { return messages }
      messages.append(String(decoding: buffer[..<count], as: UTF8.self))
    }
  }
}
