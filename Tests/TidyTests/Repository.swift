import Glibc
import Testing

/// A text file of the repository.
struct SourceFile: Sendable {
  /// From the root, such as `Sources/Coaching/Session/Session.swift`.
  let path: String
  let text: String
  /// What is code in it and what is said; nothing where it is not Swift.
  let layers: SwiftText
  let tokens: [Token]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    layers = SwiftText(path.hasSuffix(".swift") ? text : "")
    tokens = layers.tokens
  }

  /// The lines, without what a newline at the very end would add.
  var lines: [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  var isSwift: Bool { path.hasSuffix(".swift") }

  /// The room that the file is in: `Coaching` of `Sources/Coaching/CivilCalendar/Zone/Zone.swift`.
  var room: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }
}

/// Something that breaks a rule.
struct Violation: Equatable, CustomStringConvertible, Sendable {
  var path: String
  /// From 1.
  var line: Int
  var what: String

  var description: String { "\(path):\(line): \(what)" }
}

/// The repository that this file is in.
struct Repository {
  static let root = String(#filePath.split(separator: "/Tests/")[0])

  var files: [SourceFile] = []

  init() throws {
    try collect("")
    files.sort { $0.path < $1.path }
    try #require(files.count > 50, "the repository is not where it was looked for")
  }

  /// The Swift files of `Sources` and `Tests`.
  var swift: [SourceFile] {
    files.filter {
      $0.isSwift && ($0.path.hasPrefix("Sources/") || $0.path.hasPrefix("Tests/"))
    }
  }

  var sources: [SourceFile] { swift.filter { $0.path.hasPrefix("Sources/") } }

  /// What is in a directory, sorted; of the root when the path is empty.
  static func names(in path: String) -> [String] {
    guard let directory = unsafe opendir("\(root)/\(path)") else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The names that git leaves out, as far as they are plain names.
  static func ignored() throws -> [String] {
    try text(".gitignore").split(separator: "\n").map { line in
      String(line.hasSuffix("/") ? line.dropLast() : line)
    }
  }

  /// The text of a file; bytes that are no text are no concern of ours.
  static func text(_ path: String) throws -> String {
    let file = unsafe open("\(root)/\(path)", O_RDONLY | O_CLOEXEC)
    try #require(file >= 0, "\(path) cannot be read")
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(file, $0.baseAddress, $0.count)
      }
      guard count > 0 else { break }
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func collect(_ directory: String) throws {
    let ignored = try Self.ignored()
    for name in Self.names(in: directory) {
      let path = directory.isEmpty ? name : "\(directory)/\(name)"
      if name == ".git" || name.hasPrefix(".build") || ignored.contains(name) { continue }
      var status = stat()
      guard unsafe stat("\(Self.root)/\(path)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        try collect(path)
      } else {
        files.append(SourceFile(path: path, text: try Self.text(path)))
      }
    }
  }
}
