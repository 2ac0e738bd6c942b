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
    var name = SHA256.bytes(of: bytes)[..<16]
    name[6] = name[6] & 0x0F | 0x80
    // The two highest bits of it are 10.
    name[8] = name[8] & 0x3F | 0x80
    var digits: [UInt8] = []
    digits.reserveCapacity(36)
    for (place, byte) in name.enumerated() {
      if dashes.contains(place) { digits.append(UInt8(ascii: "-")) }
      digits.append(SHA256.digits[Int(byte >> 4)])
      digits.append(SHA256.digits[Int(byte & 0xF)])
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Before which bytes of it a dash stands.
  private static let dashes = [4, 6, 8, 10]
}
