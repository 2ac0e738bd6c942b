/// A Swift text in two layers: its code, and what its comments say.
///
/// Both have the lines of the whole; what is not of a layer is blank in it. Code that stands inside
/// of a text, `"\(code)"`, is code.
struct SwiftText: Sendable {
  let code: String
  let comments: String

  init(_ text: String) {
    var scan = SwiftScan(bytes: Array(text.utf8))
    scan.run()
    code = String(decoding: scan.code, as: UTF8.self)
    comments = String(decoding: scan.comments, as: UTF8.self)
  }
}

/// Walks over a Swift text byte by byte; every mark of Swift is ASCII.
private struct SwiftScan {
  private enum Place {
    /// Round brackets that are open since an interpolation began.
    case code(open: Int)
    case text(quotes: Int, hashes: Int)
    case comment(depth: Int)
    case lineComment
  }

  private enum Layer { case code, comments, neither }

  let bytes: [UInt8]
  var code: [UInt8] = []
  var comments: [UInt8] = []
  private var next = 0
  private var places: [Place] = [.code(open: 0)]

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() {
    while next < bytes.count {
      switch places.last {
      case .code(let open): scanCode(open)
      case .text(let quotes, let hashes): scanText(quotes, hashes)
      case .comment(let depth): scanComment(depth)
      case .lineComment, nil:
        if has("\n") { places.removeLast() }
        take(1, into: .comments)
      }
    }
  }

  private func has(_ mark: Unicode.Scalar, ahead: Int = 0) -> Bool {
    next + ahead < bytes.count && bytes[next + ahead] == UInt8(ascii: mark)
  }

  private func count(of mark: Unicode.Scalar, ahead: Int = 0) -> Int {
    var count = 0
    while has(mark, ahead: ahead + count) { count += 1 }
    return count
  }

  private mutating func take(_ count: Int, into layer: Layer = .neither) {
    for byte in bytes[next..<min(next + count, bytes.count)] {
      let blank = byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")
      code.append(layer == .code ? byte : blank)
      comments.append(layer == .comments ? byte : blank)
    }
    next += count
  }

  private mutating func scanCode(_ open: Int) {
    let hashes = count(of: "#")
    if has("/"), has("/", ahead: 1) {
      places.append(.lineComment)
    } else if has("/"), has("*", ahead: 1) {
      places.append(.comment(depth: 1))
      take(2)
    } else if has("\"", ahead: hashes) {
      let quotes = count(of: "\"", ahead: hashes) >= 3 ? 3 : 1
      places.append(.text(quotes: quotes, hashes: hashes))
      take(hashes + quotes)
    } else if has("/"), beginsPattern {
      take(1)
      while next < bytes.count, !has("\n"), !has("/") { take(has("\\") ? 2 : 1) }
      take(1)
    } else {
      if has("(") { places[places.count - 1] = .code(open: open + 1) }
      if has(")"), open == 0, places.count > 1 {
        places.removeLast()
      } else if has(")") {
        places[places.count - 1] = .code(open: max(0, open - 1))
      }
      take(1, into: .code)
    }
  }

  /// Whether a slash begins a pattern, `/…/`; a division has a space behind it.
  private var beginsPattern: Bool {
    guard next + 1 < bytes.count, !has(" ", ahead: 1), !has("\n", ahead: 1) else { return false }
    let before = next == 0 ? UInt8(ascii: " ") : bytes[next - 1]
    return " \n([{,:".utf8.contains(before)
  }

  private mutating func scanText(_ quotes: Int, _ hashes: Int) {
    if has("\\"), count(of: "#", ahead: 1) >= hashes {
      if has("(", ahead: hashes + 1) {
        places.append(.code(open: 0))
        take(hashes + 1)
        take(1, into: .code)
      } else {
        take(hashes + 2)
      }
    } else if has("\""), count(of: "\"") >= quotes, count(of: "#", ahead: quotes) >= hashes {
      places.removeLast()
      take(quotes + hashes)
    } else {
      take(1)
    }
  }

  private mutating func scanComment(_ depth: Int) {
    if has("*"), has("/", ahead: 1) {
      if depth == 1 {
        places.removeLast()
      } else {
        places[places.count - 1] = .comment(depth: depth - 1)
      }
      take(2)
    } else if has("/"), has("*", ahead: 1) {
      places[places.count - 1] = .comment(depth: depth + 1)
      take(2)
    } else {
      take(1, into: .comments)
    }
  }
}

/// A word of code, and what stands around it.
struct Token: Equatable, Sendable {
  /// Letters, digits and `_`, an attribute's or a directive's mark in front; or one other mark.
  var text: String
  /// From 1.
  var line: Int
  /// Whether nothing blank stands in front.
  var isTight = false

  var isWord: Bool { text.last.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
}

extension SwiftText {
  /// The words and marks of the code, without what is blank.
  var tokens: [Token] {
    var tokens: [Token] = []
    var line = 1
    var word = ""
    var isAfterBlank = true
    for scalar in code.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar) {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty {
        tokens.append(Token(text: word, line: line, isTight: !isAfterBlank))
        isAfterBlank = false
      }
      word = ""
      if scalar == "\n" { line += 1 }
      let isBlank = scalar.properties.isWhitespace
      if scalar == "@" || scalar == "#" {
        word = String(scalar)
      } else if !isBlank {
        tokens.append(Token(text: String(scalar), line: line, isTight: !isAfterBlank))
      }
      isAfterBlank = isBlank
    }
    if !word.isEmpty { tokens.append(Token(text: word, line: line, isTight: !isAfterBlank)) }
    return tokens
  }
}
