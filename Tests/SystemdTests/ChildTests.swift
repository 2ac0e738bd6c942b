import Glibc
import Systemd
import Testing

@Suite struct ChildTests {
  @Test func `A program reads its input, sees its environment and leaves what it wrote`() throws {
    let script = "read line; echo \"$line $NAME ${HOME-none}\"; echo no >&2; exit 3"
    let end = try run(
      ["/bin/sh", "-c", script],
      environment: ["NAME=value"],
      input: Array("text\n".utf8)
    )
    #expect(end.way == .status(3))
    #expect(text(end.output) == "text value none\n")
    #expect(text(end.complaint) == "no\n")
  }

  @Test func `A program is found by PATH, and its words are no shell's`() throws {
    let end = try run(["echo", "$HOME", "; exit 1"])
    #expect(end.way == .status(0))
    #expect(text(end.output) == "$HOME ; exit 1\n")
  }

  @Test func `What is none cannot be started, and leaves no descriptor`() async {
    await #expect(processExitsWith: .success) {
      let loop = try Loop()
      let before = openDescriptors()
      for _ in 0..<50 {
        do {
          _ = try child(["/nowhere/at/all"], loop) { _ in }
          Issue.record("it was started")
        } catch let error as SystemdError {
          #expect(error.code == ENOENT)
        }
      }
      try #require(openDescriptors() - before < 25)
    }
  }

  @Test func `Its time over, it is killed with all that it started`() throws {
    let directory = try Directory()
    let script = "sleep 60 & echo $! >'\(directory.file("pid"))'; wait"
    let end = try run(["/bin/sh", "-c", script], seconds: 1)
    #expect(end.way == .timeOver)
    #expect(isOver(directory.file("pid")))
  }

  @Test func `What it leaves running in its group goes with it, and is not waited for`() throws {
    let directory = try Directory()
    let script = "sleep 60 & echo $! >'\(directory.file("pid"))'; echo done"
    let end = try run(["/bin/sh", "-c", script])
    #expect(end.way == .status(0))
    #expect(text(end.output) == "done\n")
    #expect(isOver(directory.file("pid")))
  }

  @Test func `A signal that ends it is told`() throws {
    #expect(try run(["/bin/sh", "-c", "kill -TERM $$"]).way == .signal(SIGTERM))
  }

  @Test func `A flood is taken in, and its beginning kept`() throws {
    let end = try run(["head", "--bytes=3000000", "/dev/zero"])
    #expect(end.way == .status(0))
    #expect(end.output.count == 65_536)
  }

  @Test func `A child that is let go of is killed`() async {
    await #expect(processExitsWith: .success) {
      let directory = try Directory()
      let loop = try Loop()
      let script = "echo $$ >'\(directory.file("pid"))'; exec sleep 60"
      var started: Child? = try child(["/bin/sh", "-c", script], loop) { _ in }
      for _ in 0..<500 where shell("test -s '\(directory.file("pid"))'") != 0 { usleep(10_000) }
      try #require(started != nil)
      started = nil
      try #require(isOver(directory.file("pid")))
    }
  }

  private func run(
    _ words: [String],
    environment: [String] = ["PATH=/usr/bin:/bin"],
    input: [UInt8] = [],
    seconds: Int64 = 20
  ) throws -> Child.End {
    let loop = try Loop()
    var end: Child.End?
    let started = try child(words, loop, environment, input, seconds) { came in
      end = came
      loop.exit(0)
    }
    let code = try withExtendedLifetime(started) { try loop.run(forMilliseconds: 30_000) }
    try #require(code == 0)
    return try #require(end)
  }
}

private func child(
  _ words: [String],
  _ loop: Loop,
  _ environment: [String] = ["PATH=/usr/bin:/bin"],
  _ input: [UInt8] = [],
  _ seconds: Int64 = 20,
  _ handler: @escaping (Child.End) -> Void
) throws(SystemdError) -> Child {
  try Child(
    words,
    environment: environment,
    input: input,
    withinSeconds: seconds,
    loop: loop,
    handler: handler
  )
}

/// Whether the process of a number in a file ends; nobody may be there to wait for it.
private func isOver(_ file: String) -> Bool {
  let runs = "grep --quiet '^State:.[^Z]' /proc/$(cat '\(file)')/status 2>/dev/null"
  for _ in 0..<500 where shell(runs) == 0 { usleep(10_000) }
  return shell(runs) != 0
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
