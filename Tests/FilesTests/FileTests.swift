import Configuration
import Glibc
import SyncRecorder
import Testing

/// Files are read whole, and written whole or not at all.
@Suite struct FileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func `What is written is read back, byte for byte`() throws {
    for size in [0, 1, 65_535, 65_536, 65_537, 300_000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try File.write("\(scratch.path)/file", bytes)
      #expect(try File.read("\(scratch.path)/file") == bytes)
    }
  }

  @Test func `A written file is the person's alone, and no draft is left beside it`() throws {
    let old = try scratch.put("coach.toml", "old")
    try File.write(old, Array("new".utf8))
    #expect(try scratch.text("coach.toml") == "new")
    #expect(scratch.mode("coach.toml") == "600")
    #expect(scratch.names == ["coach.toml"])
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

  @Test func `A link is followed and stays a link`() throws {
    let real = try scratch.put("dotfiles/coach.toml", "old")
    let link = "\(scratch.path)/coach.toml"
    try #require(unsafe symlink(real, link) == 0)
    try File.write(link, Array("new".utf8))
    var status = stat()
    try #require(unsafe lstat(link, &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(try scratch.text("dotfiles/coach.toml") == "new")
    #expect(scratch.mode("dotfiles/coach.toml") == "600")
  }

  @Test func `A write that fails leaves the old file as it was, and no draft`() throws {
    let path = try scratch.put("coach.toml", "old")
    let draft = "\(path).\(getpid()).new"
    try File.makeDirectory(draft)
    #expect(throws: File.Failure(path: draft, call: "open", code: EISDIR)) {
      try File.write(path, Array("new".utf8))
    }
    #expect(try scratch.text("coach.toml") == "old")
  }

  @Test func `A rename that fails leaves no draft`() throws {
    let path = "\(scratch.path)/coach.toml"
    try scratch.put("coach.toml/inside", "x")
    #expect(throws: File.Failure(path: path, call: "rename", code: EISDIR)) {
      try File.write(path, [0x0A])
    }
    #expect(scratch.names == ["coach.toml"])
    #expect(try scratch.text("coach.toml/inside") == "x")
  }

  @Test func `A directory in the way is named`() throws {
    let path = try scratch.put("plain", "x")
    #expect(throws: File.Failure(path: "\(path)/a", call: "mkdir", code: ENOTDIR)) {
      try File.write("\(path)/a/coach.toml", [0x0A])
    }
  }

  @Test func `What is not there is nothing, not a failure`() throws {
    #expect(try File.read("\(scratch.path)/none") == nil)
    let plain = try scratch.put("plain", "x")
    #expect(try File.read("\(plain)/none") == nil)
  }

  @Test func `No more than 4 MiB are read`() throws {
    let limit = 4 << 20
    let path = try scratch.put("large", bytes: [UInt8](repeating: 0x20, count: limit))
    #expect(try File.read(path)?.count == limit)
    try scratch.put("large", bytes: [UInt8](repeating: 0x20, count: limit + 1))
    let failure = File.Failure(path: path, call: "read", code: EFBIG)
    #expect(throws: failure) { try File.read(path) }
    #expect(throws: (File.Failure).self) { try File.read("/dev/zero") }
    #expect(failure.description == "\(path): read failed: File too large")
  }
}
