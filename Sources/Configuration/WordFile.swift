public import Coaching

/// A file of words that a page is made with: `[words]` in TOML, a name and a text on each line.
public enum WordFile {
  /// Reads the words of some files.
  ///
  /// - Parameter paths: The files; where two have a word of one name, the first has it. One that is
  ///   not there is passed over.
  /// - Returns: The words.
  /// - Throws: When a file that is there cannot be read, or says something else.
  public static func read(_ paths: [String]) throws(ConfigurationError) -> Phrases {
    var frames: [(name: String, text: String)] = []
    for path in paths {
      guard let document = try Document.read(path) else { continue }
      try document.top.allow(["words"])
      let words = try document.top.section("words")
      for key in words.keys where !frames.contains(where: { $0.name == key }) {
        if let text = try words.text(key) { frames.append((name: key, text: text)) }
      }
    }
    return Phrases(frames: frames)
  }
}
