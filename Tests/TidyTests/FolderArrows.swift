/// Which folder of the core may name what another declares: arrows run one way inside it too.
///
/// Known are the types that stand at the top of a file, and the functions that one folder alone
/// declares. What the standard library and the rooms below have as well is nobody's.
struct FolderArrows {
  /// The folders of the core in their order: each sees those before it, and none beside it.
  static let order = [
    ["Decks"], ["Reading"], ["Facts"], ["State"], ["Selection"], ["Planning"],
    ["Reviews", "Cards"],
    ["Session"],
  ]

  /// An arrow that runs the wrong way as yet: from a file to a name.
  struct Exception: Equatable, Sendable {
    var file: String
    var names: [String]
    var reason: String
  }

  /// There is none; one that has to be is to go again.
  static let exceptions: [Exception] = []

  /// Functions that a type of the standard library has too.
  private static let common = [
    "add", "apply", "contains", "filter", "first", "fold", "insert", "map", "max", "min", "next",
    "open", "remove", "sort", "sorted", "start",
  ]

  private let files: [SourceFile]
  private let exceptions: [Exception]
  /// Each name with the folders that declare it.
  private var types: [String: Set<String>] = [:]
  private var functions: [String: Set<String>] = [:]
  /// All that is declared or called by a name, by folder; nil for the rooms below the core.
  private var declared: [String?: Set<String>] = [:]

  init(_ sources: [SourceFile], exceptions: [Exception] = exceptions) {
    self.exceptions = exceptions
    files = sources.filter { $0.room == "Coaching" && Self.folder(of: $0) != nil }
    for file in sources where ["CivilCalendar", "Statistics", "Text"].contains(file.room) {
      declared[nil, default: []].formUnion(Self.declarations(in: file).map(\.name))
    }
    for file in files {
      guard let folder = Self.folder(of: file) else { continue }
      for declaration in Self.declarations(in: file) {
        declared[folder, default: []].insert(declaration.name)
        switch declaration.kind {
        case .type where declaration.depth == 0:
          types[declaration.name, default: []].insert(folder)
        case .function: functions[declaration.name, default: []].insert(folder)
        case .type, .other: break
        }
      }
    }
  }

  /// The folder of the core that a file is in; nil for one of the core itself.
  static func folder(of file: SourceFile) -> String? {
    let parts = file.path.split(separator: "/")
    return parts.count > 3 ? String(parts[2]) : nil
  }

  private static func rank(of folder: String) -> Int? {
    order.firstIndex { $0.contains(folder) }
  }

  /// All arrows that run the wrong way, the folders that have no place, and what is excepted
  /// without need.
  var broken: [Violation] {
    let wrong = files.flatMap(wrong)
    let unknown = files.filter { Self.folder(of: $0).flatMap(Self.rank) == nil }.map {
      Violation(path: $0.path, line: 1, what: "its folder has no place in the order")
    }
    let left = wrong.filter { arrow in !exceptions.contains { isExcepted(arrow, by: $0) } }
    let idle = exceptions.filter { exception in
      !wrong.contains { isExcepted($0, by: exception) }
    }.map { Violation(path: $0.file, line: 1, what: "is excepted, and breaks nothing") }
    return unknown + left.map(\.violation) + idle
  }

  private struct Arrow {
    var name: String
    var violation: Violation
  }

  private func isExcepted(_ arrow: Arrow, by exception: Exception) -> Bool {
    arrow.violation.path.hasSuffix("/\(exception.file)") && exception.names.contains(arrow.name)
  }

  /// The names that a file uses of folders that it does not see, each once.
  private func wrong(in file: SourceFile) -> [Arrow] {
    guard let folder = Self.folder(of: file), let rank = Self.rank(of: folder) else { return [] }
    let own = Set(Self.declarations(in: file).map(\.name))
    var seen: Set<String> = []
    let tokens = file.tokens
    return tokens.indices.compactMap { index in
      let name = tokens[index].text
      guard let home = home(ofWord: index, in: tokens, from: folder, own),
        home != folder, rank <= Self.rank(of: home) ?? 0, seen.insert(name).inserted
      else { return nil }
      let what = "\(folder) does not see \(name) of \(home)"
      return Arrow(
        name: name,
        violation: Violation(path: file.path, line: tokens[index].line, what: what)
      )
    }
  }

  /// The folder that alone declares what a word names; nil where that is not known.
  private func home(
    ofWord index: Int,
    in tokens: [Token],
    from folder: String,
    _ own: Set<String>
  ) -> String? {
    let name = tokens[index].text
    if let homes = types[name], homes.count == 1 {
      // A nested type may have the name of another.
      let isMember = index > 0 && tokens[index - 1].text == "."
      return isMember || own.contains(name) ? nil : homes.first
    }
    let isCalled = index + 1 < tokens.count && tokens[index + 1].text == "("
    guard isCalled, let homes = functions[name], homes.count == 1, !Self.common.contains(name),
      declared[folder]?.contains(name) != true, declared[nil]?.contains(name) != true
    else { return nil }
    return homes.first
  }
}

extension FolderArrows {
  private enum Kind { case type, function, other }

  private struct Declaration {
    var kind: Kind
    var name: String
    var depth: Int
  }

  /// What a file declares, parameters by their labels too: all by which something may be called.
  private static func declarations(in file: SourceFile) -> [Declaration] {
    let tokens = file.tokens
    var depth = 0
    var declarations: [Declaration] = []
    for index in tokens.indices.dropLast() {
      let (word, next) = (tokens[index].text, tokens[index + 1].text)
      switch word {
      case "{": depth += 1
      case "}": depth -= 1
      case "struct", "enum", "class", "protocol", "typealias":
        declarations.append(Declaration(kind: .type, name: next, depth: depth))
      case "func": declarations.append(Declaration(kind: .function, name: next, depth: depth))
      case "let", "var", "case":
        declarations.append(Declaration(kind: .other, name: next, depth: depth))
      default:
        if next == ":", tokens[index].isWord {
          declarations.append(Declaration(kind: .other, name: word, depth: depth))
        }
      }
    }
    return declarations
  }
}
