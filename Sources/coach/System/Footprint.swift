import Files
import Glibc
import Systemd

/// The memory that this process holds.
enum Footprint {
  /// Gives back what will not be needed for a while: the coach sleeps for hours.
  ///
  /// Free memory goes back to the kernel, and the pages of the code of the program and its
  /// libraries are let go of; the kernel has them still, and maps them again as they are run.
  static func shrink() {
    Heap.trim()
    let maps = try? File.read("/proc/self/maps")
    for line in maps?.split(separator: UInt8(ascii: "\n")) ?? [] {
      code(in: String(decoding: line, as: UTF8.self)).map(letGo)
    }
  }

  /// Finds code out of a file, which nobody writes to.
  ///
  /// - Parameter line: A line of `/proc/self/maps`, as proc(5) has it.
  /// - Returns: Its addresses; nil where the mapping is something else.
  static func code(in line: String) -> Range<UInt>? {
    let words = line.split(separator: " ", maxSplits: 5)
    guard words.count == 6, words[1] == "r-xp", words[5].drop(while: { $0 == " " }).first == "/"
    else { return nil }
    let ends = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
    return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
  }

  private static func letGo(of pages: Range<UInt>) {
    guard let start = unsafe UnsafeMutableRawPointer(bitPattern: pages.lowerBound) else { return }
    unsafe madvise(start, pages.count, MADV_DONTNEED)
  }
}
