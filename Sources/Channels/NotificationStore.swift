internal import Coaching
internal import Files

/// Which notification is which prompt's, kept in a file while the coach is started anew.
///
/// It lives as long as the login. What cannot be read or written is forgotten: then a notification
/// may stay that is over, and no more.
struct NotificationStore {
  struct Entry: Equatable {
    /// Which server gave the number: the id of its bus, and its unique name there.
    var owner: String
    var id: UInt32
    /// Whether the person has put it away; some servers keep it in a list then.
    var isAway: Bool
    var prompt: PromptID
  }

  private let path: String?
  private let last: Box

  /// What was written last, so that nothing is written twice.
  private final class Box {
    var text = ""
  }

  init(_ path: String?) {
    self.path = path
    last = Box()
  }

  func entries() -> [Entry] {
    guard let path, let bytes = File.readOwn(path, atMost: 65_536) else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    last.text = text
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      guard words.count == 4, let id = UInt32(words[1]), let prompt = PromptID(words[3]) else {
        return nil
      }
      return Entry(owner: words[0], id: id, isAway: words[2] == "away", prompt: prompt)
    }
  }

  func keep(_ entries: [Entry]) {
    let text = entries.map { entry in
      "\(entry.owner) \(entry.id) \(entry.isAway ? "away" : "shown") \(entry.prompt)\n"
    }.joined()
    guard let path, text != last.text else { return }
    last.text = text
    let draft = "\(path).new"
    do throws(FileError) {
      try File.remove(draft)
      try File.create(draft, contents: text)
      try File.rename(draft, to: path)
    } catch {
      last.text = ""
    }
  }
}
