import Glibc

/// The texts there are, numbered from 0 as they come.
///
/// A long life has some hundred thousand answers and few that differ: each text is made once, and
/// found again by its bytes.
struct StringInterner {
  private(set) var texts: [String] = []
  /// All texts, one behind the other, and where each one ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Where a hash leads: the number of a text and 1, or 0; at most half of them are taken.
  private var places = [Int32](repeating: 0, count: 64)
  /// The number that was asked for last: many rows one behind the other have one day.
  private var last = 0

  init(_ texts: [String] = []) {
    for text in texts {
      var text = text
      text.withUTF8 { _ = unsafe number(of: $0) }
    }
  }

  /// The number of a text, which is added where it is new.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    if last < texts.count, unsafe has(text, at: last) { return Int32(last) }
    let place = unsafe place(of: text)
    if places[place] != 0 {
      last = Int(places[place]) - 1
      return Int32(last)
    }
    last = texts.count
    places[place] = Int32(last) + 1
    unsafe bytes.append(contentsOf: text)
    ends.append(bytes.count)
    unsafe texts.append(String(decoding: text, as: UTF8.self))
    if texts.count * 2 > places.count { grow() }
    return Int32(last)
  }

  /// Where the number of a text is, or would be.
  private func place(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var place = unsafe Self.hash(text) & (places.count - 1)
    while places[place] != 0, unsafe !has(text, at: Int(places[place]) - 1) {
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  private func has(_ text: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    guard let start = text.baseAddress else { return true }
    return unsafe bytes.withUnsafeBytes { all in
      guard let known = all.baseAddress else { return false }
      return unsafe memcmp(known + range.lowerBound, start, text.count) == 0
    }
  }

  private mutating func grow() {
    places = [Int32](repeating: 0, count: places.count * 2)
    for number in texts.indices {
      let range = range(number)
      let place = unsafe bytes.withUnsafeBufferPointer { all -> Int in
        unsafe self.place(of: UnsafeBufferPointer(rebasing: all[range]))
      }
      places[place] = Int32(number) + 1
    }
  }

  /// FNV-1a over eight bytes at a time, its high bits folded into the low ones, which are used.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    let prime: UInt64 = 0x100_0000_01b3
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var next = 0
    while next + 8 <= raw.count {
      hash ^= unsafe raw.loadUnaligned(fromByteOffset: next, as: UInt64.self)
      hash = hash &* prime
      hash ^= hash >> 32
      next += 8
    }
    while next < raw.count {
      hash = unsafe (hash ^ UInt64(raw[next])) &* prime
      next += 1
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
