import Glibc

/// A call to the kernel about a file that failed, or what lies there and is no file.
public struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Why it failed.
  public enum Reason: Equatable, Sendable {
    /// What the kernel says: an errno.
    case system(Int32)
    /// Something lies there that is no file; reading it would wait, or never end.
    case noFile(Kind)
    /// A link lies there, and nothing where it leads.
    case leadsNowhere
  }

  /// What may lie where a file is expected.
  public enum Kind: String, Equatable, Sendable {
    case directory
    case pipe = "pipe (FIFO)"
    case socket
    case device
    case link = "link"
  }

  /// What was tried: the name of the system call.
  public var call: String
  public var path: String
  public var reason: Reason

  public init(call: String, path: String, reason: Reason) {
    self.call = call
    self.path = path
    self.reason = reason
  }

  public init(call: String, path: String, code: Int32) {
    self.init(call: call, path: path, reason: .system(code))
  }

  /// The errno; that of the nearest case where the kernel was not asked.
  public var code: Int32 {
    switch reason {
    case .system(let code): code
    case .noFile(.directory): EISDIR
    case .noFile(.link): ELOOP
    case .noFile: EINVAL
    case .leadsNowhere: ENOENT
    }
  }

  /// Why, in words.
  public var words: String {
    switch reason {
    case .system(let code): unsafe String(cString: strerror(code))
    case .noFile(let kind): "it is a \(kind.rawValue), and no file"
    case .leadsNowhere: "it is a link that leads nowhere"
    }
  }

  /// What failed, where and why: `open /home/me/coach.toml: Permission denied`.
  public var description: String { "\(call) \(path): \(words)" }

  /// The same for a person who asked for it: `/home/me/coach.toml: open failed: Permission denied`.
  public var sentence: String {
    switch reason {
    case .system: "\(path): \(call) failed: \(words)"
    case .noFile, .leadsNowhere: "\(path): \(words)"
    }
  }
}
