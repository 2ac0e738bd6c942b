import Glibc
import Testing

@testable import Systemd

@Suite struct ServiceTests {
  @Test func `The manager hears exactly what happened, and can be told again`() async {
    await #expect(processExitsWith: .success) {
      let manager = try Manager()
      try #require(try Service.ready())
      try #require(try Service.ready(status: "Next prompt 07:30"))
      try #require(try Service.status("Asleep ☕"))
      try #require(try Service.stopping())
      try #require(
        manager.messages() == [
          "READY=1", "READY=1\nSTATUS=Next prompt 07:30", "STATUS=Asleep ☕", "STOPPING=1",
        ]
      )
    }
  }

  @Test func `A reload says when it began, by the monotonic clock`() async {
    await #expect(processExitsWith: .success) {
      let manager = try Manager()
      let before = Clock.monotonic()
      try Service.reloading()
      let message = try #require(manager.messages().first)
      let prefix = "RELOADING=1\nMONOTONIC_USEC="
      try #require(message.hasPrefix(prefix))
      let time = try #require(Int64(message.dropFirst(prefix.count)))
      try #require((before...Clock.monotonic()).contains(time))
    }
  }

  @Test func `A line break in a status cannot say anything else to the manager`() async {
    await #expect(processExitsWith: .success) {
      let manager = try Manager()
      try Service.status("one\nSTOPPING=1\r\ntwo")
      try #require(manager.messages() == ["STATUS=one STOPPING=1  two"])
    }
  }

  @Test func `Without a manager nobody is told, and that is no error`() async {
    await #expect(processExitsWith: .success) {
      unsafe unsetenv("NOTIFY_SOCKET")
      try #require(try Service.ready(status: "up") == false)
    }
  }

  @Test func `A manager that went away is an error that names the call`() async {
    await #expect(processExitsWith: .success) {
      unsafe setenv("NOTIFY_SOCKET", "/nowhere/notify", 1)
      let error = #expect(throws: SystemdError.self) { try Service.ready() }
      try #require(error?.description == "sd_notify: No such file or directory")
    }
  }

  @Test(arguments: [
    ("plain", "plain"),
    ("tab\tand\u{1b}escape", "tab and escape"),
    ("next\u{85}line\u{2028}and\u{2029}paragraph", "next line and paragraph"),
    ("e\u{301}té ☕", "e\u{301}té ☕"),
    ("", ""),
  ]) func `A status is one line without control characters`(text: String, line: String) {
    #expect(Service.oneLine(text) == line)
  }

  @Test func `A status goes on after a null character`() {
    #expect(Service.oneLine("a\0b") == "a b")
  }

  @Test func `A status too long for the manager is cut between characters`() {
    let line = Service.oneLine(String(repeating: "☕", count: 2000))
    #expect(line == String(repeating: "☕", count: 341))
  }
}
