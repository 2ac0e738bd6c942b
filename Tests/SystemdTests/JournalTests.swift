import Glibc
import Testing

@testable import Systemd

@Suite struct JournalTests {
  @Test func `An entry carries its message, kind, place in the source and fields`() {
    let entry = Journal.Entry(
      "Tip shown\nin two lines",
      priority: .notice,
      identifier: "coach",
      messageID: "5c1b0b1fdc0a4c0ea8a6b34de2f7f0a1",
      fields: [("COACH_SLOT", "morning"), ("COACH_NOTE", ""), ("COACH_NOTE", "a=b ☕")],
      line: 12
    )
    #expect(
      entry.encoded().map { String(decoding: $0, as: UTF8.self) } == [
        "MESSAGE=Tip shown\nin two lines",
        "PRIORITY=5",
        "SYSLOG_IDENTIFIER=coach",
        "MESSAGE_ID=5c1b0b1fdc0a4c0ea8a6b34de2f7f0a1",
        "CODE_FILE=SystemdTests/JournalTests.swift",
        "CODE_LINE=12",
        "CODE_FUNC=An entry carries its message, kind, place in the source and fields()",
        "COACH_SLOT=morning",
        "COACH_NOTE=",
        "COACH_NOTE=a=b ☕",
      ]
    )
  }

  @Test func `A plain entry is informational and has no kind`() {
    let fields = Journal.Entry("Up", identifier: "coach").encoded()
      .map { String(decoding: $0, as: UTF8.self) }
    #expect(fields.contains("PRIORITY=6"))
    #expect(fields.contains { $0.hasPrefix("MESSAGE_ID=") } == false)
  }

  @Test func `The priorities are those of syslog`() {
    #expect(
      Journal.Priority.allCases.map { Int32($0.rawValue) }
        == [LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG]
    )
  }

  @Test func `What is handed to C is every field, whole and in order`() throws {
    var ends: [Int32] = [0, 0]
    try #require(unsafe pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let fields = ["MESSAGE=one\ntwo", "A=", "B=☕"].map { Array($0.utf8) }
    let written = unsafe Journal.withVectors(fields) { vectors in
      unsafe writev(ends[1], vectors.baseAddress, Int32(vectors.count))
    }
    var buffer = [UInt8](repeating: 0, count: 100)
    #expect(unsafe read(ends[0], &buffer, buffer.count) == written)
    #expect(String(decoding: buffer[..<written], as: UTF8.self) == "MESSAGE=one\ntwoA=B=☕")
  }

  @Test(arguments: ["A", "COACH_SLOT", "X9", String(repeating: "A", count: 64)])
  func `A name the journal takes is taken`(name: String) {
    let last = Journal.Entry("", identifier: "", fields: [(name, "v")]).encoded().last
    #expect(last == Array("\(name)=v".utf8))
  }

  @Test(arguments: ["", "_PID", "9LIVES", "coach", "A-B", "A B", "É", "A=B", "A\n"])
  func `A name the journal would drop traps`(name: String) async {
    await #expect(processExitsWith: .signal(SIGILL)) { [name] in
      _ = Journal.Entry("", identifier: "", fields: [(name, "")])
    }
  }

  @Test func `A name of 65 characters traps`() async {
    await #expect(processExitsWith: .signal(SIGILL)) {
      let name = String(repeating: "A", count: 65)
      _ = Journal.Entry("", identifier: "", fields: [(name, "")])
    }
  }

  @Test(arguments: ["", "5c1b0b1f", "5C1B0B1FDC0A4C0EA8A6B34DE2F7F0A1"])
  func `A kind of message that is not 32 hexadecimal digits traps`(messageID: String) async {
    await #expect(processExitsWith: .signal(SIGILL)) { [messageID] in
      _ = Journal.Entry("", identifier: "", messageID: messageID)
    }
  }

  @Test func `Output leads into the journal when JOURNAL_STREAM names the very file`() throws {
    let directory = try Directory()
    try directory.write("stream")
    let descriptor = unsafe open(directory.file("stream"), O_RDONLY)
    defer { close(descriptor) }
    var status = stat()
    try #require(unsafe fstat(descriptor, &status) == 0)
    let (device, inode) = (status.st_dev, status.st_ino)
    func connected(_ text: String?) -> Bool {
      Journal.isConnected(descriptor: descriptor, journalStream: text)
    }
    #expect(connected("\(device):\(inode)"))
    #expect(connected("\(device):\(inode + 1)") == false)
    #expect(connected("\(device + 1):\(inode)") == false)
    for text in [nil, "", ":", "\(device)", "\(device):", "\(device):\(inode):1", "x:y"] {
      #expect(connected(text) == false)
    }
    #expect(
      Journal.isConnected(descriptor: -1, journalStream: "\(device):\(inode)") == false
    )
  }
}
