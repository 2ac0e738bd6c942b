import Coaching

/// Names that there are not.
package enum Suggestions {
  /// So many names are listed where none is near.
  private static let listed = 12

  /// Says that there is no such name, and offers the nearest or what there is.
  package static func unknown(_ what: String, _ name: String, among known: [String]) -> String {
    "there is no \(what) “\(name.printable)”; \(offer(name, among: known))"
  }

  /// The nearest name; where none is near, what there is.
  package static func offer(_ name: String, among known: [String]) -> String {
    if let near = nearest(to: name, among: known) { return "did you mean “\(near)”?" }
    let more = known.count > listed ? " and \(known.count - listed) more" : ""
    return "known: " + known.prefix(listed).joined(separator: ", ") + more
  }
}
