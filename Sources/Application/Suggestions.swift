import Coaching

/// Names that there are not.
package enum Suggestions {
  /// So many names are listed where none is near.
  private static let listed = 12

  /// Says that there is no such name, and offers the nearest or what there is.
  package static func unknown(_ what: String, _ name: String, among known: [String]) -> String {
    "there is no \(what) “\(name.printable)”; \(offer(name, among: known))"
  }

  /// Says that the first letters of a name fit several, and which.
  package static func ambiguous(_ what: String, _ name: String, among fitting: [String]) -> String {
    let more = fitting.count > listed ? " and \(fitting.count - listed) more" : ""
    let names = fitting.prefix(listed).joined(separator: ", ") + more
    return "“\(name.printable)” is the beginning of more than one \(what): \(names); say more of it"
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
    _ what: String,
    _ name: String,
    among known: [String]
  ) throws(CommandError) -> String? {
    let name = name.trimmed.lowercased()
    if name.isEmpty { return nil }
    if let exact = known.first(where: { $0.lowercased() == name }) { return exact }
    let starting = known.filter { $0.lowercased().hasPrefix(name) }
    if starting.count > 1 { throw CommandError(.data, ambiguous(what, name, among: starting)) }
    return starting.first
  }

  /// The nearest name; where none is near, what there is.
  package static func offer(_ name: String, among known: [String]) -> String {
    if let near = nearest(to: name, among: known) { return "did you mean “\(near)”?" }
    let more = known.count > listed ? " and \(known.count - listed) more" : ""
    return "known: " + known.prefix(listed).joined(separator: ", ") + more
  }
}
