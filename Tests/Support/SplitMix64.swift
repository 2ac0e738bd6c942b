/// Steele, Lea and Flood's generator: small, fixed, the same on every machine.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to the bound.
  public mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }

  /// Whether something happens that happens so many times in so many.
  public mutating func happens(_ times: Int, in all: Int) -> Bool {
    below(all) < times
  }

  /// One of some choices, of which there must be at least one.
  public mutating func pick<RecordedChoice>(_ choices: [RecordedChoice]) -> RecordedChoice {
    choices[below(choices.count)]
  }
}
