import Coaching

/// A thing that a person can name: by its name, or by what they see it called.
struct Name: Equatable {
  var id: String
  var titles: [String]

  /// As it is shown: by the name that is typed, or by what it is called.
  var shown: Saying { .either(english: id, other: titles.first { !$0.isEmpty } ?? id) }

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
    _ what: Thing,
    _ typed: String,
    among known: [Name]
  ) throws(CommandError) -> String? {
    let names = known.map { Name(folded: $0) }
    guard let wanted = Name(folded: Name(typed)).titles.first, !wanted.isEmpty else { return nil }
    if let exact = names.first(where: { $0.titles[0] == wanted }) { return exact.id }
    let called = names.filter { $0.titles.contains(wanted) }
    if called.count == 1 { return called[0].id }
    if let found = try only(what, typed, by: known) { return found }
    let starting = names.filter { $0.titles.contains { $0.hasPrefix(wanted) } }
    if starting.count == 1 { return starting[0].id }
    // One character is in too many.
    let having = wanted.count < 2 ? [] : names.filter { $0.titles.contains { $0.contains(wanted) } }
    if starting.isEmpty, having.count == 1 { return having[0].id }
    if starting.count + having.count > 1 {
      let fitting = starting.isEmpty ? having : starting
      throw CommandError(.data, ambiguous(what, typed, among: fitting.map(\.shown)))
    }
    return nil
  }

  /// The one whose name begins so, whatever things are called.
  private static func only(
    _ what: Thing,
    _ typed: String,
    by known: [Name]
  ) throws(CommandError) -> String? {
    let typed = typed.trimmed.lowercased()
    let starting = known.filter { $0.id.lowercased().hasPrefix(typed) }
    if let exact = starting.first(where: { $0.id.lowercased() == typed }) { return exact.id }
    if starting.count > 1 {
      throw CommandError(.data, ambiguous(what, typed, among: starting.map(\.shown)))
    }
    return starting.first?.id
  }

  /// Says that there is no such thing, and offers the nearest, by name or title.
  static func unknown(_ what: Thing, _ name: String, among known: [Name]) -> Saying {
    unknown(what, name, offer(name, among: known))
  }

  /// The nearest by name or title; where none is near, what there is.
  static func offer(_ name: String, among known: [Name]) -> Saying {
    if let near = nearest(to: name, among: known.map(\.id)),
      let shown = known.first(where: { $0.id == near })?.shown
    {
      return Saying("offer-near", ("name", shown))
    }
    let titles = known.flatMap(\.titles).filter { !$0.isEmpty }
    if let near = nearest(to: name, among: titles) { return Saying("offer-near", ("name", near)) }
    return Saying("offer-known", ("list", list(known.map(\.shown))))
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
