/// A value that can be written down as bytes, and read back by the same program.
protocol Packed {
  func pack(into packer: inout Packer)
  init(from unpacker: inout Unpacker) throws(Unpacker.Damage)
}

/// Writes values down one after the other.
struct Packer {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ byte: UInt8) { bytes.append(byte) }

  /// Seven bits a byte, the lowest first; the eighth says that more follow.
  mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      add(UInt64(utf8.count))
      unsafe bytes.append(contentsOf: utf8)
    }
  }

  /// A value behind its length, so that whoever looks for another can pass over it.
  mutating func box(_ value: some Packed) {
    var inner = Packer()
    value.pack(into: &inner)
    add(UInt64(inner.bytes.count))
    bytes += inner.bytes
  }

  mutating func add(pairs: [(String, String)]) {
    add(UInt64(pairs.count))
    for (first, second) in pairs {
      add(first)
      add(second)
    }
  }
}

/// Reads them back; nothing in the bytes can make it fail otherwise than by `Damage`.
struct Unpacker {
  struct Damage: Error {}

  private let bytes: [UInt8]
  private var place: Int
  /// The text that some of the values are parts of, and how many of its bytes are taken.
  private(set) var shared = ""
  var sharedPlace = 0

  init(_ bytes: [UInt8], from place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  mutating func byte() throws(Damage) -> UInt8 {
    guard place < bytes.count else { throw Damage() }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func number() throws(Damage) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      let byte = try byte()
      number |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return number }
    }
    throw Damage()
  }

  /// How many things follow, of at least a byte each.
  mutating func count() throws(Damage) -> Int {
    let count = try number()
    guard count <= UInt64(bytes.count - place) else { throw Damage() }
    return Int(count)
  }

  mutating func text() throws(Damage) -> String {
    let count = try count()
    let end = place + count
    defer { place = end }
    return String(decoding: bytes[place..<end], as: UTF8.self)
  }

  /// Passes over the bytes of a value that stands behind its length.
  mutating func pass(_ count: Int) { place += count }

  /// Reads a text of which values that follow are parts.
  mutating func share() throws(Damage) { (shared, sharedPlace) = (try text(), 0) }

  mutating func pairs() throws(Damage) -> [(String, String)] {
    let count = try count()
    var pairs: [(String, String)] = []
    pairs.reserveCapacity(count)
    for _ in 0..<count { pairs.append((try text(), try text())) }
    return pairs
  }

  mutating func read<Value: Packed>() throws(Damage) -> Value { try Value(from: &self) }
}

extension String: Packed {
  func pack(into packer: inout Packer) { packer.add(self) }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) { self = try unpacker.text() }
}

extension UInt64: Packed {
  func pack(into packer: inout Packer) { packer.add(self) }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) { self = try unpacker.number() }
}

extension Int64: Packed {
  func pack(into packer: inout Packer) { packer.add(UInt64(bitPattern: self)) }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(bitPattern: try unpacker.number())
  }
}

extension Int: Packed {
  func pack(into packer: inout Packer) { Int64(self).pack(into: &packer) }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(truncatingIfNeeded: try Int64(from: &unpacker))
  }
}

extension Bool: Packed {
  func pack(into packer: inout Packer) { packer.add(self ? 1 : 0 as UInt8) }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) { self = try unpacker.byte() != 0 }
}

extension Optional: Packed where Wrapped: Packed {
  func pack(into packer: inout Packer) {
    (self != nil).pack(into: &packer)
    self?.pack(into: &packer)
  }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self = try Bool(from: &unpacker) ? try Wrapped(from: &unpacker) : nil
  }
}

extension Array: Packed where Element: Packed {
  func pack(into packer: inout Packer) {
    packer.add(UInt64(count))
    for element in self { element.pack(into: &packer) }
  }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    let count = try unpacker.count()
    self.init()
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &unpacker)) }
  }
}

/// One of a few words, by its place among them.
extension Packed where Self: CaseIterable & RawRepresentable<String> {
  func pack(into packer: inout Packer) {
    let place = Self.allCases.enumerated().first { $0.element.rawValue == rawValue }?.offset
    packer.add(UInt64(place ?? 0))
  }
  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    let cases = Self.allCases
    let number = try unpacker.number()
    guard number < UInt64(cases.count) else { throw Unpacker.Damage() }
    self = cases[cases.index(cases.startIndex, offsetBy: Int(number))]
  }
}
