import Glibc
import Testing

/// A socket that waits for connections, and does nothing of itself.
final class Listener {
  let descriptor: Int32
  let address: String
  private let directory: Directory

  init() throws {
    directory = try Directory()
    let path = directory.file("socket")
    address = "unix:path=\(path)"
    descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    try #require(bindSocket(descriptor, to: path))
    try #require(listen(descriptor, 5) == 0)
  }

  deinit {
    close(descriptor)
  }
}

/// Gives a socket its path; the path must be short, as all of those of a `Directory` are.
func bindSocket(_ descriptor: Int32, to path: String) -> Bool {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  unsafe withUnsafeMutableBytes(of: &address.sun_path) { field in
    unsafe field.copyBytes(from: path.utf8)
  }
  let length = socklen_t(MemoryLayout<sockaddr_un>.size)
  return unsafe withUnsafePointer(to: &address) { pointer in
    unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
      unsafe bind(descriptor, pointer, length) == 0
    }
  }
}
