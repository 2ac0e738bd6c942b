/// Numbers as people write them.
extension DecimalNumber {
  /// Reads a number as a person types it: `5.2`, `5,2`, `.5`, `1 250,5`, `-3`.
  ///
  /// A point is always one before a fraction, as the number is written down. So is a comma, but for
  /// one that may stand between thousands: `1,250` can be meant as two numbers, and is none here.
  ///
  /// - Parameter typed: The number. Full-width digits and marks count as ASCII ones.
  public init?(typed: String) {
    // A character can go on for megabytes; nobody writes a number so long.
    if typed.utf8.count > DecimalNumber.most { return nil }
    let text = typed.trimmed.narrowDigits
    let (isBelow, digits) = text.signed ?? (false, text)
    if digits.signed != nil || digits.isEmpty { return nil }
    guard let plain = DecimalNumber.plain(digits), let number = DecimalNumber(plain) else {
      return nil
    }
    self = isBelow ? number.negated : number
  }

  /// In bytes; the longest number there is has 17 digits, and three bytes each where they are wide.
  private static let most = 96

  /// The digits with one point; nil where they can mean two numbers, or none.
  private static func plain(_ text: String) -> String? {
    var parts: [(mark: Character?, digits: String)] = [(nil, "")]
    for character in text {
      if character.isASCII, character.isNumber {
        parts[parts.count - 1].digits.append(character)
      } else if let mark = mark(character) {
        parts.append((mark, ""))
      } else {
        return nil
      }
    }
    let (first, last) = (parts[0].digits, parts[parts.count - 1])
    if parts.count == 1 { return first }
    let marks = parts.compactMap(\.mark)
    let groups = parts.dropFirst().map(\.digits)
    if marks.count == 1, last.mark != " " {
      let isThousands = last.mark == "," && groups[0].utf8.count == 3 && first.isOfThousands
      return isThousands || groups[0].isEmpty ? nil : "\(first.isEmpty ? "0" : first).\(groups[0])"
    }
    // What stands between thousands is one mark, and three digits behind each.
    let isFraction = marks.count > 1 && last.mark != marks[0]
    let between = isFraction ? marks.dropLast() : marks[...]
    let thousands = isFraction ? groups.dropLast() : groups[...]
    guard first.isOfThousands, between.allSatisfy({ $0 == between.first }),
      thousands.allSatisfy({ $0.utf8.count == 3 }), last.mark != " " || !isFraction,
      !isFraction || !last.digits.isEmpty
    else { return nil }
    let whole = first + thousands.joined()
    return isFraction ? "\(whole).\(last.digits)" : whole
  }

  /// A mark as it is typed here and there; nil for anything that stands in no number.
  private static func mark(_ character: Character) -> Character? {
    switch character {
    case ".", "．": "."
    case ",", "，": ","
    case " ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "’": " "
    default: nil
    }
  }
}

extension String {
  /// Whether a mark behind it can be one of thousands: one to three digits, the first no zero.
  fileprivate var isOfThousands: Bool { (1...3).contains(utf8.count) && first != "0" }

  /// What stands behind a plus or a minus at its beginning; nil where none does.
  var signed: (isLess: Bool, rest: String)? {
    switch first {
    case "+", "＋": (false, String(dropFirst()).trimmed)
    case "-", "－", "−", "–": (true, String(dropFirst()).trimmed)
    default: nil
    }
  }
}
