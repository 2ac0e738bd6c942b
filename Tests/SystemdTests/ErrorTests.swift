import Glibc
import Systemd
import Testing

@Suite struct ErrorTests {
  @Test func `An error names the call and what went wrong`() {
    let error = SystemdError(call: "sd_event_add_io", code: EACCES)
    #expect(error.description == "sd_event_add_io: Permission denied")
  }

  @Test func `The negative codes of libsystemd become positive ones`() {
    #expect(SystemdError(call: "sd_notify", code: -EPERM).code == EPERM)
    #expect(SystemdError(call: "sd_notify", code: Int32.min).code == Int32.max)
  }

  @Test func `Waiting for a plain file is an error that names the call`() throws {
    let loop = try Loop()
    let descriptor = unsafe open("/etc/passwd", O_RDONLY)
    defer { close(descriptor) }
    let error = #expect(throws: SystemdError.self) {
      _ = try loop.onReadable(descriptor) {}
    }
    #expect(error?.description == "sd_event_add_io: Operation not permitted")
  }

  @Test func `A loop that has run refuses to run again`() throws {
    let loop = try Loop()
    loop.exit(0)
    #expect(try loop.run() == 0)
    let error = #expect(throws: SystemdError.self) { _ = try loop.run() }
    #expect(error?.call == "sd_event_loop")
  }
}
