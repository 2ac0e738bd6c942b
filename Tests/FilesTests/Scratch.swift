import Glibc
import Testing

@testable import Files

/// A directory for one test, removed with everything in it.
final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/coach-files-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    path = try #require(made)
  }

  deinit { Scratch.remove(path) }

  /// Puts a file there, with the directories it needs, and gives its path.
  @discardableResult
  func put(_ name: String, _ text: String) throws -> String {
    try put(name, bytes: Array(text.utf8))
  }

  @discardableResult
  func put(_ name: String, bytes: [UInt8]) throws -> String {
    let target = "\(path)/\(name)"
    try File.makeDirectories(File.parent(of: target))
    let file = unsafe open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    try #require(file >= 0)
    defer { close(file) }
    try File.write(all: bytes, to: file, target)
    return target
  }

  func text(_ name: String) throws -> String? {
    try File.read("\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in (try? File.names(in: path)) ?? [] { remove("\(path)/\(name)") }
      unsafe rmdir(path)
    } else {
      unsafe unlink(path)
    }
  }

  /// The permissions of a file, as in `600`; “missing” where there is none.
  func mode(_ name: String) -> String { mode(of: "\(path)/\(name)") }

  func mode(of path: String) -> String {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return "missing" }
    return String(status.st_mode & 0o7777, radix: 8)
  }
}
