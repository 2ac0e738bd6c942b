import Coaching

/// A TOML file as plain values that know where they stand.
struct Document {
  /// A value of a TOML file; dates and numbers with a point are of no use to us.
  indirect enum Value {
    case text(String)
    case integer(Int)
    case truth(Bool)
    case list([Value])
    case table([(key: String, value: Value)])
    /// A number with a fraction, in figures with a point.
    case decimal(String)
    case other(String)

    /// What the value is, in words.
    var kind: String {
      switch self {
      case .text: "a text"
      case .integer: "a whole number"
      case .truth: "true or false"
      case .list: "a list"
      case .table: "a table"
      case .decimal: "a floating-point number"
      case .other(let kind): "a \(kind)"
      }
    }
  }

  var file: String
  var root: Value
  private let text: String

  /// Where its keys stand; found only when a refusal has to name a line.
  private var places: TOMLSourceMap { TOMLSourceMap(text) }

  /// Reads a TOML text.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - file: Its name, for refusals.
  /// - Throws: When the text is not TOML.
  init(_ text: String, file: String) throws(ConfigurationError) {
    self.file = file
    self.text = text
    do throws(Value.Complaint) {
      root = try Value(toml: text)
    } catch {
      let complaint = error.words.printable
      let message =
        error.line.flatMap { TOMLRepeat(in: text, atLine: $0)?.description }
        ?? Document.refusal(of: complaint)
      throw ConfigurationError(file: file, line: error.line, message: message)
    }
  }

  /// The top of the document.
  var top: TOMLTable { TOMLTable(document: self, path: [], value: root) }

  /// A refusal that names the line of a key.
  ///
  /// - Parameters:
  ///   - path: The key's path.
  ///   - message: What is wrong and what to do.
  /// - Returns: The refusal.
  func refusal(_ path: [String], _ message: String) -> ConfigurationError {
    ConfigurationError(file: file, line: places.line(of: path), message: message)
  }

  /// The TOML library's words with the likeliest remedy.
  private static func refusal(of complaint: String) -> String {
    let remedies = [
      ("parsing value:", "; a text stands in quotes: \"en\""),
      ("parsing time:", "; a time of day stands in quotes: \"07:30\""),
      ("parsing string: unescaped control", "; is the quote at its end missing?"),
    ]
    let remedy = remedies.first { complaint.contains($0.0) }?.1 ?? ""
    return "this is not TOML: \(complaint)\(remedy)"
  }
}

/// A table of a document, read key by key; every refusal names its line.
struct TOMLTable {
  let document: Document
  let path: [String]
  let entries: [(key: String, value: Document.Value)]
  /// Where each key stands, in a table that is too large to look it through; empty in another.
  private let places: [String: Int]

  init(document: Document, path: [String], value: Document.Value) {
    self.document = document
    self.path = path
    if case .table(let entries) = value { self.entries = entries } else { entries = [] }
    guard entries.count > TOMLTable.few else {
      places = [:]
      return
    }
    places = Dictionary(entries.enumerated().map { ($1.key, $0) }) { first, _ in first }
  }

  /// So many keys are looked through sooner than an index of them is made.
  private static let few = 24

  var keys: [String] { entries.map(\.key) }

  func has(_ key: String) -> Bool { value(key) != nil }

  private func value(_ key: String) -> Document.Value? {
    if !places.isEmpty { return places[key].map { entries[$0].value } }
    return entries.first { $0.key == key }?.value
  }

  /// A refusal of one key of this table.
  func refusal(_ key: String, _ message: String) -> ConfigurationError {
    document.refusal(path + [key], message)
  }

  private func wrongType(
    _ key: String,
    _ value: Document.Value,
    _ wanted: String
  )
    -> ConfigurationError
  {
    refusal(key, "“\(name(key))” is to be \(wanted), not \(value.kind)")
  }

  /// A key with the tables around it, as a person would write it.
  private func name(_ key: String) -> String { (path + [key]).joined(separator: ".") }

  /// Refuses the first key that is not among the known ones, and offers the nearest.
  func allow(_ known: [String]) throws(ConfigurationError) {
    for (key, _) in entries where !known.contains(key) {
      let offer =
        nearest(to: key, among: known)
        .map { "did you mean “\($0)”?" } ?? "known here: \(known.joined(separator: ", "))"
      throw refusal(key, "unknown key “\(key)”; \(offer)")
    }
  }

  func text(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = value(key) else { return nil }
    guard case .text(let text) = value else { throw wrongType(key, value, "a text in quotes") }
    return text
  }

  func truth(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let value = value(key) else { return nil }
    guard case .truth(let truth) = value else { throw wrongType(key, value, "true or false") }
    return truth
  }

  func integer(_ key: String) throws(ConfigurationError) -> Int? {
    guard let value = value(key) else { return nil }
    guard case .integer(let number) = value else { throw wrongType(key, value, "a whole number") }
    return number
  }

  /// A number with or without a fraction, in figures; also as a text.
  func number(_ key: String) throws(ConfigurationError) -> String? {
    switch value(key) {
    case nil: return nil
    case .integer(let number): return String(number)
    case .decimal(let text), .text(let text): return text
    case let value?: throw wrongType(key, value, "a number")
    }
  }

  func texts(_ key: String) throws(ConfigurationError) -> [String]? {
    guard let value = value(key) else { return nil }
    guard case .list(let values) = value else { throw wrongType(key, value, "a list of texts") }
    var texts: [String] = []
    for value in values {
      guard case .text(let text) = value else { throw wrongType(key, value, "a list of texts") }
      texts.append(text)
    }
    return texts
  }

  /// A list of texts, or one text that stands for a list of it alone.
  func textOrTexts(_ key: String) throws(ConfigurationError) -> [String]? {
    if case .list? = value(key) { return try texts(key) }
    return try text(key).map { [$0] }
  }

  /// A table inside this one; an empty one when it is absent.
  func section(_ key: String) throws(ConfigurationError) -> TOMLTable {
    guard let value = value(key) else {
      return TOMLTable(document: document, path: path + [key], value: .table([]))
    }
    guard case .table = value else { throw wrongType(key, value, "a table, [\(name(key))]") }
    return TOMLTable(document: document, path: path + [key], value: value)
  }

  /// The tables of an array of tables.
  func sections(_ key: String) throws(ConfigurationError) -> [TOMLTable] {
    guard let value = value(key) else { return [] }
    guard case .list(let values) = value else {
      throw wrongType(key, value, "tables, [[\(name(key))]]")
    }
    return values.enumerated().map { number, value in
      TOMLTable(document: document, path: path + [key, String(number)], value: value)
    }
  }

  /// A text that has to be there.
  ///
  /// - Parameters:
  ///   - key: Its key.
  ///   - known: What it takes, where only this table can say that.
  /// - Returns: What stands there.
  /// - Throws: When it is missing, with an example, or is no text.
  func needed(_ key: NeededKey, taking known: String? = nil) throws(ConfigurationError) -> String {
    guard let text = try text(key.rawValue) else {
      throw refusal(key.rawValue, key.missing(taking: known))
    }
    return text
  }

  /// A text read by a rule of its own; nil when the key is absent.
  func read<Result>(
    _ key: String,
    _ wanted: @autoclosure () -> String,
    _ rule: (String) -> Result?
  )
    throws(ConfigurationError) -> Result?
  {
    guard let text = try text(key) else { return nil }
    guard let result = rule(text) else {
      throw refusal(key, "“\(text.printable)” is not \(wanted())")
    }
    return result
  }
}

extension Document {
  /// Reads a TOML file.
  ///
  /// - Parameter path: The file's path.
  /// - Returns: The document; nil when there is no such file.
  /// - Throws: When the file cannot be read, is not UTF-8 or not TOML.
  static func read(_ path: String) throws(ConfigurationError) -> Document? {
    guard let text = try Configuration.text(of: path) else { return nil }
    return try Document(text, file: path)
  }
}
