/// What people type for one and the same.
extension StringProtocol {
  /// The text with wide digits, as a Chinese or Japanese keyboard types them, made narrow.
  public var narrowDigits: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isWide = (0xFF10...0xFF19).contains(scalar.value)
      text.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(text)
  }

  /// The whole number that the text is, in narrow or in wide digits and without a sign; nil where
  /// it is none, or more than fits.
  public var wholeNumber: Int? {
    let digits = narrowDigits.utf8
    let isNumber = digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.isEmpty || !isNumber ? nil : Int(narrowDigits)
  }

  /// The text with no character in it that goes on for ever: after thirty marks that combine with
  /// what stands before them comes one that only keeps them apart.
  ///
  /// This is the stream-safe format of Unicode's annex 15. Whatever compares texts puts such marks
  /// in order first, and a hundred thousand of them would take it minutes.
  public var streamSafe: String {
    if utf8.count <= StreamSafe.most { return String(self) }
    var text = String.UnicodeScalarView()
    var marks = 0
    for scalar in unicodeScalars {
      let isMark = scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass.rawValue != 0
      marks = isMark ? marks + 1 : 0
      if marks > StreamSafe.most {
        text.append(StreamSafe.joiner)
        marks = 1
      }
      text.append(scalar)
    }
    return String(text)
  }

  /// The text without the spaces beside its commas: people write “Mon, Thu”, and an expression has
  /// “Mon,Thu”.
  public var tightLists: String {
    if !utf8.contains(UInt8(ascii: ",")) { return String(self) }
    let parts = split(separator: ",", omittingEmptySubsequences: false)
    return parts.enumerated().map { place, part in
      var part = part
      while place > 0, part.first == " " { part.removeFirst() }
      while place < parts.count - 1, part.last == " " { part.removeLast() }
      return String(part)
    }
    .joined(separator: ",")
  }

  /// Whether the text has some words in it, whatever their case.
  ///
  /// - Parameter words: What is looked for, in lower case.
  /// - Returns: Whether it is there.
  public func mentions(_ words: String) -> Bool {
    // One character that goes on for thousands of marks is compared with each of the text's.
    // Written in another form the same words take three times the bytes at most.
    let text = lowercased()
    return words.utf8.count <= 3 * text.utf8.count && text.contains(words)
  }
}

/// The numbers of Unicode's annex 15.
private enum StreamSafe {
  /// So many marks may follow each other.
  static let most = 30
  /// The combining grapheme joiner, which nobody sees.
  static let joiner: Unicode.Scalar = "\u{34F}"
}
