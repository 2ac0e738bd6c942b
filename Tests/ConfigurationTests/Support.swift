import Coaching
import Configuration
import Files
import Glibc
import Testing

/// The repository that this file is in.
enum Repository {
  static let root = String(#filePath.split(separator: "/Tests/")[0])

  /// The text of a file of the repository.
  static func text(_ path: String) throws -> String {
    String(decoding: try #require(try File.read("\(root)/\(path)")), as: UTF8.self)
  }
}

/// A directory for one test, removed with everything in it.
final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/coach-configuration-XXXXXX".utf8CString)
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
    let count = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    try #require(count == bytes.count)
    return target
  }

  func text(_ name: String) throws -> String? {
    try File.read("\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in the directory, sorted.
  var names: [String] { (try? File.names(in: path)) ?? [] }

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
  func mode(_ name: String) -> String {
    var status = stat()
    guard unsafe stat("\(path)/\(name)", &status) == 0 else { return "missing" }
    return String(status.st_mode & 0o7777, radix: 8)
  }
}

/// What something was refused with; nil when it was not refused.
func refusal(_ work: () throws(ConfigurationError) -> Void) -> String? {
  do {
    try work()
    return nil
  } catch {
    return error.description
  }
}

/// The settings of a text.
func settings(_ text: String) throws -> Settings {
  try Settings(text, file: "coach.toml")
}

/// Numbers that look random and are the same in every run of a seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64, of Steele, Lea and Flood.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
