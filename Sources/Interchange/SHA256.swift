/// The hash that names a file by what is in it (FIPS 180-4).
package struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var schedule = [UInt32](repeating: 0, count: 64)
  private var rest: [UInt8] = []
  private var count = 0

  package init() {}

  /// Adds bytes.
  package mutating func add(_ bytes: [UInt8]) {
    count += bytes.count
    var place = 0
    if !rest.isEmpty {
      place = min(64 - rest.count, bytes.count)
      rest += bytes[..<place]
      if rest.count < 64 { return }
      take(rest, at: 0)
    }
    while bytes.count - place >= 64 {
      take(bytes, at: place)
      place += 64
    }
    rest = Array(bytes[place...])
  }

  /// The hash of all that was added, in hexadecimal; nothing is added after it.
  package mutating func finish() -> String {
    let hash = finishBytes()
    let digits = hash.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 0xF)]] }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The hash of some bytes, as 32 bytes.
  static func bytes(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.add(bytes)
    return hash.finishBytes()
  }

  /// The digits of a number in hexadecimal.
  static let digits = Array("0123456789abcdef".utf8)

  private mutating func finishBytes() -> [UInt8] {
    let bits = UInt64(count) * 8
    let padding = 64 - (count + 8) % 64
    var end = [UInt8](repeating: 0, count: padding)
    end[0] = 0x80
    for shift in stride(from: 56, through: 0, by: -8) {
      end.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    add(end)
    var hash: [UInt8] = []
    hash.reserveCapacity(32)
    for word in state {
      for shift in stride(from: 24, through: 0, by: -8) {
        hash.append(UInt8(truncatingIfNeeded: word >> UInt32(shift)))
      }
    }
    return hash
  }

  /// The hash of some bytes, in hexadecimal.
  package static func hash(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.add(bytes)
    return hash.finish()
  }

  private mutating func take(_ bytes: [UInt8], at place: Int) {
    for number in 0..<16 {
      let start = place + 4 * number
      schedule[number] =
        UInt32(bytes[start]) << 24 | UInt32(bytes[start + 1]) << 16
        | UInt32(bytes[start + 2]) << 8 | UInt32(bytes[start + 3])
    }
    for number in 16..<64 {
      let (before, last) = (schedule[number - 15], schedule[number - 2])
      let first = Self.turn(before, 7) ^ Self.turn(before, 18) ^ before >> 3
      let second = Self.turn(last, 17) ^ Self.turn(last, 19) ^ last >> 10
      schedule[number] = schedule[number - 16] &+ first &+ schedule[number - 7] &+ second
    }
    mix()
  }

  private mutating func mix() {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    let constants = Self.constants
    for number in 0..<64 {
      let high = Self.turn(e, 6) ^ Self.turn(e, 11) ^ Self.turn(e, 25)
      let choice = e & f ^ ~e & g
      let first = h &+ high &+ choice &+ constants[number] &+ schedule[number]
      let low = Self.turn(a, 2) ^ Self.turn(a, 13) ^ Self.turn(a, 22)
      let second = low &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (place, word) in [a, b, c, d, e, f, g, h].enumerated() { state[place] &+= word }
  }

  private static func turn(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }

  /// The first bits of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
