/// Times of day as people write them.
extension CivilTime {
  /// Reads a time of day as a person types it: `23:40`, and what they write elsewhere for it.
  ///
  /// This is the notation that needs no words of a language but am and pm.
  ///
  /// - Parameter typed: `23.40`, `23h40` or `2340`; `11:40 pm` or `11pm`, where 12 am is midnight
  ///   and 12 pm noon; `24:00`, which is midnight. Full-width digits count as ASCII ones.
  public init?(typed: String) {
    if let time = CivilTime(typed) {
      self = time
      return
    }
    // A character can go on for megabytes; nobody writes a time so long.
    if typed.utf8.count > CivilTime.most { return nil }
    var text = typed.lowercased().map(CivilTime.narrow).filter { $0 != " " }
    let half = CivilTime.takeHalf(of: &text)
    guard let (hour, minute) = CivilTime.numbers(of: String(text), isAlone: half != nil) else {
      return nil
    }
    switch half {
    case nil where hour == 24 && minute == 0: self.init(hour: 0, minute: 0)
    case nil: self.init(hour: hour, minute: minute)
    case let half? where (1...12).contains(hour):
      self.init(hour: hour % 12 + (half == .afternoon ? 12 : 0), minute: minute)
    default: return nil
    }
  }

  /// Whether a text is 24:00, the midnight at the end of its day.
  public static func isDaysEnd(_ typed: String) -> Bool {
    CivilTime(typed) == nil && CivilTime(typed: typed)?.secondOfDay == 0
      && typed.map(narrow).starts(with: "24")
  }

  /// In bytes, what is longer than this is no time.
  private static let most = 64

  private enum Half { case morning, afternoon }

  /// What says which half of the day is meant.
  private static let halves: [(word: String, half: Half)] = [
    ("a.m.", .morning), ("p.m.", .afternoon), ("am", .morning), ("pm", .afternoon),
  ]

  private static func takeHalf(of text: inout [Character]) -> Half? {
    for (word, half) in halves {
      let word = Array(word)
      if text.count > word.count, text.suffix(word.count).elementsEqual(word) {
        text.removeLast(word.count)
        return half
      }
    }
    return nil
  }

  /// An hour and a minute: with a mark between them, as three or four digits, or an hour alone.
  private static func numbers(of text: String, isAlone: Bool) -> (hour: Int, minute: Int)? {
    let parts = text.split(omittingEmptySubsequences: false) { ":.h".contains($0) }
    let digits = parts.joined()
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), (1...4).contains(digits.count) else {
      return nil
    }
    if parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2 {
      return Int(parts[0]).flatMap { hour in Int(parts[1]).map { (hour, $0) } }
    }
    guard parts.count == 1 else { return nil }
    if digits.count >= 3 {
      return Int(digits.dropLast(2)).flatMap { hour in Int(digits.suffix(2)).map { (hour, $0) } }
    }
    return isAlone ? Int(digits).map { ($0, 0) } : nil
  }

  /// The ASCII form of a full-width character; others as they are.
  private static func narrow(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return character == "\u{3000}" ? " " : character }
    return Character(narrow)
  }
}
