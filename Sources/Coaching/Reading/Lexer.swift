/// A piece of what was typed.
struct Token: Equatable {
  enum Kind: Equatable {
    /// A number, and in how many digits it is written: none where it is in words.
    case number(Int, digits: Int)
    case word([Lexicon.Meaning])
    case mark(Unicode.Scalar)
  }

  var kind: Kind
  /// Whether a space stands before it.
  var isApart: Bool

  func means(_ table: Lexicon.Table, _ key: String) -> Bool { meaning(in: table) == key }

  func meaning(in table: Lexicon.Table) -> String? {
    guard case .word(let meanings) = kind else { return nil }
    return meanings.first { $0.table == table }?.key
  }
}

extension Lexicon {
  /// What was typed, in pieces; nil where something in it is no word of any language here.
  func tokens(of typed: String) -> [Token]? {
    guard let scalars = Folding.scalars(typed) else { return nil }
    var tokens: [Token] = []
    var place = 0
    var isApart = false
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == " " {
        (place, isApart) = (place + 1, true)
        continue
      }
      guard let (kind, length) = piece(at: place, in: scalars) else { return nil }
      tokens.append(Token(kind: kind, isApart: isApart))
      (place, isApart) = (place + length, false)
    }
    return Lexicon.numbersJoined(tokens)
  }

  private func piece(at place: Int, in scalars: [Unicode.Scalar]) -> (Token.Kind, length: Int)? {
    let digits = scalars[place...].prefix { $0.isASCII && ("0"..."9").contains($0) }
    if !digits.isEmpty {
      guard digits.count <= 6 else { return nil }
      let number = digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
      return (.number(number, digits: digits.count), digits.count)
    }
    if let (length, meanings) = longest(at: place, in: scalars) { return (.word(meanings), length) }
    let marks: [Unicode.Scalar] = [":", ".", ",", "/", "-", "+", "~", ";", "%"]
    return marks.contains(scalars[place]) ? (.mark(scalars[place]), 1) : nil
  }

  /// The pieces with the words of a number put together: 二十三, “forty-five”.
  private static func numbersJoined(_ tokens: [Token]) -> [Token] {
    var joined: [Token] = []
    var number: SpelledNumber?
    var place = 0
    func close() {
      guard let ended = number else { return }
      joined.append(Token(kind: .number(ended.value, digits: 0), isApart: ended.isApart))
      number = nil
    }
    while place < tokens.count {
      let token = tokens[place]
      if let value = token.meaning(in: .number).flatMap({ Int($0) }) {
        if number?.take(value, isApart: token.isApart) != true {
          close()
          number = SpelledNumber(value, isApart: token.isApart)
        }
      } else if token.kind == .mark("-"), number?.endsWithTens == true,
        tokens.indices.contains(place + 1),
        let ones = tokens[place + 1].meaning(in: .number).flatMap({ Int($0) }), (1...9) ~= ones
      {
        _ = number?.take(ones, isApart: true)
        place += 1
      } else {
        close()
        joined.append(token)
      }
      place += 1
    }
    close()
    return joined
  }
}

/// A number in words while it is put together.
private struct SpelledNumber {
  private(set) var value: Int
  let isApart: Bool
  /// The last word, and whether it was a digit among digits: 二〇二六.
  private var last: Int
  private var isRow = false

  init(_ value: Int, isApart: Bool) {
    (self.value, last, self.isApart) = (value, value, isApart)
  }

  var endsWithTens: Bool { last >= 20 && last < 100 }

  /// Takes the next word; false where it begins another number.
  mutating func take(_ next: Int, isApart: Bool) -> Bool {
    guard value < 100_000, let sum = sum(with: next, isApart: isApart) else { return false }
    isRow = isRow || last < 10 && next < 10
    (value, last) = (sum, next)
    return true
  }

  private func sum(with next: Int, isApart: Bool) -> Int? {
    if isRow { return next < 10 && !isApart ? value * 10 + next : nil }
    switch next {
    case 0...9:
      // 一百零五 is 105, 二〇二六 is 2026.
      if last == 0, value >= 100 { return value + next }
      if last < 10 { return isApart ? nil : value * 10 + next }
      if last == 10, isApart { return nil }
      return last < 11 || last > 19 ? value + next : nil
    case 10: return last < 10 && last > 0 ? value + last * 9 : last == 100 ? value + 10 : nil
    case 11...99: return last == 100 ? value + next : nil
    default: return last < 10 && last > 0 ? value + last * 99 : nil
    }
  }
}
