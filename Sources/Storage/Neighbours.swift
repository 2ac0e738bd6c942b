import CSeal
import Files
import Glibc

/// The files that SQLite would use beside a ledger, looked at before it may.
struct Neighbours {
  private let path: String
  /// What the path leads to: SQLite makes them beside that.
  private let real: String

  init(_ path: String) {
    self.path = path
    real = File.target(of: path) ?? path
  }

  /// Whether there is a write-ahead log that is not empty.
  var hasLog: Bool { size("-wal") > 0 }

  /// Whether there is a journal from which a write that was cut short is to be taken back.
  var hasHotJournal: Bool { isHot(start(of: "-journal", count: 28)) }

  /// Refuses a log beside a ledger that has none: SQLite would pour it into it; and a log in
  /// which what was acknowledged cannot be read any more: SQLite would leave that out.
  func check(_ head: Head?) throws(LedgerError) {
    guard let head, hasLog else { return }
    if head.isOfLog { return try checkLog() }
    // Somebody may be switching it: the log goes before the header says so.
    if !hasLog { return }
    throw LedgerError(path: path, .foreignFile("-wal"), detail: "the ledger has no log")
  }

  /// Refuses a log or journal without its ledger: what is in it is all there is.
  func checkEmpty() throws(LedgerError) {
    if hasLog { throw lost("-wal") }
    let journal = start(of: "-journal", count: 28)
    // Where the file was empty when it was written, a first write was cut short, no more.
    if isHot(journal), journal[16..<20].contains(where: { $0 != 0 }) { throw lost("-journal") }
  }

  private func lost(_ end: String) -> LedgerError {
    LedgerError(path: path, .corrupt, detail: "it is empty or missing, its \(end) file is not")
  }

  static func foreignJournal(_ path: String) -> LedgerError {
    let what = "it is of another time or damaged"
    return LedgerError(path: path, .foreignFile("-journal"), detail: what)
  }

  private func isHot(_ journal: [UInt8]) -> Bool { journal.count == 28 && journal[0] == 0xD9 }

  private func size(_ end: String) -> Int {
    var status = stat()
    return unsafe stat(real + end, &status) == 0 ? Int(status.st_size) : 0
  }

  /// None of these is locked by SQLite through a descriptor of its own, so that it may be opened.
  private func start(of end: String, count: Int) -> [UInt8] {
    guard let file = unsafe open(real + end, O_RDONLY | O_CLOEXEC).ifOpen else { return [] }
    defer { close(file) }
    return read(file, count, at: 0)
  }

  private func read(_ file: Int32, _ count: Int, at offset: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe pread(file, buffer.baseAddress, count, offset)
    }
    return Array(bytes.prefix(max(0, read)))
  }

  // MARK: - The log of an earlier version

  /// Refuses a log that SQLite would read a part of only.
  ///
  /// It ends at the first frame that is not right. A write that was cut short leaves some such at
  /// the end, without a later commit; more is damage.
  private func checkLog() throws(LedgerError) {
    for attempt in 0..<3 {
      // Somebody else may be writing to it just now.
      if attempt > 0 { usleep(50_000) }
      if !isLogDamaged() { return }
    }
    let what = "what was written last cannot be read in its -wal file, which is damaged"
    throw LedgerError(path: path, .corrupt, detail: what)
  }

  private func isLogDamaged() -> Bool {
    guard let file = unsafe open(real + "-wal", O_RDONLY | O_CLOEXEC).ifOpen else { return false }
    defer { close(file) }
    let header = read(file, 32, at: 0)
    guard header.count == 32 else { return false }
    var log = LogSums(header)
    let size = log.page + 24
    guard log.isRight, log.page >= 512, log.page <= 65_536 else { return true }
    var offset = 32
    var isBroken = false
    var commits = 0
    while true {
      let frame = read(file, size, at: offset)
      guard frame.count == size else { break }
      offset += size
      // What was there before the log was begun anew is of no account.
      guard log.isOfThis(frame) else {
        isBroken = true
        continue
      }
      if !isBroken { isBroken = !log.follows(frame) }
      // A frame behind a commit was written once that was on disk.
      if commits > 0 { return true }
      if isBroken, LogSums.number(frame, 4) > 0 { commits += 1 }
    }
    return false
  }
}

/// The sums of a write-ahead log (sqlite.org/fileformat2.html, 4.1 and 4.2).
private struct LogSums {
  let page: Int
  /// Whether those of the header are right.
  let isRight: Bool
  private let isBig: Bool
  private let salts: ArraySlice<UInt8>
  private var sums: (UInt32, UInt32) = (0, 0)

  init(_ header: [UInt8]) {
    let magic = Self.number(header, 0)
    isBig = magic & 1 == 1
    page = Int(Self.number(header, 8))
    salts = header[16..<24]
    let first = Self.sum(header[0..<24], after: (0, 0), isBig)
    isRight =
      magic & ~1 == 0x377F_0682 && first == (Self.number(header, 24), Self.number(header, 28))
    sums = first
  }

  static func number(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether a frame was written since the log was begun anew; a few bits may have flipped, while
  /// of an earlier time half of them are others.
  func isOfThis(_ frame: [UInt8]) -> Bool {
    zip(frame[8..<16], salts).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount } <= 3
  }

  /// Whether a frame is right, all before it being so.
  mutating func follows(_ frame: [UInt8]) -> Bool {
    let head = Self.sum(frame[0..<8], after: sums, isBig)
    sums = Self.sum(frame[24...], after: head, isBig)
    return sums == (Self.number(frame, 16), Self.number(frame, 20))
      && frame[8..<16].elementsEqual(salts)
  }

  private static func sum(
    _ bytes: ArraySlice<UInt8>,
    after sums: (UInt32, UInt32),
    _ isBig: Bool
  ) -> (UInt32, UInt32) {
    var (one, two) = sums
    func word(_ at: Int) -> UInt32 {
      let four = bytes[at..<at + 4]
      return isBig
        ? four.reduce(0) { $0 << 8 | UInt32($1) }
        : four.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    for at in stride(from: bytes.startIndex, to: bytes.endIndex - 7, by: 8) {
      one = one &+ word(at) &+ two
      two = two &+ word(at + 4) &+ one
    }
    return (one, two)
  }
}

extension Int32 {
  /// A descriptor; nil where nothing was opened.
  fileprivate var ifOpen: Int32? { self >= 0 ? self : nil }
}
