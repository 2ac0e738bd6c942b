extension StringProtocol {
  /// The text as it may be kept for years: the person's words, and nothing that hides in them.
  ///
  /// Sequences that steer a terminal, as they come along with what is copied out of one, control
  /// characters and byte order marks are left out; so are marks of the direction of writing that
  /// have no partner on their line. All line ends become `\n`, and a tab a space.
  public var kept: String {
    var lines = [String.UnicodeScalarView()]
    var rest = String(self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r":
        if rest.first != "\n" { lines.append(String.UnicodeScalarView()) }
      case "\n", "\u{85}", "\u{2028}", "\u{2029}": lines.append(String.UnicodeScalarView())
      case "\t": lines[lines.count - 1].append(" ")
      case "\u{1B}": rest = rest.withoutSequence
      default: if !scalar.isHidden { lines[lines.count - 1].append(scalar) }
      }
    }
    return lines.map { String($0.withDirectionsInPairs) }.joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  /// Whether it is nothing that a person writes: a control character, a byte order mark, or one
  /// that Unicode keeps for programs among themselves.
  fileprivate var isHidden: Bool {
    value == 0xFEFF || (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
      || properties.generalCategory == .control
  }

  /// Whether it begins a stretch of another direction that has to be ended.
  fileprivate var opensDirection: Bool {
    (0x202A...0x202B).contains(value) || (0x202D...0x202E).contains(value)
      || (0x2066...0x2068).contains(value)
  }

  /// What ends the stretch that it begins.
  fileprivate var closing: Unicode.Scalar { value < 0x2066 ? "\u{202C}" : "\u{2069}" }
}

extension Substring.UnicodeScalarView {
  /// What comes behind an escape character without the sequence that it begins (ECMA-48: CSI, and
  /// OSC up to its end); all of it where it begins none that is whole.
  fileprivate var withoutSequence: Self {
    var rest = self
    switch rest.popFirst() {
    case "[":
      while let scalar = rest.first, (0x20...0x3F).contains(scalar.value) { rest.removeFirst() }
      guard let end = rest.popFirst(), (0x40...0x7E).contains(end.value) else { return self }
      return rest
    case "]":
      // A title or an address; what has no end so near is none.
      for _ in 0..<2048 {
        guard let scalar = rest.popFirst() else { return self }
        if scalar == "\u{7}" { return rest }
        if scalar == "\u{1B}", rest.first == "\\" { return rest.dropFirst() }
      }
      return self
    default: return self
    }
  }
}

extension String.UnicodeScalarView {
  /// The scalars of a line without the marks of direction that have no partner in it.
  fileprivate var withDirectionsInPairs: String.UnicodeScalarView {
    guard contains(where: { $0.opensDirection || $0 == "\u{202C}" || $0 == "\u{2069}" }) else {
      return self
    }
    let scalars = Array(self)
    var open: [Int] = []
    var paired: Set<Int> = []
    for (place, scalar) in scalars.enumerated() {
      if scalar.opensDirection { open.append(place) }
      // An isolate ends whatever was begun in it; nothing in it ends what is around it.
      guard scalar == "\u{202C}" || scalar == "\u{2069}" else { continue }
      if scalar == "\u{2069}" {
        guard let last = open.lastIndex(where: { scalars[$0].closing == scalar }) else { continue }
        open.removeSubrange((last + 1)...)
      }
      guard let last = open.last, scalars[last].closing == scalar else { continue }
      open.removeLast()
      paired.formUnion([last, place])
    }
    var line = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let isMark = scalar.opensDirection || scalar == "\u{202C}" || scalar == "\u{2069}"
      if !isMark || paired.contains(place) { line.append(scalar) }
    }
    return line
  }
}
