import CSystemd
import Glibc

/// Notices when files in directories change.
///
/// It watches directories, not files: so a file is seen that does not exist yet, and one that is
/// replaced by a rename.
public final class Watch {
  /// What to notice in a directory.
  public enum Events {
    /// A file that appears, goes, is replaced, gets other attributes, or is closed after writing.
    case files
    /// As `files`, and every single write into a file that stays open.
    ///
    /// For SQLite: a commit is a few writes into the file, under a lock that it gives up some syncs
    /// after the last of them. Who looks at once waits for that: look a little later. A process
    /// that closes the database tells so by IN_CLOSE_WRITE on it, after all is visible.
    case filesAndWrites
    /// That the directory itself goes or is moved, and nothing in it.
    case itself
  }

  /// A directory, and what is to be noticed of it.
  public struct Place: Hashable {
    public var directory: String
    /// The names in it that matter; nil for all.
    public var names: [String]?
    public var events: Events

    public init(_ directory: String, names: [String]? = nil, events: Events = .files) {
      self.directory = directory
      self.names = names
      self.events = events
    }
  }

  /// A file that changed.
  public struct Change: Hashable {
    /// The directory, spelt as it was given to `add`.
    public let directory: String
    /// The file's name in it; nil when anything in it may have changed.
    public let name: String?

    public init(directory: String, name: String?) {
      self.directory = directory
      self.name = name
    }
  }

  private let descriptor: Int32
  private let handler: ([Change]) -> Void
  private var source: Source?
  private var interests: [Int32: [Interest]] = [:]

  /// Watches nothing yet; one call of the handler brings what was noticed together, each once.
  public init(
    loop: Loop,
    handler: @escaping ([Change]) -> Void
  ) throws(SystemdError) {
    descriptor = try checkErrno(
      "inotify_init1",
      inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    )
    self.handler = handler
    source = try loop.onReadable(descriptor) { [weak self] in self?.changed() }
  }

  deinit {
    source = nil
    close(descriptor)
  }

  /// Watches some names in a directory, or all (nil); returns false when there is no directory.
  ///
  /// It adds to what is watched there already, and may be repeated. A directory that is deleted
  /// or moved away is reported with no name and then forgotten: add it again when it is back.
  @discardableResult
  public func add(
    directory: String,
    names: [String]? = nil,
    events: Events = .files
  ) throws(SystemdError) -> Bool {
    let interest = Interest(Place(directory, names: names, events: events))
    // Two spellings of one directory share one watch, so a mask must not replace the other's.
    let mask = interest.mask | InotifyMask.moveSelf | InotifyMask.onlyDirectory | InotifyMask.add
    let watch = unsafe inotify_add_watch(descriptor, directory, mask)
    if watch < 0, errno == ENOENT { return false }
    try checkErrno("inotify_add_watch", watch)
    if interests[watch, default: []].contains(interest) == false {
      interests[watch, default: []].append(interest)
    }
    return true
  }

  /// Watches these places and nothing else; a directory that is not there, or may not be read, is
  /// passed over.
  ///
  /// - Parameter places: What is to be watched from now on.
  /// - Throws: Where the system has no more watches to give.
  public func watch(only places: [Place]) throws(SystemdError) {
    var wanted: [Int32: [Interest]] = [:]
    for place in places {
      let interest = Interest(place)
      guard let watch = try watchNumber(of: interest, InotifyMask.add | interest.mask) else {
        continue
      }
      if wanted[watch, default: []].contains(interest) == false {
        wanted[watch, default: []].append(interest)
      }
    }
    for (watch, before) in interests {
      guard let now = wanted[watch] else {
        inotify_rm_watch(descriptor, watch)
        continue
      }
      // What nobody wants any more of a directory would wake the process for nothing.
      let masks = (before.mask, now.mask)
      if masks.0 != masks.1, let again = try watchNumber(of: now[0], masks.1), again != watch {
        if wanted[again] == nil { inotify_rm_watch(descriptor, again) }
      }
    }
    interests = wanted
  }

  /// Watches a directory; nil where there is none that can be watched.
  private func watchNumber(
    of interest: Interest,
    _ mask: UInt32
  ) throws(SystemdError) -> Int32? {
    let mask = mask | InotifyMask.moveSelf | InotifyMask.onlyDirectory
    let watch = unsafe inotify_add_watch(descriptor, interest.directory, mask)
    if watch < 0, [ENOENT, ENOTDIR, EACCES, ELOOP, ENAMETOOLONG].contains(errno) { return nil }
    return try checkErrno("inotify_add_watch", watch)
  }

  private func changed() {
    let changes = InotifyEvent.read(descriptor).flatMap(changes)
    // They are few, and to hash them would wake up pages that stay with the service.
    var each: [Change] = []
    for change in changes where !each.contains(change) { each.append(change) }
    if !each.isEmpty { handler(each) }
  }

  private func changes(_ notice: InotifyEvent) -> [Change] {
    if notice.mask & InotifyMask.overflow != 0 {
      return interests.values.joined().map { Change(directory: $0.directory, name: nil) }
        .sorted { $0.directory < $1.directory }
    }
    if notice.mask & (InotifyMask.ignored | InotifyMask.moveSelf) != 0 {
      // The kernel would go on watching a directory that was moved, in its new place.
      if notice.mask & InotifyMask.moveSelf != 0 { inotify_rm_watch(descriptor, notice.watch) }
      let gone = interests.removeValue(forKey: notice.watch) ?? []
      return gone.map { Change(directory: $0.directory, name: nil) }
    }
    guard let name = notice.name else { return [] }
    return interests[notice.watch, default: []]
      .filter { $0.mask & notice.mask != 0 && $0.names?.contains(name) != false }
      .map { Change(directory: $0.directory, name: name) }
  }
}

/// What somebody wants to know of one directory.
private struct Interest: Equatable {
  let directory: String
  let names: [String]?
  let mask: UInt32

  init(_ place: Watch.Place) {
    directory = place.directory
    names = place.names
    mask = place.events.mask
  }
}

extension [Interest] {
  /// What is to be noticed by any of them.
  fileprivate var mask: UInt32 { reduce(0) { $0 | $1.mask } }
}

extension Watch.Events {
  fileprivate var mask: UInt32 {
    switch self {
    case .files: InotifyMask.files
    case .filesAndWrites: InotifyMask.files | InotifyMask.write
    case .itself: 0
    }
  }
}
