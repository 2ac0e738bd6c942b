import Coaching

/// Files that a program left beside a deck.
///
/// A copy of it, an older one, or one of two that two machines wrote at once: each has the names of
/// the deck's own tips, and would take their place.
enum DeckCopy {
  /// What programs put behind the name of a file or before it.
  private static let ends = [
    "~", ".bak", ".backup", ".orig", ".old", ".rej", ".save", ".swp", ".swo", ".swx", ".tmp",
    ".part", ".dpkg-old", ".dpkg-new", ".dpkg-dist", ".ucf-old", ".ucf-dist", ".rpmsave", ".rpmnew",
    ".rpmorig",
  ]

  /// What file managers call a copy, in the languages of those who write decks and some more.
  private static let words = [
    "copy", "kopie", "copie", "copia", "cópia", "kopia", "kopi", "kopio", "másolat", "副本", "複本",
    "拷贝", "拷貝", "复件", "複製", "复制", "コピー",
  ]

  /// What programs that keep two machines alike call the other of two.
  private static let conflicts = ["conflict", "konflikt", "conflit", "冲突", "衝突", "競合"]

  /// Whether a file is a copy of a deck, by its name.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - names: All names in its directory.
  /// - Returns: Whether it is one; false of what is no deck at all.
  static func isCopy(_ name: String, beside names: [String]) -> Bool {
    let name = name.lowercased()
    guard name.contains(".toml") else { return false }
    if name.hasPrefix(".#") || name.hasPrefix("#") && name.hasSuffix("#") { return true }
    if ends.contains(where: name.hasSuffix) { return true }
    guard name.hasSuffix(".toml") else { return name.contains(".toml.") }
    if name.hasPrefix(".") { return false }
    return isCopy(stem: String(name.dropLast(".toml".count)), beside: names)
  }

  private static func isCopy(stem: String, beside names: [String]) -> Bool {
    if ends.contains(where: stem.hasSuffix) { return true }
    // Syncthing; ownCloud, which puts a date behind it.
    if [".sync-conflict-", "_conflict-"].contains(where: stem.contains) { return true }
    if let bracket = stem.lastIndex(where: { $0 == "(" || $0 == "（" }),
      let last = stem.last, last == ")" || last == "）"
    {
      let inside = stem[stem.index(after: bracket)...].dropLast()
      if (words + conflicts).contains(where: inside.contains) { return true }
      if inside.isEmpty || !inside.allSatisfy(\.isNumber) { return false }
      // “mine (2)” is a copy where there is a “mine”; alone it may be a deck. “mine - Copy (2)” is
      // the second of its kind, wherever the first is.
      let original = stem[..<bracket].trimmed
      return names.contains { $0.lowercased() == "\(original).toml" }
        || isCopy(stem: original, beside: names)
    }
    let plain = stem.unnumbered
    return words.contains { word in
      // “hard-copy” is a deck where there is no “hard”.
      let isNamed = ["-\(word)", "_\(word)"].contains { mark in
        plain.hasSuffix(mark)
          && names.contains { $0.lowercased() == "\(plain.dropLast(mark.count)).toml" }
      }
      let isAfter = isNamed || [" \(word)", "的\(word)"].contains(where: plain.hasSuffix)
      let isBefore = [" of ", " von ", " de ", " di ", " van ", " av "].contains { link in
        plain.hasPrefix("\(word)\(link)")
      }
      return isBefore || isAfter
    }
  }
}

extension String {
  /// The text without a number behind it, as “mine copy 2” has.
  fileprivate var unnumbered: String {
    var rest = self[...]
    while rest.last?.isNumber == true { rest.removeLast() }
    return rest.last == " " ? rest.trimmed : self
  }
}
