import Glibc
import Interchange

/// What lies at a path: a file, or several in a directory or an archive.
enum Holder {
  case file(String, size: Int)
  case archive(String, size: Int)
  /// The names below it, in order.
  case directory(String, [String])

  /// Looks at what lies at a path.
  init(_ path: String) throws(ImportRefusal) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      let words = unsafe String(cString: strerror(errno))
      throw ImportRefusal("it cannot be read: \(words)", kind: .inputOutput)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      var names: [String] = []
      try Self.collect(path, "", 0, &names)
      self = .directory(path, names.sorted())
      return
    }
    let start = try FileSource(path).next()
    let isArchive =
      start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x50, 0x4B, 5, 6])
    self = isArchive ? .archive(path, size: status.st_size) : .file(path, size: status.st_size)
  }

  /// The names of the files in it, without reading them; the path's own where it is one.
  func names() throws(ImportRefusal) -> [String] {
    switch self {
    case .file(let path, _): return [path.split(separator: "/").last.map(String.init) ?? path]
    case .directory(_, let names): return names
    case .archive(let path, let size):
      let archive = try Archive(path, size: size)
      var names: [String] = []
      while let name = try archive.nextFile() { names.append(name) }
      return names
    }
  }

  /// Goes through those of its files that are wanted.
  ///
  /// - Parameters:
  ///   - isWanted: Whether a file is, by its name.
  ///   - body: Called with each, which it may read or leave.
  /// - Throws: What reading one throws.
  func each(
    where isWanted: (String) -> Bool,
    _ body: (String, any ByteSource) throws(ImportRefusal) -> Void
  ) throws(ImportRefusal) {
    switch self {
    case .file(let path, _): try body("", FileSource(path))
    case .directory(let path, let names):
      for name in names where isWanted(name) {
        try body(name, FileSource("\(path)/\(name)", part: name))
      }
    case .archive(let path, let size):
      let archive = try Archive(path, size: size)
      while let name = try archive.nextFile() {
        if isWanted(name) { try body(name, archive) }
      }
    }
  }

  /// The SHA-256 of all its bytes.
  func hash() throws(ImportRefusal) -> String {
    var hash = SHA256()
    switch self {
    case .file(let path, _), .archive(let path, _):
      let source = try FileSource(path)
      while case let bytes = try source.next(), !bytes.isEmpty { hash.add(bytes) }
    case .directory(let path, let names):
      for name in names {
        hash.add(Array("\(name)\0".utf8))
        let source = try FileSource("\(path)/\(name)", part: name)
        while case let bytes = try source.next(), !bytes.isEmpty { hash.add(bytes) }
      }
    }
    return hash.finish()
  }

  /// How deep the directories of anybody's export lie in each other.
  private static let deepest = 8

  private static func collect(
    _ root: String,
    _ below: String,
    _ depth: Int,
    _ names: inout [String]
  ) throws(ImportRefusal) {
    guard depth < deepest else { throw ImportRefusal("its directories lie too deep") }
    guard let stream = unsafe opendir(below.isEmpty ? root : "\(root)/\(below)") else {
      let words = unsafe String(cString: strerror(errno))
      throw ImportRefusal("it cannot be read: \(words)", kind: .inputOutput, part: below)
    }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      let path = below.isEmpty ? name : "\(below)/\(name)"
      var status = stat()
      // A link may lead anywhere, and round and round.
      guard unsafe lstat("\(root)/\(path)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        try collect(root, path, depth + 1, &names)
      } else if status.st_mode & S_IFMT == S_IFREG {
        names.append(path)
      }
      if names.count > Limits.files { throw ImportRefusal("it holds too many files") }
    }
  }
}

extension String {
  /// What stands behind the last slash.
  var lastName: String { split(separator: "/").last.map(String.init) ?? self }
}
