import Glibc

/// What the kernel says of a file, by which a change of it shows.
///
/// The time of the last change of any kind cannot be set by a program, so that a file put back with
/// its old time (rsync, `touch -r`) differs too.
public struct FileStamp: Equatable, Sendable {
  /// The file system that it is on.
  public var device: UInt64
  /// Its number there.
  public var number: UInt64
  /// In bytes.
  public var size: Int64
  /// When its contents changed, in nanoseconds since 1970.
  public var modified: Int64
  /// When anything about it changed, in nanoseconds since 1970.
  public var changed: Int64

  public init(device: UInt64, number: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.device = device
    self.number = number
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  /// What lies at a path, links followed; nil where nothing does, or nothing that can be reached.
  public init?(at path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = FileStamp.nanoseconds(status.st_mtim)
    changed = FileStamp.nanoseconds(status.st_ctim)
  }

  /// A file system may hold any time; one that no number holds is a wrong one, and no trap.
  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Whether another change would show: one within the same tick of the file system's clock would
  /// leave all of this as it is.
  ///
  /// - Parameter now: Nanoseconds since 1970.
  /// - Returns: Whether that tick is over for sure.
  public func isSettled(at now: Int64) -> Bool {
    // Linux stamps files by its timer, which ticks a hundred times a second at least; five ticks.
    // Where the milliseconds are even, it may be that whole seconds are kept, or every other (FAT).
    let tick: Int64 = changed % 1_000_000 == 0 ? 3_000_000_000 : 50_000_000
    return now &- max(modified, changed) > tick
  }

  /// Nanoseconds since 1970.
  public static var now: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }
}
