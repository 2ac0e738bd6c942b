/// How long and how wide things may be, and where they may stand.
enum ShapeRules {
  /// A file that grows past this has a second idea in it.
  ///
  /// Not less: at 300 files were cut in two by extensions for which private properties had to be
  /// opened, which costs more than length does.
  static let fileLines = 400
  static let functionLines = 40
  static let columns = 100

  static func length(of file: SourceFile) -> [Violation] {
    let count = file.lines.count
    guard count > fileLines else { return [] }
    let what = "\(count) lines: there is a second idea in it, give it a file of its own"
    return [Violation(path: file.path, line: fileLines + 1, what: what)]
  }

  static func widths(of file: SourceFile) -> [Violation] {
    file.lines.enumerated().compactMap { number, line in
      let columns = line.count
      guard columns > Self.columns else { return nil }
      return Violation(path: file.path, line: number + 1, what: "\(columns) columns")
    }
  }

  /// Functions, initializers, accessors and the like that go on too long.
  static func functions(in file: SourceFile) -> [Violation] {
    let tokens = file.tokens
    return tokens.indices.compactMap { index in
      guard begins(at: index, of: tokens), let open = brace(after: index, in: tokens),
        let close = end(of: open, in: tokens)
      else { return nil }
      let lines = tokens[close].line - tokens[index].line + 1
      guard lines > functionLines else { return nil }
      let name = tokens[index + 1].isWord ? tokens[index + 1].text : tokens[index].text
      return Violation(path: file.path, line: tokens[index].line, what: "\(name): \(lines) lines")
    }
  }

  private static let declarations = ["func", "init", "deinit", "subscript", "var"]

  private static func begins(at index: Int, of tokens: [Token]) -> Bool {
    let before = index > 0 ? tokens[index - 1].text : ""
    return declarations.contains(tokens[index].text) && before != "." && before != "`"
      && index + 1 < tokens.count
  }

  /// The brace that opens a declaration's body; nil where it has none.
  private static func brace(after index: Int, in tokens: [Token]) -> Int? {
    let isProperty = tokens[index].text == "var"
    var depth = 0
    for place in (index + 1)..<tokens.count {
      switch tokens[place].text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return place
      case "}", "func", "init", "subscript", "var", "let", "case", "typealias", "associatedtype":
        if depth <= 0, tokens[place - 1].text != "." { return nil }
      case "=" where isProperty && depth == 0: return nil
      default: continue
      }
    }
    return nil
  }

  private static func end(of open: Int, in tokens: [Token]) -> Int? {
    var depth = 0
    for place in open..<tokens.count {
      if tokens[place].text == "{" { depth += 1 }
      if tokens[place].text == "}" { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }

  static let topLevel = ["Package.swift", "README.md", "Sources", "Tests", "config", "systemd"]

  /// What lies on the top level and has no place there.
  static func strangers(among names: [String], ignored: [String]) -> [Violation] {
    names.filter { !$0.hasPrefix(".") && !topLevel.contains($0) && !ignored.contains($0) }
      .map { Violation(path: $0, line: 1, what: "the top level has no place for it") }
  }

  /// Files and directories whose names differ only in case: on some disks they are one.
  static func twins(among paths: [String]) -> [Violation] {
    var seen: [String: String] = [:]
    return paths.flatMap { path in
      let parts = path.split(separator: "/")
      return parts.indices.compactMap { end -> Violation? in
        let place = parts[...end].joined(separator: "/")
        let other = seen.updateValue(place, forKey: place.lowercased()) ?? place
        guard other != place else { return nil }
        return Violation(path: path, line: 1, what: "\(place) and \(other) differ only in case")
      }
    }
  }

  /// Modules without the directory of their tests.
  static func untested(modules: [String], tests: [String]) -> [Violation] {
    modules.compactMap { module in
      let wanted = Rooms.ofPrograms.contains(module) ? "System" : "\(module)Tests"
      guard !tests.contains(wanted) else { return nil }
      return Violation(path: "Sources/\(module)", line: 1, what: "there is no Tests/\(wanted)")
    }
  }

  /// Paths of the machine that somebody worked on.
  static func workplaces(in file: SourceFile) -> [Violation] {
    let marks = ["/" + "work/", "/" + "opt/swift", "/" + "home/", "/" + "root/", "/" + "Users/"]
    return file.lines.enumerated().flatMap { number, line in
      marks.filter { isPath($0, in: line) }.map {
        Violation(path: file.path, line: number + 1, what: "\($0) is a path of one machine")
      }
    }
  }

  /// People whose home an explanation may name.
  private static let examples = ["me", "mei"]

  /// Whether a path begins with a mark: neither a longer path stands in front of it nor an
  /// example's name behind it.
  private static func isPath(_ mark: String, in line: Substring) -> Bool {
    var rest = line
    while !rest.isEmpty {
      if rest.hasPrefix(mark) {
        let before = line[..<rest.startIndex].last ?? " "
        let isWhole = !before.isLetter && !before.isNumber && !"}_-.~".contains(before)
        let isExample = examples.contains { rest.dropFirst(mark.count).hasPrefix("\($0)/") }
        if isWhole, !isExample { return true }
      }
      rest = rest.dropFirst()
    }
    return false
  }
}
