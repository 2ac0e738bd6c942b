import Testing

@testable import Channels
@testable import Coaching

@Suite struct MessageTests {
  @Test func `A message reads as RFC 5322 has it`() {
    let message = Message(card: .sample(), person: "mei").text
    #expect(
      message == """
        From: Coach <coach@localhost>
        To: mei@localhost
        Date: Sun, 22 Nov 2026 07:30:00 +0100
        Subject: Morning: One question ahead
        Message-ID: <morning.2026-11-22@coach.localhost>
        X-Coach-Prompt: morning/2026-11-22
        Auto-Submitted: auto-generated
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Ask once.

          coach check help taken

        """
    )
  }

  @Test(arguments: [
    (0, "+0000"), (3600, "+0100"), (-12_600, "-0330"), (20_700, "+0545"), (-36_000, "-1000"),
  ])
  func `The date has the distance from UTC`(offset: Int, zone: String) {
    var card = Card.sample()
    card.offset = offset
    let message = Message(card: card, person: "mei").text
    #expect(message.contains("\nDate: Sun, 22 Nov 2026 07:30:00 \(zone)\n"))
  }

  @Test(arguments: [
    ("mei", "mei"), ("mei.lin+x_1-2", "mei.lin+x_1-2"), ("", "person"), (".a", "person"),
    ("a..b", "person"), ("a b", "a_b"), ("a\r\nBcc: x@y", "a_Bcc__x_y"), ("梅", "_"),
    ("a@b", "a_b"), ("a>,<b", "a___b"),
  ])
  func `Any account makes an address`(person: String, name: String) {
    let message = Message(card: .sample(), person: person).text
    #expect(message.contains("\nTo: \(name)@localhost\n"))
  }

  @Test(arguments: [
    ("morning", "morning.2026-11-22"), ("wind-down", "wind-down.2026-11-22"),
    ("a/../b", "a=2F=2E=2E=2Fb.2026-11-22"), ("a.b", "a=2Eb.2026-11-22"),
    ("a\r\nb", "a=0D=0Ab.2026-11-22"), ("晨", "=E6=99=A8.2026-11-22"),
    ("a,b:c", "a=2Cb=3Ac.2026-11-22"), ("a=2Fb", "a=3D2Fb.2026-11-22"),
  ])
  func `A prompt's token is a file name and a Message-ID`(slot: String, token: String) {
    #expect(Message.token(Card.sample(slot: slot).prompt) == token)
  }

  @Test func `The token does not depend on clock, zone or words`() {
    var later = Card.sample()
    later.at = Instant(seconds: 0)
    later.offset = -36_000
    later.subject = "Something else"
    #expect(Message.token(later.prompt) == Message.token(Card.sample().prompt))
  }

  @Test(arguments: [
    "晨間：先問一句", String(repeating: "服務之前，先問一句。", count: 40), "🌅👨‍👩‍👧‍👦🇹🇼 Morning",
    "A" + String(repeating: "服務", count: 40), String(repeating: "🌅", count: 40),
    String(repeating: "long ", count: 300), String(repeating: "x", count: 2000),
    "=?UTF-8?B?QmNj?= not encoded", "é",
  ])
  func `A long or foreign subject is folded into encoded words`(subject: String) {
    let lines = Header.encoded(subject, after: 9).split(separator: "\n")
    for (index, line) in lines.enumerated() {
      #expect((index == 0 ? 9 : 0) + line.utf8.count <= 76)
      #expect(line.utf8.allSatisfy { $0 < 0x80 })
      let word = line.drop { $0 == " " }
      #expect(line.count - word.count == (index == 0 ? 0 : 1))
      #expect(word.utf8.count <= 75 && word.hasPrefix("=?UTF-8?B?") && word.hasSuffix("?="))
      let bytes = decoded(word.dropFirst(10).dropLast(2))
      #expect(String(validating: bytes, as: UTF8.self) != nil, "A character is parted.")
    }
  }

  /// The bytes that a word in base64 stands for.
  private func decoded(_ word: Substring) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bits = word.compactMap(alphabet.firstIndex).flatMap { sextet in
      (0..<6).map { sextet >> (5 - $0) & 1 }
    }
    return stride(from: 0, through: bits.count - 8, by: 8).map { start in
      bits[start..<start + 8].reduce(0) { $0 << 1 | UInt8($1) }
    }
  }

  @Test func `A subject that just fits stays plain`() {
    let fits = String(repeating: "x", count: 67)
    #expect(Header.encoded(fits, after: 9) == fits)
    #expect(Header.encoded(fits + "x", after: 9).hasPrefix("=?UTF-8?B?"))
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("晨?>", "5pmoPz4="),
  ])
  func `Base64 is that of RFC 4648, section 10`(text: String, encoded: String) {
    #expect(Base64.text(of: Array(text.utf8)) == encoded)
  }

  @Test func `Text is wrapped at 72 columns and commands are not`() {
    let command = "coach check help taken --note \(String(repeating: "x", count: 100))"
    let lines: [Card.Line] = [
      .text(String(repeating: "服務之前，先問一句。", count: 20)), .command(command),
    ]
    let message = Message(card: .sample(lines: lines), person: "mei").text
    #expect(message.contains("\n  \(command)\n"))
    #expect(message.contains("8bit"))
    for line in message.split(separator: "\n") where !line.hasSuffix(command) {
      #expect(TextLayout.columns(String(line)) <= 72)
    }
  }

  @Test func `A line that mail cannot carry makes the body base64`() {
    let command = "coach \(String(repeating: "晨", count: 400))"
    let message = Message(card: .sample(lines: [.command(command)]), person: "mei").text
    #expect(message.contains("Content-Transfer-Encoding: base64\n"))
    #expect(message.split(separator: "\n").allSatisfy { $0.utf8.count <= 76 })
  }

  @Test(arguments: [
    "Morning\r\nBcc: all@example.org", "Morning\nBcc: all@example.org\n\nbody",
    "Morning\u{2028}Bcc: x", "Morning\u{85}Bcc: x", "\u{0}\u{1B}]0;title\u{7}Morning",
  ])
  func `Nothing from data adds a header or a control character`(text: String) {
    let card = Card.sample(slot: text, subject: text, lines: [.text(text), .command(text)])
    let message = Message(card: card, person: text).text
    let headers = message.split(separator: "\n\n", maxSplits: 1)[0]
    let names = headers.split(separator: "\n").filter { !$0.hasPrefix(" ") }
      .compactMap { $0.split(separator: ":").first.map(String.init) }
    #expect(
      names == [
        "From", "To", "Date", "Subject", "Message-ID", "X-Coach-Prompt", "Auto-Submitted",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
      ]
    )
    let controls = message.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(controls.isEmpty)
  }
}
