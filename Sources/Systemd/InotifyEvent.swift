import CSystemd
import Glibc

/// One event as inotify tells it.
struct InotifyEvent: Equatable {
  let watch: Int32
  let mask: UInt32
  let name: String?

  /// Reads what waits on an inotify descriptor, as much as one buffer holds.
  static func read(_ descriptor: Int32) -> [InotifyEvent] {
    var buffer = [UInt8](repeating: 0, count: 16384)
    let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
    if count >= 0 { return parse(buffer[..<count]) }
    // Nothing to read after all.
    if errno == EAGAIN || errno == EINTR { return [] }
    // What it had to tell is lost, as where the kernel had no room for it: anything may be new.
    return [InotifyEvent(watch: -1, mask: InotifyMask.overflow, name: nil)]
  }

  /// Takes a buffer of `struct inotify_event` apart; see inotify(7).
  static func parse(_ buffer: ArraySlice<UInt8>) -> [InotifyEvent] {
    var notices: [InotifyEvent] = []
    var rest = buffer
    while rest.count >= headerBytes {
      let watch = Int32(bitPattern: word(rest, 0))
      let nameBytes = Int(word(rest, 3))
      let name = rest.dropFirst(headerBytes).prefix(nameBytes).prefix { $0 != 0 }
      notices.append(
        InotifyEvent(
          watch: watch,
          mask: word(rest, 1),
          name: name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
        )
      )
      rest = rest.dropFirst(headerBytes + nameBytes)
    }
    return notices
  }

  /// Watch, mask, cookie and the length of the name: four words.
  private static let headerBytes = 16

  private static func word(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt32 {
    let start = bytes.startIndex + 4 * index
    return bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}

/// The bits of inotify(7), which Swift imports with several types.
enum InotifyMask {
  static let write = UInt32(IN_MODIFY)
  static let files = UInt32(
    IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_CLOSE_WRITE | IN_DELETE | IN_ATTRIB
  )
  static let moveSelf = UInt32(IN_MOVE_SELF)
  static let overflow = UInt32(IN_Q_OVERFLOW)
  static let ignored = UInt32(IN_IGNORED)
  static let onlyDirectory = UInt32(IN_ONLYDIR)
  static let add = UInt32(IN_MASK_ADD)
}
