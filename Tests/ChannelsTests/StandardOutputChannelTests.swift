import Files
import Glibc
import Testing

@testable import Channels
@testable import Coaching

@Suite struct StandardOutputChannelTests {
  @Test func `The card is printed with plain line ends at 80 columns`() throws {
    let (read, write) = Scratch.pipe()
    defer { close(read) }
    let channel = StandardOutputChannel(descriptor: write).channel()
    #expect(channel.name == "terminal")
    #expect(!channel.isRepeatable)
    try channel.reach()
    let text = String(repeating: "word ", count: 40)
    try channel.show(.sample(lines: [.text(text), .command("coach check help taken")]))
    try channel.settle([Card.sample().prompt])
    close(write)
    let line = Array(repeating: "word", count: 16).joined(separator: " ")
    let rest = Array(repeating: "word", count: 8).joined(separator: " ")
    #expect(
      String(decoding: Scratch.bytes(from: read), as: UTF8.self)
        == [
          "", "── coach · Morning: One question ahead ──", line, line, rest,
          "  coach check help taken", "", "",
        ].joined(separator: "\n")
    )
  }

  @Test func `On a terminal it keeps to the width`() throws {
    let pty = Pty(columns: 30)
    let file = try File.openTerminal(pty.path)
    defer { File.close(file) }
    let text = String(repeating: "先問一句：", count: 30)
    try StandardOutputChannel(descriptor: file.number).channel().show(.sample(lines: [.text(text)]))
    let widths = pty.read().split(separator: "\n").dropFirst(2).map {
      TextLayout.columns(String($0))
    }
    #expect(widths.max() == 30)
  }

  @Test func `A reader that is gone is trouble and not the end`() {
    let (read, write) = Scratch.pipe()
    close(read)
    defer { close(write) }
    let trouble = #expect(throws: WorldError.self) {
      try StandardOutputChannel(descriptor: write).channel().show(.sample())
    }
    #expect(trouble?.description.contains("Broken pipe") == true)
  }

  @Test func `A closed descriptor is trouble`() {
    #expect(throws: WorldError.self) {
      try StandardOutputChannel(descriptor: 999_999).channel().show(.sample())
    }
  }

  @Test func `A reader that does not read does not hold up the daemon`() {
    let (read, write) = Scratch.pipe()
    defer { for end in [read, write] { close(end) } }
    let channel = StandardOutputChannel(descriptor: write).channel()
    let trouble = #expect(throws: WorldError.self) {
      let long = Card.sample(lines: [.text(String(repeating: "word ", count: 30_000))])
      for _ in 0..<100 { try channel.show(long) }
    }
    #expect(trouble?.description.contains("timed out") == true)
  }
}
