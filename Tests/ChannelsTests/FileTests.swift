import Files
import Glibc
import Testing

@testable import Channels

@Suite struct FileTests {
  @Test func `A full disk is told with the file's name`() {
    let full = File.Descriptor(
      number: unsafe open("/dev/full", O_WRONLY | O_CLOEXEC),
      path: "/dev/full"
    )
    defer { File.close(full) }
    let error = #expect(throws: FileError.self) { try File.write([1], to: full) }
    #expect(error?.description == "write /dev/full: No space left on device")
  }
}
