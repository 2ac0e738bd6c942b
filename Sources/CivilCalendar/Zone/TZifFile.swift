/// A reader of TZif files, RFC 9636.
///
/// Every count is checked against the bytes that are there before anything is read by it.
struct TZifFile {
  private let name: String
  private let bytes: [UInt8]
  private var position = 0

  private init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The changes in a file; leap seconds are passed over.
  static func table(name: String, bytes: [UInt8]) throws(ZoneError) -> ZoneTable {
    var file = TZifFile(name: name, bytes: bytes)
    let header = try file.header()
    guard header.version > 1 else { return try file.block(header, timeSize: 4) }
    // The first block repeats the second in 32 bits, for readers older than 2005.
    try file.skip(header.size(timeSize: 4), "the block for old readers")
    let second = try file.header()
    var table = try file.block(second, timeSize: 8)
    if let rule = try file.footer() {
      table = ZoneTable(
        firstOffset: table.firstOffset,
        changes: table.changes,
        offsets: table.offsets,
        rule: rule
      )
    }
    return table
  }

  /// The six counts of section 3.1, each below 2^32.
  private struct Header {
    let version: Int
    let utcIndicators: Int
    let standardIndicators: Int
    let leapSeconds: Int
    let changes: Int
    let types: Int
    let characters: Int

    /// Bytes of the data block; no sum of these overflows 64 bits.
    func size(timeSize: Int) -> Int {
      changes * (timeSize + 1) + types * 6 + characters
        + leapSeconds * (timeSize + 4) + standardIndicators + utcIndicators
    }
  }

  private mutating func header() throws(ZoneError) -> Header {
    let start = position
    try need(44, "a header")
    guard Array(bytes[start..<start + 4]) == Array("TZif".utf8) else {
      throw error(at: start, "there is no 'TZif' mark", "this is not a time zone file")
    }
    let version: Int
    switch bytes[start + 4] {
    case 0: version = 1
    case UInt8(ascii: "2")...UInt8(ascii: "4"): version = Int(bytes[start + 4]) - 0x30
    default:
      throw error(
        at: start + 4,
        "its version is none of 1 to 4",
        "the file is damaged, or newer than this program: reinstall tzdata, or update coach"
      )
    }
    position += 20
    return Header(
      version: version,
      utcIndicators: count(),
      standardIndicators: count(),
      leapSeconds: count(),
      changes: count(),
      types: count(),
      characters: count()
    )
  }

  /// The data block of section 3.2.
  private mutating func block(_ header: Header, timeSize: Int) throws(ZoneError) -> ZoneTable {
    let start = position
    try need(header.size(timeSize: timeSize), "the tables its header announces")
    guard (1...256).contains(header.types) else {
      throw error(at: start, "it has \(header.types) types of local time, not 1 to 256")
    }
    let times = try changes(header, timeSize: timeSize)
    let indices = position
    position += header.changes
    let types = try typeOffsets(header)
    var offsets: [Int32] = []
    offsets.reserveCapacity(header.changes)
    for place in indices..<indices + header.changes {
      guard Int(bytes[place]) < types.count else {
        throw error(at: place, "it names a type of local time that is not there")
      }
      offsets.append(types[Int(bytes[place])])
    }
    position = start + header.size(timeSize: timeSize)
    return ZoneTable(firstOffset: Int(types[0]), changes: times, offsets: offsets, rule: nil)
  }

  private mutating func changes(
    _ header: Header,
    timeSize: Int
  ) throws(ZoneError) -> [Int64] {
    var times: [Int64] = []
    times.reserveCapacity(header.changes)
    for _ in 0..<header.changes {
      let time = integer(size: timeSize)
      if let last = times.last, time <= last {
        throw error(at: position - timeSize, "its changes are not in order")
      }
      times.append(time)
    }
    return times
  }

  /// Seconds east of UTC of each type of local time.
  private mutating func typeOffsets(_ header: Header) throws(ZoneError) -> [Int32] {
    var offsets: [Int32] = []
    for _ in 0..<header.types {
      let offset = integer(size: 4)
      guard ZoneTable.offsetRange.contains(Int(offset)) else {
        throw error(at: position - 4, "an offset of \(offset) seconds from UTC is not possible")
      }
      guard bytes[position] <= 1 else {
        throw error(at: position, "summer time is neither 0 nor 1")
      }
      guard Int(bytes[position + 1]) < header.characters else {
        throw error(at: position + 1, "an abbreviation is not there")
      }
      offsets.append(Int32(offset))
      position += 2
    }
    return offsets
  }

  /// The rule of section 3.3, between two line feeds; nil where there is none.
  private mutating func footer() throws(ZoneError) -> ZoneRule? {
    let lineFeed = UInt8(ascii: "\n")
    guard position < bytes.count, bytes[position] == lineFeed,
      let end = bytes[(position + 1)...].firstIndex(of: lineFeed)
    else {
      throw error(at: position, "its last line, the rule for later years, is missing or cut short")
    }
    guard position + 1 < end else { return nil }
    do {
      return try ZoneRule(posix: bytes[(position + 1)..<end])
    } catch {
      throw self.error(at: error.byteOffset, error.message)
    }
  }

  private mutating func count() -> Int {
    Int(integer(size: 4)) & 0xFFFF_FFFF
  }

  /// A signed number of 4 or 8 bytes, the highest first; the caller has made sure of them.
  private mutating func integer(size: Int) -> Int64 {
    var pattern: UInt64 = 0
    for byte in bytes[position..<position + size] { pattern = pattern << 8 | UInt64(byte) }
    position += size
    return size == 8
      ? Int64(bitPattern: pattern) : Int64(Int32(truncatingIfNeeded: pattern))
  }

  private mutating func skip(_ size: Int, _ what: String) throws(ZoneError) {
    try need(size, what)
    position += size
  }

  private func need(_ size: Int, _ what: String) throws(ZoneError) {
    let left = bytes.count - position
    guard size <= left else {
      throw error(at: position, "\(what) would take \(size) bytes, but \(left) are left")
    }
  }

  private func error(
    at byteOffset: Int,
    _ message: String,
    _ cause: String = "the file is likely cut short or damaged: reinstall tzdata"
  ) -> ZoneError {
    ZoneError(zone: name, byteOffset: byteOffset, message: message, cause: cause)
  }
}
