import Glibc

/// What the system says of a file, links followed.
public struct FileStatus: Equatable, Sendable {
  /// The number of the user whose it is.
  public var owner: UInt32
  /// The permissions, as in `0o600`.
  public var permissions: UInt32
  public var isDirectory: Bool
  /// How long it is, in bytes.
  public var size: Int64
  /// The number of the file system that it is on.
  public var device: UInt64

  /// Nil where there is nothing at the path, or it may not be looked at.
  public init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    owner = status.st_uid
    permissions = status.st_mode & 0o7777
    isDirectory = status.st_mode & S_IFMT == S_IFDIR
    size = Int64(status.st_size)
    device = UInt64(status.st_dev)
  }
}

/// How much room a file system has for the person.
public struct DiskRoom: Equatable, Sendable {
  public var isReadOnly: Bool
  public var freeBytes: UInt64
  /// How many more files; nil where it has no limit of its own.
  public var freeFiles: UInt64?

  /// Nil where it cannot be asked.
  public init?(at path: String) {
    var room = statvfs()
    guard unsafe statvfs(path, &room) == 0 else { return nil }
    isReadOnly = room.f_flag & UInt(ST_RDONLY) != 0
    freeBytes = UInt64(room.f_bavail) * UInt64(room.f_frsize)
    freeFiles = room.f_files > 0 ? UInt64(room.f_favail) : nil
  }
}

extension File {
  /// Whether files can be made in a directory.
  ///
  /// - Parameter directory: Its path.
  /// - Returns: Whether the person may enter it and write to it.
  public static func canWrite(in directory: String) -> Bool {
    unsafe access(directory, W_OK | X_OK) == 0
  }

  /// Whether a path is a link that leads to nothing.
  ///
  /// - Parameter path: The path.
  /// - Returns: Whether it is.
  public static func isDangling(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && !exists(path)
  }
}
