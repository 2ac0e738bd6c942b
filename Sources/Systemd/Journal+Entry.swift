extension Journal {
  /// How grave an entry is, as in syslog(3).
  public enum Priority: Int, CaseIterable {
    case emergency, alert, critical, error, warning, notice, info, debug
  }

  /// One entry: a message, and fields to search for.
  public struct Entry {
    public let message: String
    public let priority: Priority
    /// The name of the program, as `journalctl -t` knows it.
    public let identifier: String
    /// The kind of message: 32 lower-case hexadecimal digits.
    public let messageID: String?
    public let fields: [(String, String)]
    private let file: String
    private let line: Int
    private let function: String

    /// An entry written at the place in the source that calls this.
    ///
    /// The name of a field is upper-case ASCII, digits and `_`, at most 64, and begins with a
    /// letter: the journal drops every other name without a word, so here it traps.
    public init(
      _ message: String,
      priority: Priority = .info,
      identifier: String,
      messageID: String? = nil,
      fields: [(String, String)] = [],
      file: String = #fileID,
      line: Int = #line,
      function: String = #function
    ) {
      for (name, _) in fields {
        precondition(Entry.isName(name), "\"\(name)\" is not a name the journal takes.")
      }
      if let messageID {
        precondition(Entry.isMessageID(messageID), "\"\(messageID)\" is not 32 hex digits.")
      }
      self.message = message
      self.priority = priority
      self.identifier = identifier
      self.messageID = messageID
      self.fields = fields
      self.file = file
      self.line = line
      self.function = function
    }
  }
}

extension Journal.Entry {
  /// The entry as the journal takes it: each field its name, "=", and any bytes at all.
  func encoded() -> [[UInt8]] {
    var all = [
      ("MESSAGE", message),
      ("PRIORITY", String(priority.rawValue)),
      ("SYSLOG_IDENTIFIER", identifier),
    ]
    if let messageID { all.append(("MESSAGE_ID", messageID)) }
    all += [("CODE_FILE", file), ("CODE_LINE", String(line)), ("CODE_FUNC", function)]
    all += fields
    return all.map { name, value in Array("\(name)=\(value)".utf8) }
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, isUpper(first), name.utf8.count <= 64 else { return false }
    return name.utf8.allSatisfy { isUpper($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  private static func isMessageID(_ text: String) -> Bool {
    text.utf8.count == 32
      && text.utf8.allSatisfy {
        isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  private static func isUpper(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
