/// The runs of words or characters that a text holds, as fingerprints.
///
/// The documents themselves are not of this project. What is kept of them is a fingerprint of every
/// run of eight English words and of ten Chinese characters, so that no sentence is copied: of each
/// run's 64-bit FNV-1a hash the upper 48 bits, as eight characters of base64url.
struct DocumentRuns {
  private static let length = 8
  private let fingerprints: Set<Substring>

  /// The fingerprints that a text of eight characters each lists, some in a line.
  init(_ list: String) {
    var all: Set<Substring> = []
    for line in list.split(separator: "\n") {
      var rest = line
      while rest.count >= Self.length {
        all.insert(rest.prefix(Self.length))
        rest = rest.dropFirst(Self.length)
      }
    }
    fingerprints = all
  }

  /// The fingerprints of some runs.
  init(_ runs: [String]) {
    fingerprints = Set(runs.map { Self.fingerprint($0)[...] })
  }

  var count: Int { fingerprints.count }

  /// Those of some runs that are among these.
  func found(in runs: [String]) -> [String] {
    runs.filter { fingerprints.contains(Self.fingerprint($0)[...]) }
  }

  /// The hash of Fowler, Noll and Vo in its 1a form.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  static func fingerprint(_ run: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let bits = hash(run) >> 16
    return String(stride(from: 42, through: 0, by: -6).map { alphabet[Int(bits >> $0 & 63)] })
  }

  /// The runs of eight words: letters, digits and apostrophes, in lower case.
  static func words(_ text: String) -> [String] {
    let plain = text.lowercased().map { $0 == "’" ? "'" : $0 }
    let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "'")) }
    return runs(of: 8, in: words.map { String($0) }, separator: " ")
  }

  /// The runs of ten characters, folded to Simplified, whatever stands between them.
  static func characters(_ text: String) -> [String] {
    let characters = Script.folded(text).unicodeScalars.filter {
      (0x3400...0x9FFF).contains($0.value)
    }
    return runs(of: 10, in: characters.map(String.init), separator: "")
  }

  private static func runs(of length: Int, in parts: [String], separator: String) -> [String] {
    guard parts.count >= length else { return [] }
    return (0...(parts.count - length)).map {
      parts[$0..<($0 + length)].joined(separator: separator)
    }
  }
}
