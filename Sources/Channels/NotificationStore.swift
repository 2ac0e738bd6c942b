public import Coaching
internal import Files

/// One notification server: another one has another name, and gives its numbers anew.
struct NotificationServer: Equatable {
  /// The id of its bus and its unique name there, such as `3f2a:1.17`.
  ///
  /// Another bus gives its names anew, and the numbers of the old one's server may be somebody
  /// else's.
  var identity: String

  init(_ identity: String) {
    self.identity = identity
  }

  init(bus: String, name: String) {
    identity = bus + name
  }

  /// Its unique name on its bus.
  var name: String { String(identity[(identity.firstIndex(of: ":") ?? identity.startIndex)...]) }
}

/// What a notification is called, by the server that gave the number.
struct NotificationNumber: Equatable {
  var server: NotificationServer
  var id: UInt32
}

/// Which notification is which prompt's, kept in a file while the coach is started anew.
///
/// It lives as long as the login. What cannot be read or written is forgotten: then a notification
/// may stay that is over, and one that a kill cut short may come twice.
public struct NotificationStore {
  struct Entry: Equatable {
    enum State: Equatable {
      case shown(UInt32)
      /// It has left the screen; some servers keep it in a list then.
      case away(UInt32, since: Instant?)
      /// It is sent, and not answered.
      case unanswered
    }

    var server: NotificationServer
    var state: State
    var prompt: PromptID

    init(server: NotificationServer, _ state: State, _ prompt: PromptID) {
      self.server = server
      self.state = state
      self.prompt = prompt
    }

    /// Its number, where that is known.
    var number: NotificationNumber? {
      switch state {
      case .shown(let id), .away(let id, _): NotificationNumber(server: server, id: id)
      case .unanswered: nil
      }
    }
  }

  private let path: String?
  private let last: Box

  /// What was written last, so that nothing is written twice.
  private final class Box {
    var text = ""
  }

  /// A store in a file; nil for nowhere.
  public init(_ path: String?) {
    self.path = path
    last = Box()
  }

  /// Since when a prompt has been off the screen that it was on; nil where it is not, or that is
  /// not known.
  public func awaySince(_ prompt: PromptID) -> Instant? {
    for entry in entries() where entry.prompt == prompt {
      if case .away(_, let since) = entry.state { return since }
    }
    return nil
  }

  func entries() -> [Entry] {
    guard let path, let bytes = File.readOwn(path, atMost: 65_536) else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    last.text = text
    return text.split(separator: "\n").compactMap { Entry(line: String($0)) }
  }

  func keep(_ entries: [Entry]) {
    let text = entries.map { "\($0.line)\n" }.joined()
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

extension NotificationStore.Entry {
  /// Reads `SERVER NUMBER shown PROMPT`, `SERVER NUMBER away:SECONDS PROMPT` or
  /// `SERVER 0 sent PROMPT`.
  fileprivate init?(line: String) {
    let words = line.split(separator: " ", maxSplits: 3).map(String.init)
    guard words.count == 4, let id = UInt32(words[1]), let prompt = PromptID(words[3]) else {
      return nil
    }
    let state = words[2].split(separator: ":", maxSplits: 1).map(String.init)
    switch state.first {
    case "away":
      let seconds = state.count == 2 ? Int64(state[1]) : nil
      self.state = .away(id, since: seconds.flatMap(Instant.init(checked:)))
    case "sent": self.state = .unanswered
    default: self.state = .shown(id)
    }
    server = NotificationServer(words[0])
    self.prompt = prompt
  }

  fileprivate var line: String {
    switch state {
    case .shown(let id): "\(server.identity) \(id) shown \(prompt)"
    case .away(let id, let since):
      "\(server.identity) \(id) away\(since.map { ":\($0.seconds)" } ?? "") \(prompt)"
    case .unanswered: "\(server.identity) 0 sent \(prompt)"
    }
  }
}

extension Instant {
  /// Seconds since 1970 that can be a time at all; nil for what only a damaged file says.
  fileprivate init?(checked seconds: Int64) {
    guard (0...253_402_300_799).contains(seconds) else { return nil }
    self.init(seconds: seconds)
  }
}
