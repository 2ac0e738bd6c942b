import Glibc

/// Notices when what lies at a path may have changed, through every link on the way to it.
///
/// A path leads through directories and links, and any of them can be put in another's place: a
/// generation of dotfiles, a home that is mounted late, a zone whose file an upgrade replaces. So
/// each link on the way is watched in the directory that holds it, each directory for its own
/// going, and where the way ends early, the last directory that is there for the name that is
/// missing.
public final class PathWatch {
  /// What matters of that to which a path leads.
  public enum Extent: Hashable, Sendable {
    /// A file: that it appears, goes, is replaced or written.
    case file
    /// The same, and every single write into it while it stays open; see `Watch.Events`.
    case fileAndWrites
    /// A directory: every file in it, also where one is a link.
    case directory
  }

  /// A path to watch.
  public struct Path: Hashable, Sendable {
    /// It begins with `/`; another is never watched.
    public var path: String
    public var extent: Extent

    public init(_ path: String, _ extent: Extent = .file) {
      self.path = path
      self.extent = extent
    }
  }

  private struct Way {
    let path: Path
    let places: [Watch.Place]

    init(to path: Path) {
      self.path = path
      var walk = Walk()
      walk.go(to: path.path, path.extent)
      places = walk.places
    }

    /// Whether a change may be one of what the path leads to.
    func meets(_ change: Watch.Change) -> Bool {
      places.contains { place in
        guard place.directory == change.directory else { return false }
        guard let name = change.name else { return true }
        // Of a directory on the way only its own going matters; what else lies in it may be
        // watched for another path.
        guard let names = place.names else { return place.events != .itself }
        return names.contains(name)
      }
    }
  }

  private let handler: (_ paths: [String], _ trouble: SystemdError?) -> Void
  private var watch: Watch?
  private var ways: [Way] = []

  /// Watches nothing yet.
  ///
  /// - Parameters:
  ///   - loop: Where changes are noticed.
  ///   - handler: Gets the paths that may lead to something else now, as they were given, each
  ///     once; and what kept the watch from following one of them.
  /// - Throws: Where the system has no more watches to give.
  public init(
    loop: Loop,
    handler: @escaping (_ paths: [String], _ trouble: SystemdError?) -> Void
  ) throws(SystemdError) {
    self.handler = handler
    watch = try Watch(loop: loop) { [unowned self] changes in changed(changes) }
  }

  /// Watches these paths and no others.
  ///
  /// What changes after this is told; what was read of a path before it should be read again.
  ///
  /// - Parameter paths: What is to be watched from now on.
  /// - Throws: Where the system has no more watches to give.
  public func watch(_ paths: [Path]) throws(SystemdError) {
    ways = paths.map(Way.init)
    for _ in 0..<PathWatch.attempts {
      try watch?.watch(only: ways.flatMap(\.places))
      let again = paths.map(Way.init)
      let isSame = again.elementsEqual(ways) { $0.places == $1.places }
      ways = again
      if isSame { return }
    }
  }

  /// How often somebody may change a way while it is being followed, before the next change has to
  /// tell of it.
  private static let attempts = 8

  private func changed(_ changes: [Watch.Change]) {
    let met = ways.filter { way in changes.contains { way.meets($0) } }
    // A directory that went is watched no more, though another may be in its place by now.
    let isGone = changes.contains { $0.name == nil }
    let isMoved = isGone || met.contains { Way(to: $0.path).places != $0.places }
    var trouble: SystemdError?
    if isMoved {
      do {
        try watch(ways.map(\.path))
      } catch {
        trouble = error
      }
    }
    if !met.isEmpty || trouble != nil { handler(met.map(\.path.path), trouble) }
  }
}

/// The way that the kernel goes from the root to a path, link by link.
private struct Walk {
  private(set) var places: [Watch.Place] = []
  private var links = 0

  /// As many as the kernel follows; see path_resolution(7).
  private static let mostLinks = 40

  mutating func go(to path: String, _ extent: PathWatch.Extent) {
    guard path.hasPrefix("/") else { return }
    links = 0
    var here = ""
    var ahead = Walk.names(in: path)
    while let name = ahead.popLast() {
      let next = "\(here)/\(name)"
      if name == ".." {
        here = here.lastIndex(of: "/").map { String(here[..<$0]) } ?? ""
      } else if let target = Walk.target(of: next) {
        add(here, name)
        links += 1
        if links > Walk.mostLinks { return }
        if target.hasPrefix("/") { here = "" }
        ahead += Walk.names(in: target)
      } else if ahead.isEmpty {
        end(next, in: here, name, extent)
      } else if Walk.isDirectory(next) {
        places.append(Watch.Place(next, events: .itself))
        here = next
      } else {
        add(here, name)
        return
      }
    }
  }

  /// The last name of the way, which is no link.
  private mutating func end(
    _ path: String,
    in directory: String,
    _ name: String,
    _ extent: PathWatch.Extent
  ) {
    guard extent == .directory, Walk.isDirectory(path) else {
      return add(directory, name, extent == .fileAndWrites ? .filesAndWrites : .files)
    }
    places.append(Watch.Place(path))
    for link in Walk.links(in: path) { go(to: "\(path)/\(link)", .file) }
  }

  private mutating func add(
    _ directory: String,
    _ name: String,
    _ events: Watch.Events = .files
  ) {
    places.append(Watch.Place(directory.isEmpty ? "/" : directory, names: [name], events: events))
  }

  /// The names of a path, the last first.
  private static func names(in path: String) -> [String] {
    path.split(separator: "/").filter { $0 != "." }.map(String.init).reversed()
  }

  /// What a link says; nil where it is none.
  private static func target(of path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(path, &bytes, bytes.count)
    if count < 0 { return nil }
    return String(decoding: bytes.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names of the links in a directory, sorted; none where it cannot be read.
  private static func links(in directory: String) -> [String] {
    guard let open = unsafe opendir(directory) else { return [] }
    defer { unsafe closedir(open) }
    var names: [String] = []
    while let entry = unsafe readdir(open) {
      let kind = unsafe Int(entry.pointee.d_type)
      guard kind == Int(DT_LNK) || kind == Int(DT_UNKNOWN) else { continue }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != "..", target(of: "\(directory)/\(name)") != nil {
        names.append(name)
      }
    }
    return names.sorted()
  }
}
