import CSeal

/// The checksums that hold the facts together.
///
/// The checksum of a fact is the CRC-64/XZ of these, one behind the other: the checksum of the
/// fact before it, 0 where there is none; its sequence; then `id`, `instant`, `zone`, `day`,
/// `kind`, `subject` and `payload`. A number is eight bytes, the highest first; a text is four
/// bytes with how many follow, the highest first, and its bytes. A fact that was changed does not
/// have it; the next after one that was removed, or put in between, does not either.
struct Chain {
  /// The checksum of the newest fact so far, as it lies in the file.
  private(set) var last: Int64
  private var bytes: [UInt8] = []

  init(after last: Int64 = 0) {
    self.last = last
  }

  /// Adds a fact; its checksum.
  mutating func add(_ fact: StoredFact) -> Int64 {
    last = checksum(of: fact, after: last)
    return last
  }

  /// The checksum of a fact behind another's.
  mutating func checksum(of fact: StoredFact, after before: Int64) -> Int64 {
    bytes.removeAll(keepingCapacity: true)
    append(before)
    append(fact.sequence)
    append(fact.id)
    append(fact.instant)
    for text in [fact.zone, fact.day, fact.kind, fact.subject, fact.payload] { append(text) }
    return unsafe bytes.withUnsafeBytes { bytes in
      unsafe Int64(bitPattern: csealSum(0, bytes.baseAddress, Int64(bytes.count)))
    }
  }

  private mutating func append(_ number: Int64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
    }
  }

  private mutating func append(_ text: String) {
    let count = text.utf8.count
    for shift in stride(from: 24, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: count >> shift))
    }
    bytes.append(contentsOf: text.utf8)
  }
}

/// The columns of a fact before they are understood.
struct StoredFact {
  var sequence: Int64
  var id: String
  var instant: Int64
  var zone: String
  var day: String
  var kind: String
  var subject: String
  var payload: String
  /// Nil where whoever wrote it knew of none.
  var checksum: Int64?

  /// From the columns in the order of `Query.columns`.
  init(_ row: Row) {
    sequence = row.integer(0)
    id = row.text(1)
    instant = row.integer(2)
    zone = row.text(3)
    day = row.text(4)
    kind = row.text(5)
    subject = row.text(6)
    payload = row.text(7)
    if case .integer(let number) = row.value(8) { checksum = number }
  }

  init(
    sequence: Int64,
    id: String,
    instant: Int64,
    zone: String,
    day: String,
    kind: String,
    subject: String,
    payload: String
  ) {
    self.sequence = sequence
    self.id = id
    self.instant = instant
    self.zone = zone
    self.day = day
    self.kind = kind
    self.subject = subject
    self.payload = payload
  }
}
