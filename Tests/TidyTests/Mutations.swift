/// The mutations of the coach against the rules of the simulation that they break.
enum Mutations {
  static let folder = "Tests/Mutations"
  static let script = "Tests/mutations"

  static func patches(among files: [SourceFile]) -> [SourceFile] {
    files.filter { $0.path.hasPrefix("\(folder)/") }
  }

  /// The rules of which a Swift text of the simulation complains.
  static func complaints(in file: SourceFile) -> [Violation] {
    numbered(file, file.text.matches(of: /(?:complain\(\s*|let rule = )"([^"]+)"/).map { $0.1 })
  }

  /// The rules that a patch says it breaks.
  static func broken(by patch: SourceFile) -> [Violation] {
    numbered(patch, patch.text.matches(of: /(?m)^# Rule: (.+)$/).map { $0.1 })
  }

  /// The rules that the script says nothing small can break.
  static func unbreakable(in script: SourceFile) -> [Violation] {
    guard let table = script.text.firstMatch(of: /\nUNBREAKABLE = \{([^}]*)\n\}/)?.1 else {
      return []
    }
    return numbered(script, table.matches(of: /\n {4}"([^"]+)":/).map { $0.1 })
  }

  /// Rules that nothing breaks, patches that name no rule or one that there is not, and rules that
  /// are broken though they are said to be unbreakable.
  static func gaps(
    simulation: [SourceFile],
    patches: [SourceFile],
    script: SourceFile
  ) -> [Violation] {
    let complaints = simulation.flatMap(complaints)
    let broken = patches.flatMap(broken)
    let unbreakable = unbreakable(in: script)
    let known = Set(complaints.map(\.what))
    let covered = Set((broken + unbreakable).map(\.what))
    let isBroken = Set(broken.map(\.what))
    let silent = patches.filter { Self.broken(by: $0).isEmpty }
    return complaints.filter { !covered.contains($0.what) }
      + (broken + unbreakable).filter { !known.contains($0.what) }
      + unbreakable.filter { isBroken.contains($0.what) }
      + silent.map { Violation(path: $0.path, line: 1, what: "names no rule") }
  }

  private static func numbered(_ file: SourceFile, _ names: [Substring]) -> [Violation] {
    names.map { name in
      let line = file.text[..<name.startIndex].count { $0.isNewline } + 1
      return Violation(path: file.path, line: line, what: String(name))
    }
  }
}
