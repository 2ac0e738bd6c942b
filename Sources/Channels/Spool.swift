public import Coaching
internal import Files
internal import Glibc

/// A Maildir in which each prompt is one message, for any mail reader.
///
/// A message is known by its prompt, not by its file name: a reader may have moved it, flagged it
/// or added to its name, and it still is not delivered again.
public struct Spool {
  private let directory: String
  private let person: String
  private let keepDays: Int?
  private let page: (Card) throws(WorldError) -> [UInt8]?

  /// A spool in a directory, which is made when the first message comes.
  ///
  /// - Parameters:
  ///   - directory: The Maildir; it holds `tmp`, `new` and `cur`.
  ///   - person: The name of the account, for the address of the messages.
  ///   - keepDays: For how many days a message stays, from 1; nil for ever.
  ///   - page: What a card opens, in HTML, to stand beside its text; nil for a card that opens
  ///     nothing, or where it could not be had. It throws where it is to be had later.
  public init(
    directory: String,
    person: String,
    keepDays: Int? = nil,
    page: @escaping (Card) throws(WorldError) -> [UInt8]? = { _ throws(WorldError) in nil }
  ) {
    self.directory = directory
    self.person = person
    self.keepDays = keepDays
    self.page = page
  }

  public func channel() -> Channel {
    Channel(
      name: "spool",
      .kept,
      show: { card throws(WorldError) in
        let page = try page(card)
        do throws(FileError) {
          try deliver(card, page)
        } catch {
          throw WorldError(error, spool: directory)
        }
      },
      settle: { prompts throws(WorldError) in
        do throws(FileError) {
          try settle(prompts)
        } catch {
          throw WorldError(error, spool: directory)
        }
      }
    )
  }
}

// MARK: - Delivery

extension Spool {
  /// Delivers by the rules of the Maildir, unless the message is there.
  ///
  /// On return it is on disk, also when a delivery before this one was cut short after its last
  /// rename: what is written down next says that it was shown.
  private func deliver(_ card: Card, _ page: [UInt8]?) throws(FileError) {
    for part in ["tmp", "new", "cur"] { try File.makeDirectories(path(part)) }
    let name = Entry.name(of: card)
    if let (part, lying) = try place(of: card.prompt) {
      if card.back != nil, lying.time != Entry.time(of: card) {
        try renew(path(part, lying.name), as: name)
      }
      return try File.sync(path(part))
    }
    let draft = path("tmp", name)
    try removeDrafts()
    try File.create(draft, contents: Message(card: card, person: person, page: page).text)
    try File.rename(draft, to: path("new", name))
    try File.sync(path("new"))
    // The prompt is there; what cannot be tidied up now is, when the next one comes.
    if let keepDays { try? removeOld(before: Entry.time(of: card) - Int64(keepDays) * 86_400) }
  }

  /// Removes messages that came before an instant in seconds, but for what the person has flagged.
  private func removeOld(before time: Int64) throws(FileError) {
    for part in ["new", "cur"] {
      for name in try File.names(in: path(part)) {
        guard let entry = Entry(name), entry.time < time, !entry.isFlagged else { continue }
        try File.remove(path(part, name))
      }
    }
  }

  /// Makes a message that comes back from a snooze new and unread again.
  private func renew(_ path: String, as name: String) throws(FileError) {
    try File.rename(path, to: self.path("new", name))
    try File.sync(self.path("new"))
  }

  /// Where the message of a prompt lies; nil when it has none.
  ///
  /// `new` is read before `cur`: a reader moves messages only that way, so none slips through.
  private func place(of prompt: PromptID) throws(FileError) -> (part: String, entry: Entry)? {
    for part in ["new", "cur"] {
      let entries = try File.names(in: path(part)).compactMap(Entry.init)
      if let entry = entries.first(where: { $0.token == Message.token(prompt) }) {
        return (part, entry)
      }
    }
    return nil
  }

  /// Removes what deliveries that were cut short have left.
  private func removeDrafts() throws(FileError) {
    for name in try File.names(in: path("tmp")) where Entry(name) != nil {
      try File.remove(path("tmp", name))
    }
  }

  private func path(_ part: String) -> String { "\(directory)/\(part)" }

  private func path(_ part: String, _ name: String) -> String { "\(directory)/\(part)/\(name)" }
}

// MARK: - Settling

extension Spool {
  /// Marks messages as seen.
  ///
  /// Nothing is forced onto the disk: after a power cut the next session settles again.
  private func settle(_ prompts: [PromptID]) throws(FileError) {
    let tokens = Set(prompts.map(Message.token))
    // A reader that moves a message between listing and renaming makes us look again.
    for _ in 0..<3 where try settle(tokens) { return }
  }

  /// Marks once; false when a message was no longer where it was listed.
  private func settle(_ tokens: Set<String>) throws(FileError) -> Bool {
    var isDone = true
    for part in ["new", "cur"] {
      for name in try names(in: part) {
        guard let entry = Entry(name), tokens.contains(entry.token) else { continue }
        if part == "new" { try File.makeDirectories(path("cur")) }
        let moved = path("cur", entry.seen)
        if path(part, name) == moved { continue }
        do throws(FileError) {
          try File.rename(path(part, name), to: moved)
        } catch {
          guard error.code == ENOENT else { throw error }
          isDone = false
        }
      }
    }
    return isDone
  }

  /// The names in a part of the spool; a spool that was deleted holds nothing to settle.
  private func names(in part: String) throws(FileError) -> [String] {
    do throws(FileError) {
      return try File.names(in: path(part))
    } catch {
      guard error.code == ENOENT else { throw error }
      return []
    }
  }
}

// MARK: - File names

/// A message of ours as a file: `1795328400.morning.2026-11-22.coach:2,RS`.
private struct Entry {
  let name: String
  /// What the message is called by, as in its Message-ID.
  let token: String
  /// When the message was delivered, in seconds since 1970.
  let time: Int64
  /// The name without the flags; some readers add `,S=1234` to it.
  private let base: String
  /// What stands after the colon; nil where there is none.
  private let info: String?

  /// Reads a file name; nil when it is not of ours.
  init?(_ name: String) {
    self.name = name
    let halves = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    base = String(halves[0])
    info = halves.count == 2 ? String(halves[1]) : nil
    let given = base.split(separator: ",", omittingEmptySubsequences: false)[0]
    guard let dot = given.firstIndex(of: "."), given.hasSuffix(Entry.ending),
      let time = Int64(given[..<dot])
    else { return nil }
    self.time = time
    token = String(given[dot...].dropFirst().dropLast(Entry.ending.count))
  }

  /// The name under which a card is delivered; readers that sort by name sort by time.
  static func name(of card: Card) -> String {
    "\(time(of: card)).\(Message.token(card.prompt))\(ending)"
  }

  /// When a card came, in seconds; what came back counts from the second after, so that it is
  /// told from what came in the same one.
  static func time(of card: Card) -> Int64 {
    card.back.map { $0.seconds + 1 } ?? card.at.seconds
  }

  /// The name with the flag for seen among the others, in the order of their letters.
  ///
  /// What is after the colon and not of the second form is not ours to understand, and stays.
  var seen: String {
    guard let info else { return "\(base):2,S" }
    guard info.hasPrefix("2,") else { return "\(base):\(info)" }
    let flags = Set(info.dropFirst(2)).union(["S"]).sorted()
    return "\(base):2,\(String(flags))"
  }

  /// Whether the person has marked it, to find it again.
  var isFlagged: Bool { info?.hasPrefix("2,") == true && info?.contains("F") == true }

  private static let ending = ".coach"
}
