import Files
import Glibc
import Testing

@testable import Channels
@testable import Coaching

@Suite struct TerminalsTests {
  private let scratch = Scratch()
  private var terminal: Channel { Terminals(directories: [scratch.path]).channel() }

  @Test func `The card stands between blank lines under a header`() throws {
    let pty = Pty()
    pty.link(in: scratch.path, as: "0")
    #expect(terminal.name == "terminal")
    #expect(terminal.delivery.kind == "interrupting")
    try terminal.reach()
    try terminal.show(.sample())
    let lines = pty.read().split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(
      lines.map(withoutBlanks) == [
        "", "── coach · Morning: One question ahead ──", "Ask once.", "",
        "  coach check help taken", "", "",
      ]
    )
    // As wall(1): nothing of what stood there shows through.
    #expect(lines.dropLast().allSatisfy { TextLayout.columns(String($0)) == 80 })
    try terminal.settle([Card.sample().prompt])
    #expect(pty.read() == "")
  }

  @Test(
    arguments: [
      ("0", 0o620, true), ("17", 0o622, true), ("tty3", 0o620, true), ("0", 0o600, false),
      ("0", 0o602, false), ("ptmx", 0o620, false), ("ttyS0", 0o620, false), ("tty", 0o620, false),
      ("tty1x", 0o620, false),
    ] as [(String, mode_t, Bool)]
  )
  func `A terminal is written to when it is one and takes messages`(
    name: String,
    mode: mode_t,
    isWritten: Bool
  ) throws {
    let pty = Pty(mode: mode)
    pty.link(in: scratch.path, as: name)
    if isWritten {
      try terminal.reach()
      try terminal.show(.sample())
      #expect(!pty.read().isEmpty)
      return
    }
    let unreached = #expect(throws: WorldError.self) { try terminal.reach() }
    let unshown = #expect(throws: WorldError.self) { try terminal.show(.sample()) }
    #expect(unreached == unshown)
    #expect(unreached?.description.contains("at a terminal that takes messages") == true)
    #expect(pty.read() == "")
  }

  @Test func `Somebody else's terminal is left alone`() {
    let pty = Pty()
    pty.link(in: scratch.path, as: "0")
    let other = Terminals(directories: [scratch.path], user: File.user + 1).channel()
    #expect(throws: WorldError.self) { try other.reach() }
    #expect(throws: WorldError.self) { try other.show(.sample()) }
    #expect(pty.read() == "")
  }

  @Test func `A file and a lost link are no terminals`() throws {
    try File.create("\(scratch.path)/1", contents: "")
    _ = unsafe chmod("\(scratch.path)/1", 0o620)
    _ = unsafe symlink("\(scratch.path)/nothing", "\(scratch.path)/2")
    #expect(throws: WorldError.self) { try terminal.reach() }
    #expect(Scratch.read("\(scratch.path)/1") == "")
  }

  @Test func `A device that is no terminal gets nothing`() throws {
    let code = unsafe symlink("/dev/null", "\(scratch.path)/1")
    #expect(code == 0)
    #expect(throws: WorldError.self) { try terminal.show(.sample()) }
  }

  @Test func `A missing directory holds no terminals`() {
    let none = Terminals(directories: ["\(scratch.path)/none"]).channel()
    #expect(throws: WorldError.self) { try none.reach() }
  }

  @Test func `Every terminal of the person gets the card`() throws {
    let ptys = [Pty(), Pty(columns: 40), Pty()]
    for (index, pty) in ptys.enumerated() { pty.link(in: scratch.path, as: String(index)) }
    try terminal.show(.sample())
    for pty in ptys { #expect(pty.read().contains("Ask once.")) }
  }

  private func withoutBlanks(_ line: Substring) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// A proc(5) in which programs have the foreground of terminals.
  private func processes(_ programs: [(name: String, pty: Pty)]) throws -> ProcessTable {
    let proc = "\(scratch.path)/proc"
    for (index, program) in programs.enumerated() {
      let id = 100 + index
      try File.makeDirectories("\(proc)/\(id)")
      let stat = "\(id) (\(program.name)) S 1 \(id) \(id) \(program.pty.packed) \(id) 4194304 0\n"
      try File.create("\(proc)/\(id)/stat", contents: stat)
    }
    try File.create("\(scratch.path)/shells", contents: "# shells\n/bin/sh\n/opt/bin/myshell\n")
    return ProcessTable(directory: proc, shells: "\(scratch.path)/shells")
  }

  @Test(
    arguments: [
      (["bash", "vim"], [true, false]), (["vim", "myshell"], [false, true]),
      (["zsh", "fish"], [true, true]), (["vim", "ssh"], [true, true]),
      (["bash", ") (sh"], [true, false]), (["bash", ""], [true, false]),
    ] as [([String], [Bool])]
  )
  func `Where one is at a shell's prompt the others are left alone`(
    programs: [String],
    isShown: [Bool]
  ) throws {
    let ptys = programs.map { _ in Pty() }
    for (index, pty) in ptys.enumerated() { pty.link(in: scratch.path, as: String(index)) }
    // Of a terminal on which nothing is seen nobody knows whether it is at a prompt.
    let seen = zip(programs, ptys).filter { !$0.0.isEmpty }.map { (name: $0.0, pty: $0.1) }
    let terminals = Terminals(directories: [scratch.path], processes: try processes(seen))
    try terminals.channel().show(.sample())
    #expect(ptys.map { $0.read().contains("Ask once.") } == isShown)
  }

  @Test(
    arguments: [
      ([], nil), (["bash"], true), (["vim"], false), (["vim", "zsh"], true), ([""], false),
    ] as [([String], Bool?)]
  )
  func `Whether a shell waits for the person is seen where they take messages`(
    programs: [String],
    isAtPrompt: Bool?
  ) throws {
    let ptys = programs.map { _ in Pty() }
    for (index, pty) in ptys.enumerated() { pty.link(in: scratch.path, as: String(index)) }
    let seen = zip(programs, ptys).filter { !$0.0.isEmpty }.map { (name: $0.0, pty: $0.1) }
    let terminals = Terminals(directories: [scratch.path], processes: try processes(seen))
    #expect(terminals.isAtPrompt == isAtPrompt)
  }

  @Test func `Where that at the prompt takes nothing, another does`() throws {
    let (stopped, other) = (Pty(), Pty())
    stopped.stop()
    stopped.link(in: scratch.path, as: "0")
    other.link(in: scratch.path, as: "1")
    let table = try processes([("bash", stopped), ("vim", other)])
    try Terminals(directories: [scratch.path], processes: table).channel().show(.sample())
    #expect(other.read().contains("Ask once."))
  }

  static let stats =
    [
      ("17 (bash) S 16 17 17 34816 17 4194304", ["bash", "17", "34816", "17"]),
      ("17 (a) b) S 16 17 17 34816 19 4194304", ["a) b", "17", "34816", "19"]),
      ("17 (kthread) S 2 0 0 0 -1 69238880", ["kthread", "17", "0", "-1"]),
      ("17 (bash", nil), ("", nil), ("x (bash) S 16 17 17 34816 17", nil), ("17 (bash) S 1", nil),
    ] as [(String, [String]?)]

  @Test(arguments: stats)
  func `A process is read from its line`(text: String, expected: [String]?) {
    let process = ProcessTable.Process(stat: text)
    let words = process.map { [$0.name, "\($0.id)", "\($0.terminal)", "\($0.foreground)"] }
    #expect(words == expected)
  }

  @Test func `A terminal that nobody reads is given up, and the others get the card`() throws {
    let stuck = Pty()
    stuck.fill()
    stuck.link(in: scratch.path, as: "0")
    let trouble = #expect(throws: WorldError.self) { try terminal.show(.sample()) }
    #expect(trouble?.description.contains("\(scratch.path)/0") == true)
    let other = Pty()
    other.link(in: scratch.path, as: "1")
    try terminal.show(.sample())
    #expect(other.read().contains("Ask once."))
  }

  @Test func `A terminal with too little room is given up`() {
    let narrow = Pty()
    narrow.link(in: scratch.path, as: "0")
    let long = Card.sample(lines: [.text(String(repeating: "word ", count: 100_000))])
    #expect(throws: WorldError.self) { try terminal.show(long) }
  }

  @Test func `A stopped terminal is given up`() {
    let stopped = Pty()
    stopped.stop()
    stopped.link(in: scratch.path, as: "0")
    #expect(throws: WorldError.self) { try terminal.show(.sample()) }
    #expect(stopped.read() == "")
  }

  @Test(arguments: [(40, 40), (20, 20), (7, 20), (0, 80), (300, 300)] as [(UInt16, Int)])
  func `No line is wider than the terminal`(columns: UInt16, width: Int) throws {
    let pty = Pty(columns: columns)
    pty.link(in: scratch.path, as: "0")
    let text = String(repeating: "服務之前，先問一句：「今天我能為誰做一件小事？」", count: 12)
    try terminal.show(.sample(subject: "晨間：\(text)", lines: [.text(text)]))
    let widths = pty.read().split(separator: "\r\n").map { TextLayout.columns(String($0)) }
    #expect(widths.allSatisfy { $0 <= width })
    #expect(widths.contains { $0 > width - 6 })
  }

  @Test func `Nothing from data steers the terminal`() throws {
    let pty = Pty()
    pty.link(in: scratch.path, as: "0")
    let evil = "a\u{1B}[2J\u{9B}31m\u{7}\r\u{8}\u{202E}b"
    try terminal.show(.sample(subject: evil, lines: [.text(evil), .command(evil)]))
    let written = pty.read().split(separator: "\r\n").joined()
    #expect(written.contains("a [2J 31m b"))
    let steering = written.unicodeScalars.filter {
      $0.properties.generalCategory == .control || $0 == "\u{202E}"
    }
    #expect(steering.isEmpty)
  }
}
