package import Coaching
import Files

/// What only the person can mend, and what they were told of it: once, whatever is started anew.
package struct ToldTroubles {
  package enum Trouble: String, CaseIterable, Sendable {
    /// A configuration that is refused.
    case configuration
    /// A ledger that is damaged, or none.
    case ledger
  }

  /// How the person was told of one.
  package struct Telling: Equatable {
    package var trouble: Trouble
    /// What the notice is called by where it lies.
    package var notice: PromptID
    /// Whether it lies where the person looks when they like.
    package var isKept = false
    /// Whether it has come before their eyes.
    package var isSeen = false

    package init(_ trouble: Trouble, _ notice: PromptID) {
      self.trouble = trouble
      self.notice = notice
    }
  }

  private let path: String
  private var tellings: [Telling]

  /// - Parameter path: The file in which it is kept; the ledger may be what is damaged.
  package init(_ path: String) {
    self.path = path
    let text = File.readOwn(path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    tellings = text.split(separator: "\n").compactMap { Telling(line: String($0)) }
  }

  /// How the person was told of a trouble that lasts; nil where they were not.
  package subscript(trouble: Trouble) -> Telling? {
    get { tellings.first { $0.trouble == trouble } }
    set {
      if newValue == self[trouble] { return }
      tellings.removeAll { $0.trouble == trouble }
      if let newValue { tellings.append(newValue) }
      // Where it cannot be written they are told again at the next start, which is no harm.
      if tellings.isEmpty {
        try? File.remove(path)
      } else {
        let lines = tellings.map { "\($0.line)\n" }.joined()
        try? File.write(path, Array(lines.utf8))
      }
    }
  }
}

extension ToldTroubles.Telling {
  /// Its line in the file: `configuration trouble-073000/2026-11-30 kept seen`.
  fileprivate var line: String {
    let marks = (isKept ? ["kept"] : []) + (isSeen ? ["seen"] : [])
    return ([trouble.rawValue, notice.description] + marks).joined(separator: " ")
  }

  fileprivate init?(line: String) {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 2, let trouble = ToldTroubles.Trouble(rawValue: words[0]),
      let notice = PromptID(words[1])
    else { return nil }
    self.init(trouble, notice)
    isKept = words.contains("kept")
    isSeen = words.contains("seen")
  }
}
