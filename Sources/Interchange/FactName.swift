/// The identifier of a fact that is known by what it says.
public enum FactName {
  /// A UUID of version 8 (RFC 9562, section 5.8): the beginning of a SHA-256.
  ///
  /// - Parameter parts: What it says, part by part.
  /// - Returns: The same for the same parts, on every machine.
  public static func of(_ parts: [String]) -> String {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += "\(part.utf8.count):".utf8
      bytes += part.utf8
    }
    var digits = Array(SHA256.hash(of: bytes).utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    // The two highest bits of it are 10.
    let variants = Array("89ab".utf8)
    let value = Int(String(decoding: [digits[16]], as: UTF8.self), radix: 16) ?? 0
    digits[16] = variants[value % 4]
    let ends = [8, 12, 16, 20, 32]
    let starts = [0, 8, 12, 16, 20]
    return zip(starts, ends).map { String(decoding: digits[$0..<$1], as: UTF8.self) }
      .joined(separator: "-")
  }
}
