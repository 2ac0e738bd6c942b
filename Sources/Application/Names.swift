import Coaching

/// A thing that a person can name: by its name, or by what they see it called.
struct Name: Equatable {
  var id: String
  var titles: [String]

  init(_ id: String, _ titles: String...) {
    self.id = id
    self.titles = titles
  }
}

extension Suggestions {
  /// The one among some things that a person named: by its name or title, by the beginning of one,
  /// or by a part of a title that is in no other.
  ///
  /// - Parameters:
  ///   - what: What is named, for the refusal.
  ///   - typed: What a person typed.
  ///   - known: The things.
  /// - Returns: The thing's name; nil where it is none of them.
  /// - Throws: Where it begins more than one.
  static func only(
    _ what: String,
    _ typed: String,
    among known: [Name]
  ) throws(CommandError) -> String? {
    let names = known.map { Name(folded: $0) }
    guard let wanted = Name(folded: Name(typed)).titles.first, !wanted.isEmpty else { return nil }
    if let exact = names.first(where: { $0.titles[0] == wanted }) { return exact.id }
    let called = names.filter { $0.titles.contains(wanted) }
    if called.count == 1 { return called[0].id }
    if let found = try only(what, typed, among: known.map(\.id)) { return found }
    let starting = names.filter { $0.titles.contains { $0.hasPrefix(wanted) } }
    if starting.count == 1 { return starting[0].id }
    // One character is in too many.
    let having = wanted.count < 2 ? [] : names.filter { $0.titles.contains { $0.contains(wanted) } }
    if starting.isEmpty, having.count == 1 { return having[0].id }
    if starting.count + having.count > 1 {
      let fitting = starting.isEmpty ? having : starting
      throw CommandError(.data, ambiguous(what, typed, among: fitting.map(\.id)))
    }
    return nil
  }

  /// Says that there is no such thing, and offers the nearest, by name or title.
  static func unknown(_ what: String, _ name: String, among known: [Name]) -> String {
    let titles = known.flatMap(\.titles).filter { !$0.isEmpty }
    if nearest(to: name, among: known.map(\.id)) == nil, let near = nearest(to: name, among: titles)
    {
      return "there is no \(what) “\(name.printable)”; did you mean “\(near)”?"
    }
    return unknown(what, name, among: known.map(\.id))
  }
}

extension Name {
  /// With all that it is called as it is compared, its name first; a text that is too long to be a
  /// name is none.
  fileprivate init(folded name: Name) {
    id = name.id
    titles = ([name.id] + name.titles).map(Lexicon.compared)
  }
}
