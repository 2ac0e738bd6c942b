public import Coaching

/// Times that a person wrote into the configuration in their own words.
extension Document {
  /// The document with its times and days in the program's own notation.
  ///
  /// - Parameter lexicon: The words that a person may type.
  /// - Returns: The document; nil where nothing in it is otherwise then.
  func inNotation(_ lexicon: Lexicon) -> Document? {
    var spoken = self
    var isOther = false
    spoken.root = root.rewritten { path, text in
      guard let usual = SpokenSetting.usual(at: path),
        let written = SpokenSetting.notation(of: text, near: usual, lexicon), written != text
      else { return text }
      isOther = true
      return written
    }
    return isOther ? spoken : nil
  }
}

/// A setting in a person's own words.
public enum SpokenSetting {
  /// A time, times with their days, a span or a word for none, in the program's own notation.
  ///
  /// - Parameters:
  ///   - text: As a person writes it; parts with “;” between them are read one by one.
  ///   - usual: What an hour of twelve is nearest to.
  ///   - lexicon: The words that a person may type.
  /// - Returns: The same in notation; nil where it is none of these.
  public static func notation(
    of text: String,
    near usual: [CivilTime],
    _ lexicon: Lexicon
  ) -> String? {
    if let word = lexicon.meaning(of: text, in: .setting) { return word }
    if let word = lexicon.meaning(of: text, in: .none) { return word }
    for by in ["by "] where text.hasPrefix(by) {
      return lexicon.schedule(String(text.dropFirst(by.count)), near: usual).map { "by \($0)" }
    }
    return lexicon.schedule(text, near: usual)
  }

  /// What an hour of twelve is nearest to at a place of the configuration; nil of one that has no
  /// time.
  static func usual(at path: [String]) -> [CivilTime]? {
    let hours: [String: Int] = [
      "lights-out": 23, "get-up": 7, "day-starts": 4, "quiet-hours": 23, "when": 14, "window": 0,
      "every": 0, "days-off": 0, "week-starts": 0, "off-hours": 0, "target": 22, "apart": 0,
    ]
    // All of [target] are targets, by the names of their questions.
    let key = path.first == "target" ? "target" : path.last ?? ""
    guard let hour = path == ["slot", "morning", "when"] ? 7 : hours[key] else { return nil }
    return [CivilTime(secondOfDay: hour * 3600)]
  }
}

extension Document.Value {
  /// The value with each text in it as a rule has it; a rule sees the path at which it stands.
  fileprivate func rewritten(
    at path: [String] = [],
    _ rule: (_ path: [String], _ text: String) -> String
  ) -> Document.Value {
    switch self {
    case .text(let text): .text(rule(path, text))
    case .list(let values): .list(values.map { $0.rewritten(at: path, rule) })
    case .table(let entries):
      .table(entries.map { ($0.key, $0.value.rewritten(at: path + [$0.key], rule)) })
    case .integer, .truth, .decimal, .other: self
    }
  }
}
