import CTOML

extension Document.Value {
  /// Why a text is not TOML.
  struct Complaint: Error {
    /// From 1; nil where no line is to blame.
    var line: Int?
    /// The TOML library's words.
    var words: String
  }

  /// Reads a TOML text as one table.
  init(toml text: String) throws(Complaint) {
    self = unsafe try Self.withDocument(of: text) { document throws(Complaint) in
      guard let document = unsafe document else {
        throw Complaint(line: nil, words: "there is not enough memory to read it")
      }
      if let complaint = unsafe document.complaint {
        let line = unsafe Int(document.line)
        throw unsafe Complaint(line: line == 0 ? nil : line, words: String(cString: complaint))
      }
      var tokens = unsafe document.all.makeIterator()
      return unsafe Self(&tokens)
    }
  }

  /// All that a TOML text holds, and where; nothing where it is no TOML.
  static func placed(in text: String) -> [PlacedToken] {
    unsafe withDocument(of: text) { document in
      guard let document = unsafe document, unsafe document.complaint == nil else { return [] }
      return unsafe document.all.map { unsafe PlacedToken($0) }
    }
  }

  /// Makes something of what the library read of a text, which lasts as long as that takes; nil
  /// where memory ran out.
  private static func withDocument<Result, Failure>(
    of text: String,
    _ body: (CTOMLDocument?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var text = text
    let read = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe ctomlRead(characters.baseAddress, characters.count)
      }
    }
    defer { if let read = unsafe read { unsafe ctomlFree(read) } }
    return try unsafe body(read?.pointee)
  }

  /// Reads one value with all that is in it.
  private init(_ tokens: inout UnsafeBufferPointer<CTOMLToken>.Iterator) {
    guard let token = unsafe tokens.next() else {
      self = .other("nothing")
      return
    }
    switch unsafe token.kind {
    case .ctomlTable:
      self = unsafe .table(
        (0..<token.number).map { _ in
          let key = unsafe tokens.next().map { unsafe $0.text } ?? ""
          return unsafe (key, Self(&tokens))
        }
      )
    case .ctomlList: self = unsafe .list((0..<token.number).map { _ in unsafe Self(&tokens) })
    case .ctomlText: self = unsafe .text(token.text)
    case .ctomlInteger: self = unsafe .integer(Int(token.number))
    case .ctomlTruth: self = unsafe .truth(token.number != 0)
    case .ctomlDecimal: self = unsafe .decimal(token.text)
    case .ctomlOther: self = unsafe .other(token.text)
    }
  }
}

/// A value of a TOML text, or the beginning of several, and where it stands.
struct PlacedToken {
  /// What it is.
  var kind: CTOMLKind
  /// How many keys with their values, or values, come behind it; of a text how many bytes it has.
  var number: Int
  /// The text; empty for anything else.
  var text: String
  /// Where it begins.
  var begin: CTOMLPlace
  /// The place right behind it.
  var end: CTOMLPlace

  fileprivate init(_ token: CTOMLToken) {
    unsafe (kind, number) = (token.kind, Int(token.number))
    text = unsafe token.kind == .ctomlText ? token.text : ""
    unsafe (begin, end) = (token.begin, token.end)
  }
}

extension CTOMLDocument {
  fileprivate var all: UnsafeBufferPointer<CTOMLToken> {
    unsafe UnsafeBufferPointer(start: tokens, count: count)
  }
}

extension CTOMLToken {
  fileprivate var text: String {
    let bytes = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(number))
    return unsafe String(decoding: bytes, as: UTF8.self)
  }
}
