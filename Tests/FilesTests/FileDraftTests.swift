import Files
import Glibc
import Testing

/// A file made in parts is there whole or not at all.
@Suite struct FileDraftTests {
  private func inDirectory(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/coach-draft-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
    }
    let directory = try #require(made)
    defer {
      for name in (try? File.names(in: directory)) ?? [] {
        try? File.remove("\(directory)/\(name)")
      }
      unsafe rmdir(directory)
    }
    try body(directory)
  }

  @Test func `It is in its place once it is put there, and not before`() throws {
    try inDirectory { directory in
      let path = "\(directory)/life.jsonl"
      let draft = try FileDraft(for: path)
      try draft.add(Array("one\n".utf8))
      #expect(!File.exists(path))
      try draft.add(Array("two\n".utf8))
      try draft.place()
      #expect(try File.read(path) == Array("one\ntwo\n".utf8))
      var status = stat()
      #expect(unsafe stat(path, &status) == 0)
      #expect(status.st_mode & 0o7777 == 0o600)
      #expect(try File.names(in: directory) == ["life.jsonl"])
    }
  }

  @Test func `One that is given up leaves what was there, and nothing beside it`() throws {
    try inDirectory { directory in
      let path = "\(directory)/life.jsonl"
      try File.write(path, Array("before".utf8))
      do {
        let draft = try FileDraft(for: path)
        try draft.add(Array("half".utf8))
      }
      #expect(try File.read(path) == Array("before".utf8))
      #expect(try File.names(in: directory) == ["life.jsonl"])
    }
  }

  @Test func `What is no file is not replaced by one`() throws {
    try inDirectory { directory in
      #expect(throws: FileError.self) { try FileDraft(for: directory) }
      #expect(throws: FileError.self) { try FileDraft(for: "/dev/null") }
    }
  }
}
