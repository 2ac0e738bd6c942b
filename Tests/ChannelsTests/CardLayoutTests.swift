import Files
import Glibc
import Testing

@testable import Channels
@testable import Coaching

@Suite struct CardLayoutTests {
  @Test func `A terminal says how wide it is, and everything else is 80 columns`() throws {
    let pty = Pty(columns: 33)
    let terminal = try File.openTerminal(pty.path)
    let pipe = Scratch.pipe()
    defer { for end in [terminal.number, pipe.read, pipe.write] { close(end) } }
    #expect(TextLayout.width(of: terminal.number) == 33)
    #expect(TextLayout.width(of: pipe.write) == 80)
  }

  @Test func `Commands are indented and stay whole`() {
    let lines: [Card.Line] = [
      .text("one two three"), .blank, .command("coach check help taken --note \"a long one\""),
      .command("coach\u{1B}[2J check"),
    ]
    #expect(
      TextLayout.lines(of: .sample(lines: lines), width: 10) == [
        "one two", "three", "", "  coach check help taken --note \"a long one\"",
        "  coach [2J check",
      ]
    )
  }
}
