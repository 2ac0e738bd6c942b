import Glibc
import Testing

@testable import Channels

@Suite struct FileTests {
  private let scratch = Scratch()

  @Test func `A full disk is told with the file's name`() {
    let full = File.Descriptor(
      number: unsafe open("/dev/full", O_WRONLY | O_CLOEXEC),
      path: "/dev/full"
    )
    defer { File.close(full) }
    let error = #expect(throws: FileError.self) { try File.write([1], to: full) }
    #expect(error?.description == "write /dev/full: No space left on device")
  }

  @Test func `A file is made for the owner alone and never over another`() throws {
    let path = "\(scratch.path)/a"
    try File.create(path, contents: "晨")
    #expect(Scratch.mode(path) == "600")
    #expect(Scratch.read(path) == "晨")
    let error = #expect(throws: FileError.self) { try File.create(path, contents: "b") }
    #expect(error == FileError(call: "open", path: path, code: EEXIST))
    #expect(Scratch.read(path) == "晨")
  }

  @Test func `A link is not followed to write`() throws {
    let path = "\(scratch.path)/link"
    _ = unsafe symlink("\(scratch.path)/target", path)
    #expect(throws: FileError.self) { try File.create(path, contents: "b") }
    #expect(try File.names(in: scratch.path) == ["link"])
  }

  @Test(arguments: ["a", "a/b/c", "a//b/", "a/"])
  func `Directories are made as deep as needed, and again`(path: String) throws {
    let path = "\(scratch.path)/\(path)"
    try File.makeDirectories(path)
    try File.makeDirectories(path)
    #expect(Scratch.mode(path) == "700")
  }

  @Test func `A directory that is there keeps its mode`() throws {
    let path = "\(scratch.path)/shared"
    _ = unsafe mkdir(path, 0o755)
    _ = unsafe chmod(path, 0o755)
    try File.makeDirectories("\(path)/new")
    #expect(Scratch.mode(path) == "755")
  }

  @Test func `A directory that cannot be made ends the attempt`() {
    let error = #expect(throws: FileError.self) { try File.makeDirectories("/proc/coach/new") }
    #expect(error?.path == "/proc/coach")
  }

  @Test func `A name that is not UTF-8 is left out`() throws {
    try File.create("\(scratch.path)/b", contents: "")
    var path = Array("\(scratch.path)/".utf8).map { CChar(bitPattern: $0) }
    path += [CChar(bitPattern: 0xFF), 0]
    let file = unsafe path.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe creat($0, 0o600) } ?? -1
    }
    close(file)
    #expect(try File.names(in: scratch.path) == ["b"])
    _ = unsafe path.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe unlink($0) }
    }
  }
}
