extension StringProtocol {
  /// The text without white space at its ends.
  public var trimmed: String {
    // By scalars: to find the character at an end takes as long as that character is.
    var rest = String(self).unicodeScalars[...]
    while rest.first?.properties.isWhitespace == true { rest.removeFirst() }
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// The text on one line, safe on a terminal and in a mail header.
  ///
  /// Control characters and the marks that turn the direction of writing become spaces, runs of
  /// white space one space: what a deck or a person wrote may steer no terminal and end no header.
  public var printable: String {
    var line = String.UnicodeScalarView()
    var isBlank = true
    for scalar in unicodeScalars {
      if !scalar.isBlank {
        line.append(scalar)
      } else if !isBlank {
        line.append(" ")
      }
      isBlank = scalar.isBlank
    }
    if isBlank, !line.isEmpty { line.removeLast() }
    return String(line)
  }

  /// The text with its lines and spaces as they are, and nothing in it that would steer a terminal.
  public var harmless: String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      text.append(scalar.isSteering && scalar != "\n" ? " " : scalar)
    }
    return String(text)
  }

  /// The text with each `{name}` replaced by its value; quotes inside quotes are inner ones, and a
  /// value that ends its own sentence gets no second stop.
  ///
  /// - Parameter values: What stands for each name; a name that is not among them stays.
  /// - Returns: The text with what could be filled in.
  public func filled(_ values: [(name: String, value: String)]) -> String {
    var text = ""
    var rest = Substring(self)
    while let open = rest.firstIndex(of: "{") {
      text.append(contentsOf: rest[..<open])
      rest = rest[open...]
      let value = values.first { rest.hasPrefix("{\($0.name)}") }
      text += value.map { $0.value.quoted(behind: text.unicodeScalars.last) } ?? "{"
      rest = rest.dropFirst(value.map { $0.name.count + 2 } ?? 1)
      if let last = value?.value.last, String.ends.contains(last) { rest = rest.withoutStop }
    }
    text.append(contentsOf: rest)
    return text
  }
}

extension Substring {
  /// The text without the one stop that it begins with; dots that are more than one are none.
  fileprivate var withoutStop: Substring {
    guard let first, first == "." || first == "。", dropFirst().first != first else { return self }
    return dropFirst()
  }
}

extension String {
  /// What ends a sentence.
  fileprivate static let ends: [Character] = [".", "!", "?", "…", "。", "！", "？"]

  /// The text as it stands behind a mark: where that opens a quotation, its own are inner ones.
  fileprivate func quoted(behind mark: Unicode.Scalar?) -> String {
    switch mark {
    case "「": inner("「", "」", "『", "』")
    case "“": inner("“", "”", "‘", "’")
    default: self
    }
  }

  private func inner(
    _ open: Character,
    _ close: Character,
    _ innerOpen: Character,
    _ innerClose: Character
  ) -> String {
    String(map { $0 == open ? innerOpen : $0 == close ? innerClose : $0 })
  }
}

extension Unicode.Scalar {
  /// Whether the character is white space, a control character or turns the direction of writing.
  fileprivate var isBlank: Bool {
    isASCII ? value <= 0x20 || value == 0x7F : properties.isWhitespace || isSteering
  }

  fileprivate var isSteering: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    case .format: (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    default: false
    }
  }
}

/// The number of single-character edits between two names, for “did you mean”.
public func editDistance(_ left: String, _ right: String) -> Int {
  let right = Array(right)
  var row = Array(0...right.count)
  for (i, character) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let substituted = diagonal + (character == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, min(row[j], row[j + 1]) + 1)
    }
  }
  return row[right.count]
}

/// The known name nearest to a mistyped one; nil when none is near enough to be meant.
public func nearest(to name: String, among known: [String]) -> String? {
  // What is much longer than any name is near none; to compare it takes as long as both are.
  if name.utf8.count > 256 { return nil }
  let ranked = known.map { (name: $0, distance: editDistance(name, $0)) }
  let best = ranked.min { $0.distance < $1.distance }
  return best.flatMap { best in
    // Where no character is the same nothing is near: a name of two is two from every other.
    let isOther = best.distance >= max(name.count, best.name.count)
    return !isOther && best.distance <= max(2, name.count / 3) ? best.name : nil
  }
}
