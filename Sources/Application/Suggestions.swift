import Coaching

/// Names that there are not.
package enum Suggestions {
  /// What can be named.
  package enum Thing {
    case question, habit, circle, obstacle, prompt, slot, note, part, asked
    case tip, system, row, role, kind, command, option, reportPart

    fileprivate var saying: Saying {
      switch self {
      case .question: Saying("thing-question")
      case .habit: Saying("thing-habit")
      case .circle: Saying("thing-circle")
      case .obstacle: Saying("thing-obstacle")
      case .prompt: Saying("thing-prompt")
      case .slot: Saying("thing-slot")
      case .note: Saying("thing-note")
      case .part: Saying("thing-part")
      case .asked: Saying("thing-asked")
      case .tip: Saying("thing-tip")
      case .system: Saying("thing-system")
      case .row: Saying("thing-row")
      case .role: Saying("thing-role")
      case .kind: Saying("thing-kind")
      case .command: Saying("thing-command")
      case .option: Saying("thing-option")
      case .reportPart: Saying("thing-report-part")
      }
    }
  }

  /// So many names are listed where none is near.
  private static let listed = 12

  /// Says that there is no such name, and offers the nearest or what there is.
  package static func unknown(_ what: Thing, _ name: String, among known: [String]) -> Saying {
    unknown(what, name, offer(name, among: known))
  }

  /// Says that there is no such name, and what there is instead.
  static func unknown(_ what: Thing, _ name: String, _ offer: Saying) -> Saying {
    Saying("unknown", ("what", what.saying), ("name", name.printable), ("offer", offer))
  }

  /// Says that the first letters of a name fit several, and which.
  static func ambiguous(_ what: Thing, _ name: String, among fitting: [Saying]) -> Saying {
    let name = ("name", name.printable)
    return Saying("ambiguous", name, ("what", what.saying), ("list", list(fitting)))
  }

  /// The one among some names that a name is, or is the beginning of.
  ///
  /// - Parameters:
  ///   - what: What is named, for the refusal.
  ///   - name: What a person typed.
  ///   - known: The names.
  /// - Returns: The name; nil where it begins none.
  /// - Throws: Where it begins more than one.
  package static func only(
    _ what: Thing,
    _ name: String,
    among known: [String]
  ) throws(CommandError) -> String? {
    let name = name.trimmed.lowercased()
    if name.isEmpty { return nil }
    if let exact = known.first(where: { $0.lowercased() == name }) { return exact }
    let starting = known.filter { $0.lowercased().hasPrefix(name) }
    if starting.count > 1 {
      throw CommandError(.data, ambiguous(what, name, among: starting.map(Saying.text)))
    }
    return starting.first
  }

  /// The nearest name; where none is near, what there is.
  static func offer(_ name: String, among known: [String]) -> Saying {
    if let near = nearest(to: name, among: known) { return Saying("offer-near", ("name", near)) }
    return Saying("offer-known", ("list", list(known.map(Saying.text))))
  }

  /// As many as are listed.
  static func list(_ all: [Saying]) -> Saying {
    let some = Saying.list(Array(all.prefix(listed)))
    if all.count <= listed { return some }
    return Saying("list-more", ("list", some), ("count", all.count - listed))
  }
}
