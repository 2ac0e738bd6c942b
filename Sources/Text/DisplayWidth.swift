extension Character {
  /// How many columns a terminal gives the character: 0, 1 or 2, more where parts stand in a row.
  ///
  /// An emoji of several parts (a flag, a family, a skin tone, one asked for by U+FE0F) is one
  /// picture of two columns. Everything else is as wide as its parts together.
  var columns: Int {
    if isASCII { return self < " " || self == "\u{7F}" ? 0 : 1 }
    let scalars = unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.dropFirst().isEmpty { return first.columns }
    if first.properties.isEmoji && scalars.contains(where: \.makesEmoji) { return 2 }
    if first.properties.isEmojiPresentation { return 2 }
    return scalars.reduce(0) { $0 + $1.columns }
  }
}

extension Unicode.Scalar {
  /// Columns of the scalar alone, as glibc's wcwidth(3) counts; ambiguous ones are narrow.
  ///
  /// The C library cannot be asked: it answers for the process's locale, which is not ours to set.
  fileprivate var columns: Int {
    if isInvisible { return 0 }
    return isWide || properties.isEmojiPresentation ? 2 : 1
  }

  private var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: true
    case .format: !isDrawnFormat
    // The vowels and final consonants of Hangul join the consonant before them.
    default: (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
    }
  }

  /// The format characters with a shape: the soft hyphen and the signs over Arabic, Syriac and
  /// Kaithi numbers.
  private var isDrawnFormat: Bool {
    switch value {
    case 0xAD, 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  /// Whether the scalar makes one picture of the emoji before it: ZWJ, U+FE0F or a skin tone.
  fileprivate var makesEmoji: Bool {
    value == 0x200D || value == 0xFE0F || properties.isEmojiModifier
  }

  /// Wide or Fullwidth in Unicode's EastAsianWidth, apart from the emoji.
  ///
  /// Blocks are taken whole; between their characters lie only unassigned ones.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F: true
    case 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF: true
    case 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
    case 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6: true
    case 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x1F200...0x1F265: true
    case 0x20000...0x2FFFD, 0x30000...0x3FFFD: true
    default: false
    }
  }
}
