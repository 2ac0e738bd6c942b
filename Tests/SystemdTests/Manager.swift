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
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { field in
      unsafe field.copyBytes(from: path.utf8)
    }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let bound = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(socket, pointer, length)
      }
    }
    try #require(bound == 0)
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
