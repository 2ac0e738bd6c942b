internal import Coaching

/// A card as a mail message (RFC 5322), as it lies in the spool.
struct Message {
  var card: Card
  /// The name of the person it is for.
  var person: String
  /// A page in HTML that a reader may show in place of the text; nil without one.
  var page: [UInt8]?

  /// What the message and its file are called by: `morning.2026-11-22`.
  ///
  /// It is made from the prompt's identity alone, so the same prompt has it in every zone and
  /// after every restart. It is a dot-atom (RFC 5322, 3.2.3) and a file name: what is neither
  /// letter, digit nor hyphen is written `=2F`.
  static func token(_ prompt: PromptID) -> String { "\(escaped(prompt.slot)).\(prompt.day)" }

  /// The whole message; lines end with one newline, as in a Maildir.
  var text: String {
    let content = content
    let headers =
      [
        "From: Coach <coach@localhost>",
        "To: \(address)",
        "Date: \(date)",
        "Subject: \(Header.encoded(card.subject, after: 9))",
        "Message-ID: <\(Message.token(card.prompt))@coach.localhost>",
        "X-Coach-Prompt: \(Message.escaped(card.prompt.slot))/\(card.prompt.day)",
        "Auto-Submitted: auto-generated",
        "MIME-Version: 1.0",
      ] + content.headers + language
    return Part(headers: headers, body: content.body).text
  }

  /// A part of a message: the headers that say how it is written, and what it says.
  private struct Part {
    var headers: [String]
    var body: String

    var text: String { headers.joined(separator: "\n") + "\n\n" + body }
  }

  /// What stands between the parts of a message; the text is written in base64 where it has it too.
  private static let boundary = "=_coach"

  /// What the message says: the text, and where it has a page, that as the better form of it, which
  /// is the last (RFC 2046, 5.1.4).
  private var content: Part {
    guard let page else { return plain }
    let html = Part(
      headers: ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64"],
      body: Base64.lines(of: page)
    )
    let parts = [plain, html].map { "--\(Message.boundary)\n\($0.text)\n" }
    return Part(
      headers: ["Content-Type: multipart/alternative; boundary=\"\(Message.boundary)\""],
      body: parts.joined() + "--\(Message.boundary)--\n"
    )
  }

  private var plain: Part {
    let body = self.body
    // RFC 5322, 2.1.1: no line has more than 998 octets.
    let isShort = body.split(separator: "\n").allSatisfy { $0.utf8.count <= 998 }
    let isPlain = isShort && (page == nil || !body.contains(Message.boundary))
    return Part(
      headers: [
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: \(isPlain ? "8bit" : "base64")",
      ],
      body: isPlain ? body : Base64.lines(of: Array(body.utf8))
    )
  }

  /// What has a reader choose the shapes of the letters that the person's land has (RFC 3282).
  private var language: [String] { card.language.map { ["Content-Language: \($0)"] } ?? [] }

  private var body: String {
    TextLayout.lines(of: card, width: 72).map { "\($0)\n" }.joined()
  }

  /// The day and time the person's clock showed, with its distance from UTC.
  private var date: String {
    let day = card.local.date
    let time = card.local.time
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let minutes = abs(card.offset) / 60
    let zone = "\(card.offset < 0 ? "-" : "+")\(padded(minutes / 60, 2))\(padded(minutes % 60, 2))"
    let clock = [time.hour, time.minute, time.second].map { padded($0, 2) }
    return "\(day.weekday.shortName), \(day.day) \(months[day.month - 1]) \(padded(day.year, 4)) "
      + "\(clock.joined(separator: ":")) \(zone)"
  }

  /// The person's address, whatever the account is called.
  private var address: String {
    let name = String(person.map { Message.isPlain($0) || "._+".contains($0) ? $0 : "_" })
    let isAtom =
      !name.isEmpty
      && name.split(separator: ".", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty }
    return "\(isAtom ? name : "person")@localhost"
  }

  private static func escaped(_ slot: String) -> String {
    slot.utf8.map { byte in
      let character = Character(Unicode.Scalar(byte))
      let hexadecimal = String(byte, radix: 16, uppercase: true)
      if isPlain(character) { return "\(character)" }
      return "=\(byte < 16 ? "0" : "")\(hexadecimal)"
    }.joined()
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-")
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// Text in a header of a mail message.
enum Header {
  /// The text as it stands after a header's name and colon, folded.
  ///
  /// Plain where it is short and ASCII, else in encoded words (RFC 2047): none longer than 75
  /// characters, no line longer than 76, and no character parted between two.
  ///
  /// - Parameters:
  ///   - text: Any text; line breaks and control characters are taken out.
  ///   - used: The characters of the line that the header's name has taken.
  /// - Returns: The rest of the header, without the last line break.
  static func encoded(_ text: String, after used: Int) -> String {
    let text = text.printable
    if text.utf8.allSatisfy({ $0 < 0x80 }), !text.contains("=?"), used + text.count <= 76 {
      return text
    }
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // Twelve characters surround a word; the lines after the first begin with a space.
      let room = (76 - (words.count == 1 ? used : 1) - 12) / 4 * 3
      if words[words.count - 1].count + bytes.count > room { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?UTF-8?B?\(Base64.text(of: $0))?=" }.joined(separator: "\n ")
  }
}

/// The encoding of RFC 4648, section 4.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  )

  /// The bytes as one word.
  static func text(of bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        text.append(index <= group.count ? alphabet[bits >> (18 - 6 * index) & 63] : "=")
      }
    }
    return text
  }

  /// The bytes on lines of at most 76 characters (RFC 2045, 6.8), each with its newline.
  static func lines(of bytes: [UInt8]) -> String {
    stride(from: 0, to: bytes.count, by: 57)
      .map { text(of: Array(bytes[$0..<min($0 + 57, bytes.count)])) + "\n" }
      .joined()
  }
}
