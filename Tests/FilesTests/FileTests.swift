import Glibc
import SyncRecorder
import Testing

@testable import Files

/// Files are read whole, and written whole or not at all.
@Suite struct FileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var path: String { "\(scratch.path)/coach.toml" }

  @Test func `What is written is read back, byte for byte`() throws {
    for size in [0, 1, 16_383, 16_384, 16_385, 65_536, 300_000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try File.write(path, bytes)
      #expect(try File.read(path) == bytes)
      #expect(File.readOwn(path) == bytes)
    }
  }

  @Test func `A written file is the person's alone, and no draft is left beside it`() throws {
    try scratch.put("coach.toml", "old")
    try File.write(path, Array("new".utf8))
    #expect(try scratch.text("coach.toml") == "new")
    #expect(scratch.mode("coach.toml") == "600")
    #expect(try File.names(in: scratch.path) == ["coach.toml"])
  }

  @Test func `Missing directories are made for the person alone`() throws {
    try File.write("\(scratch.path)/a/b/coach.toml", [0x0A])
    #expect(scratch.mode("a") == "700")
    #expect(scratch.mode("a/b") == "700")
  }

  @Test func `What is written is on disk, and so are its name and those of its directories`() throws
  {
    unsafe recordSyncs(scratch.path)
    let result = Result { try File.write("\(scratch.path)/a/b/coach.toml", [0x0A]) }
    let noted = unsafe String(cString: recordedSyncs())
    try result.get()
    let draft = "a/b/coach.toml.\(getpid()).new"
    #expect(noted.split(separator: "\n").map(String.init) == [".", "a", draft, "a/b"])
  }

  @Test func `What can be made again waits for no disk, and is whole all the same`() throws {
    let path = "\(scratch.path)/a/b/kept"
    unsafe recordSyncs(scratch.path)
    File.keep(path, [1, 2, 3])
    File.keep(path, [4])
    let noted = unsafe String(cString: recordedSyncs())
    #expect(noted.isEmpty)
    #expect(File.readOwn(path) == [4])
    #expect(try File.names(in: "\(scratch.path)/a/b") == ["kept"])
    #expect(scratch.mode("a/b/kept") == "600")
  }

  @Test func `A link is followed and stays a link`() throws {
    let real = try scratch.put("dotfiles/coach.toml", "old")
    try #require(unsafe symlink(real, path) == 0)
    try File.write(path, Array("new".utf8))
    #expect(File.target(of: path) == File.target(of: real))
    #expect(try scratch.text("dotfiles/coach.toml") == "new")
    #expect(scratch.mode("dotfiles/coach.toml") == "600")
    #expect(File.readOwn(path) == nil, "what is one's own is no link")
  }

  @Test func `A write that fails leaves the old file as it was, and no draft`() throws {
    try scratch.put("coach.toml", "old")
    let draft = "\(path).\(getpid()).new"
    try File.makeDirectories(draft)
    #expect(throws: FileError(call: "open", path: draft, code: EISDIR)) {
      try File.write(path, Array("new".utf8))
    }
    #expect(try scratch.text("coach.toml") == "old")
  }

  @Test func `A rename that fails leaves no draft`() throws {
    try scratch.put("coach.toml/inside", "x")
    #expect(throws: FileError(call: "rename", path: path, code: EISDIR)) {
      try File.write(path, [0x0A])
    }
    #expect(try File.names(in: scratch.path) == ["coach.toml"])
    #expect(try scratch.text("coach.toml/inside") == "x")
  }

  @Test func `A directory in the way is named`() throws {
    let path = try scratch.put("plain", "x")
    #expect(throws: FileError(call: "mkdir", path: "\(path)/a", code: ENOTDIR)) {
      try File.write("\(path)/a/coach.toml", [0x0A])
    }
  }

  @Test func `A file is made for the owner alone and never over another`() throws {
    try File.create(path, contents: "晨")
    #expect(scratch.mode("coach.toml") == "600")
    #expect(throws: FileError(call: "open", path: path, code: EEXIST)) {
      try File.create(path, contents: "b")
    }
    #expect(try scratch.text("coach.toml") == "晨")
  }

  @Test func `A link is not followed to make a file`() throws {
    _ = unsafe symlink("\(scratch.path)/target", path)
    #expect(throws: FileError.self) { try File.create(path, contents: "b") }
    #expect(try File.names(in: scratch.path) == ["coach.toml"])
  }

  @Test(arguments: ["a", "a/b/c", "a//b/", "a/"])
  func `Directories are made as deep as needed, and again`(path: String) throws {
    let path = "\(scratch.path)/\(path)"
    try File.makeDirectories(path)
    try File.makeDirectories(path)
    #expect(scratch.mode(of: path) == "700")
  }

  @Test func `A directory that is there keeps its mode`() throws {
    let path = "\(scratch.path)/shared"
    _ = unsafe mkdir(path, 0o755)
    _ = unsafe chmod(path, 0o755)
    try File.makeDirectories("\(path)/new")
    #expect(scratch.mode("shared") == "755")
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

  @Test func `What is not there is nothing, not a failure`() throws {
    #expect(try File.read("\(scratch.path)/none") == nil)
    let plain = try scratch.put("plain", "x")
    #expect(try File.read("\(plain)/none") == nil)
    #expect(try File.read("/dev/null") == [])
  }

  @Test func `No more is read than may be`() throws {
    try scratch.put("coach.toml", bytes: [UInt8](repeating: 0x20, count: File.limit))
    #expect(try File.read(path)?.count == File.limit)
    try scratch.put("coach.toml", bytes: [UInt8](repeating: 0x20, count: File.limit + 1))
    let failure = FileError(call: "read", path: path, code: EFBIG)
    #expect(throws: failure) { try File.read(path) }
    #expect(throws: FileError(call: "read", path: "/dev/zero", code: EFBIG)) {
      try File.read("/dev/zero")
    }
    #expect(failure.sentence == "\(path): read failed: File too large")
    #expect(try File.read("/proc/self/cmdline")?.isEmpty == false)
  }

  /// What may lie where a file is expected, and what is said of it.
  private static var odd: [(what: String, says: String, make: (String) -> Void)] {
    [
      ("a pipe", "it is a pipe (FIFO), and no file", { _ = unsafe mkfifo($0, 0o600) }),
      ("a directory", "read failed: Is a directory", { _ = unsafe mkdir($0, 0o700) }),
      (
        "a dangling link", "it is a link that leads nowhere",
        { _ = unsafe symlink("/none/at/all", $0) }
      ),
      (
        "a link to itself", "open failed: Too many levels of symbolic links",
        { _ = unsafe symlink($0, $0) }
      ),
      ("no permission", "open failed: Permission denied", { _ = unsafe creat($0, 0) }),
    ]
  }

  @Test(arguments: 0..<5)
  func `What is no file is told apart, and keeps nobody waiting`(number: Int) throws {
    let odd = FileTests.odd[number]
    // Root may read anything.
    if odd.what == "no permission", geteuid() == 0 { return }
    odd.make(path)
    let error = #expect(throws: FileError.self) { try File.read(path) }
    #expect(error?.sentence == "\(path): \(odd.says)", "\(odd.what)")
    #expect(File.readOwn(path) == nil)
  }

  @Test func `A full disk is told with the file's name`() throws {
    let full = unsafe open("/dev/full", O_WRONLY | O_CLOEXEC)
    defer { close(full) }
    let error = #expect(throws: FileError.self) { try File.write(all: [1], to: full, "/dev/full") }
    #expect(error?.sentence == "/dev/full: write failed: No space left on device")
  }

  @Test func `A disk that fails leaves the old file as it was, and no half of another`() throws {
    try scratch.put("coach.toml", "old")
    unsafe recordSyncs(scratch.path)
    failSyncs(0, 1)
    let result = Result { try File.write(path, Array("new".utf8)) }
    _ = unsafe recordedSyncs()
    let draft = "\(path).\(getpid()).new"
    #expect(throws: FileError(call: "fsync", path: draft, code: EIO)) { try result.get() }
    #expect(try scratch.text("coach.toml") == "old")
    #expect(try File.names(in: scratch.path) == ["coach.toml"])
  }
}

/// A lock is held by one, and takes nothing for its file that is none.
@Suite struct FileLockTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var path: String { "\(scratch.path)/lock" }

  @Test func `One holds it at a time, and the file says who`() throws {
    var lock = try FileLock.take(path, saying: "one\n")
    #expect(lock != nil)
    #expect(scratch.mode("lock") == "600")
    #expect(try scratch.text("lock") == "one\n")
    #expect(FileLock.isHeld(path))
    #expect(try FileLock.take(path, saying: "two") == nil)
    #expect(try scratch.text("lock") == "one\n")
    lock?.clear()
    lock = nil
    #expect(!FileLock.isHeld(path))
    #expect(try scratch.text("lock") == "")
    #expect(try FileLock.take(path, saying: "two") != nil)
  }

  @Test func `What lies there and is no file is left as it is, and waited for by nobody`() throws {
    try scratch.put("other", "precious")
    let odd: [(says: String, make: (String) -> Void)] = [
      ("it is a pipe (FIFO), and no file", { _ = unsafe mkfifo($0, 0o600) }),
      ("it is a directory, and no file", { _ = unsafe mkdir($0, 0o700) }),
      ("it is a link, and no file", { _ = unsafe symlink("other", $0) }),
      ("it is a link, and no file", { _ = unsafe symlink($0, $0) }),
    ]
    for (number, odd) in odd.enumerated() {
      let path = "\(self.path)-\(number)"
      odd.make(path)
      let error = #expect(throws: FileError.self) { try FileLock.take(path, saying: "one") }
      #expect(error?.sentence == "\(path): \(odd.says)")
      #expect(!FileLock.isHeld(path))
    }
    #expect(try scratch.text("other") == "precious")
  }
}
