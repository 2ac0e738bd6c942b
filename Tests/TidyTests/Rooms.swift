/// What the files of one folder may know of each other.
enum Rooms {
  /// The folder in which each file stands alone: a command parses, calls and prints.
  static let commands = "Sources/coach/Commands/"

  /// The rooms of programs, which print, read the environment and exit; the system tests run them.
  static let ofPrograms = ["coach", "coach-import", "coach-report", "Machine"]

  /// Where a text begins with the program's name, as a command line does.
  static func commandLines(in file: SourceFile) -> [Violation] {
    file.lines.enumerated().filter { $0.element.contains("\"coach ") }.map { number, _ in
      let what = "a command line; say what it does by a SuggestedCommand"
      return Violation(path: file.path, line: number + 1, what: what)
    }
  }

  /// What a command says it says by these: a page or a sentence, JSON, or on standard error; and
  /// what it writes out as it lies there.
  private static let speech = ["show", "read", "say", "json", "complain", "advise", "stream"]

  /// Where a command's file lays out itself what is read, which is a page's.
  static func layouts(in file: SourceFile) -> [Violation] {
    let tokens = file.tokens
    let banned = ["Encodable", "JSONEncoder", "TextLayout", "Terminal"]
    return tokens.indices.compactMap { index in
      let text = tokens[index].text
      let isCall = text == "Output" && index + 2 < tokens.count && tokens[index + 1].text == "."
      let said = isCall ? tokens[index + 2].text : "show"
      if !banned.contains(text), speech.contains(said) { return nil }
      let what = isCall ? "Output.\(said)" : text
      return Violation(
        path: file.path,
        line: tokens[index].line,
        what: "\(what): what is read is a page of Sources/Pages"
      )
    }
  }

  /// Names of types and of functions of extensions that a command's file declares and another one's
  /// uses.
  static func shared(among files: [SourceFile]) -> [Violation] {
    let declared = files.map { (path: $0.path, names: names(declaredIn: $0)) }
    return files.flatMap { file in
      let own = names(declaredIn: file)
      let foreign = declared.filter { $0.path != file.path }
      return file.tokens.indices.compactMap { index -> Violation? in
        let token = file.tokens[index]
        let isMember = index > 0 && file.tokens[index - 1].text == "."
        guard !own.contains(token.text), !isMember,
          let owner = foreign.first(where: { $0.names.contains(token.text) })
        else { return nil }
        let what = "\(token.text) is declared in \(owner.path), another command's file"
        return Violation(path: file.path, line: token.line, what: what)
      }
    }
  }

  /// The types that a file declares at its top level and does not keep to itself, and what it adds
  /// to types from elsewhere, which everybody could call.
  static func names(declaredIn file: SourceFile) -> [String] {
    let tokens = file.tokens
    let kinds = ["struct", "class", "enum", "protocol", "actor", "func", "var", "let"]
    var depth = 0
    var names: [String] = []
    for index in tokens.indices {
      let text = tokens[index].text
      if text == "{" { depth += 1 }
      if text == "}" { depth -= 1 }
      guard depth == 0, index + 1 < tokens.count, kinds.contains(text) else { continue }
      let before = index > 0 ? tokens[index - 1].text : ""
      if before != "private", before != "fileprivate" { names.append(tokens[index + 1].text) }
    }
    return names
  }

  /// Extensions of types from elsewhere in a command's file whose members everybody could call.
  static func openExtensions(in file: SourceFile) -> [Violation] {
    let tokens = file.tokens
    let own = names(declaredIn: file)
    var depth = 0
    var extended: String?
    var violations: [Violation] = []
    for index in tokens.indices {
      let text = tokens[index].text
      if text == "{" { depth += 1 }
      if text == "}" { depth -= 1 }
      if depth == 0, text == "extension", index + 1 < tokens.count {
        extended = own.contains(tokens[index + 1].text) ? nil : tokens[index + 1].text
      }
      guard depth == 1, let extended, ["func", "var", "init", "subscript"].contains(text) else {
        continue
      }
      let words = tokens[max(0, index - 3)..<index].map(\.text)
      if words.contains("fileprivate") || words.contains("private") { continue }
      let what = "adds to \(extended) what other files can call; make it theirs or keep it"
      violations.append(Violation(path: file.path, line: tokens[index].line, what: what))
    }
    return violations
  }
}
