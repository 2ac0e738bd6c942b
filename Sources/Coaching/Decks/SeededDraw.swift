/// A number that looks random and follows from a text, the same on every machine.
public enum SeededDraw {
  /// The hash of Fowler, Noll and Vo in its 64-bit 1a form.
  public static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  /// One step of SplitMix64, of Steele, Lea and Flood.
  public static func splitmix(_ state: UInt64) -> UInt64 {
    var mixed = state &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to 1 that follows from a text.
  public static func unit(_ text: String) -> Double {
    Double(splitmix(hash(text)) >> 11) * 0x1p-53
  }
}
