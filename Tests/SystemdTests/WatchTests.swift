import Glibc
import Systemd
import Testing

// A close after writing may be told late: a process that another test starts at that moment has
// the file open too, until it runs its program. So batches are compared only where nothing is open.

@Suite struct WatchTests {
  private let directory: Directory
  private let loop: Loop
  private let calls = Calls()
  private let watch: Watch

  /// What each call of the handler brought.
  private final class Calls {
    var all: [[Watch.Change]] = []
    var afterFirst: (() -> Void)?
  }

  init() throws {
    directory = try Directory()
    loop = try Loop()
    watch = try Watch(loop: loop) { [calls] in
      calls.all.append($0)
      calls.afterFirst.take()?()
    }
  }

  /// Lets the loop deliver what has happened.
  private func deliver(_ milliseconds: Int64 = 100) throws {
    #expect(try loop.run(forMilliseconds: milliseconds) == 99)
  }

  private var seen: Set<Watch.Change> {
    Set(calls.all.joined())
  }

  private func change(_ name: String?) -> Watch.Change {
    Watch.Change(directory: directory.path, name: name)
  }

  @Test func `A file renamed into place is seen`() throws {
    try directory.write("coach.toml")
    try watch.add(directory: directory.path, names: ["coach.toml"])
    try directory.write("coach.toml.new")
    try directory.rename("coach.toml.new", "coach.toml")
    try deliver()
    #expect(seen == [change("coach.toml")])
  }

  @Test func `A file that did not exist is seen`() throws {
    try watch.add(directory: directory.path, names: ["coach.toml"])
    try directory.write("coach.toml")
    try deliver()
    #expect(seen == [change("coach.toml")])
  }

  @Test func `A link that appears is seen`() throws {
    try watch.add(directory: directory.path, names: ["localtime"])
    try #require(unsafe symlink("/nowhere", directory.file("localtime")) == 0)
    try deliver()
    #expect(calls.all == [[change("localtime")]])
  }

  @Test func `What happens together is one call that names each file once`() throws {
    try watch.add(directory: directory.path)
    try directory.makeDirectory("a")
    for _ in 0..<10 {
      try directory.rename("a", "b")
      try directory.rename("b", "a")
    }
    try deliver()
    #expect(calls.all == [[change("a"), change("b")]])
  }

  @Test func `Files that went, were moved away or got other attributes are seen`() throws {
    let names = ["gone", "moved", "locked"]
    for name in names { try directory.write(name) }
    try watch.add(directory: directory.path, names: names)
    unsafe unlink(directory.file("gone"))
    try directory.rename("moved", "elsewhere")
    unsafe chmod(directory.file("locked"), 0o400)
    try deliver()
    #expect(seen == Set(names.map(change)))
  }

  @Test func `A file of another name does not call the handler`() throws {
    try watch.add(directory: directory.path, names: ["coach.toml"])
    try directory.write("coach.toml~")
    try directory.write(".coach.toml.swp")
    try deliver()
    #expect(calls.all == [])
  }

  @Test func `Without names every file is seen`() throws {
    try watch.add(directory: directory.path)
    try directory.write("one.toml")
    try directory.write("two.toml")
    try deliver()
    #expect(seen == [change("one.toml"), change("two.toml")])
  }

  @Test func `A missing directory is not watched, until it is there`() throws {
    let path = directory.file("decks")
    #expect(try watch.add(directory: path) == false)
    try directory.makeDirectory("decks")
    #expect(try watch.add(directory: path))
    try directory.write("decks/own.toml")
    try deliver()
    #expect(seen == [Watch.Change(directory: path, name: "own.toml")])
  }

  @Test func `A file where a directory should be is an error`() throws {
    try directory.write("decks")
    let error = #expect(throws: SystemdError.self) {
      try watch.add(directory: directory.file("decks"))
    }
    #expect(error?.description == "inotify_add_watch: Not a directory")
  }

  @Test(arguments: ["rm -r", "mv -t /tmp"])
  func `A directory that goes is reported once, and can be watched again`(
    command: String
  ) throws {
    let name = "decks-\(Clock.monotonic())"
    let path = directory.file(name)
    try directory.makeDirectory(name)
    try watch.add(directory: path, names: ["own.toml"])
    try #require(shell("\(command) '\(path)'") == 0)
    defer { _ = shell("rm -rf /tmp/\(name)") }
    _ = shell("touch /tmp/\(name)/own.toml 2>/dev/null")
    calls.afterFirst = {
      #expect(throws: Never.self) {
        try directory.makeDirectory(name)
        #expect(try watch.add(directory: path, names: ["own.toml"]))
        try directory.makeDirectory("\(name)/own.toml")
      }
    }
    try deliver()
    #expect(
      calls.all == [
        [Watch.Change(directory: path, name: nil)],
        [Watch.Change(directory: path, name: "own.toml")],
      ]
    )
  }

  @Test func `Two who watch one directory under two names both hear`() throws {
    let other = directory.path + "/."
    try watch.add(directory: directory.path, names: ["b"], events: .filesAndWrites)
    try watch.add(directory: other, names: ["a"])
    try watch.add(directory: other, names: ["a"])
    try directory.makeDirectory("a")
    try directory.makeDirectory("b")
    try deliver()
    #expect(calls.all == [[Watch.Change(directory: other, name: "a"), change("b")]])
  }

  @Test func `Only who asked for single writes hears of them`() throws {
    try directory.write("log")
    let descriptor = unsafe open(directory.file("log"), O_WRONLY | O_CLOEXEC)
    defer { close(descriptor) }
    try watch.add(directory: directory.path, names: ["log"], events: .filesAndWrites)
    try watch.add(directory: directory.path + "/.", names: ["log"])
    try #require(unsafe write(descriptor, "x", 1) == 1)
    try deliver()
    #expect(calls.all == [[change("log")]])
  }

  @Test func `When the kernel loses count, every directory may have changed`() throws {
    try watch.add(directory: directory.path, names: ["never"])
    let other = try Directory()
    try watch.add(directory: other.path, names: ["never"])
    try directory.write("a")
    for _ in 0..<10_000 {
      try directory.rename("a", "b")
      try directory.rename("b", "a")
    }
    calls.afterFirst = { loop.exit(0) }
    #expect(try loop.run(forMilliseconds: 20_000) == 0)
    let everything = Set([change(nil), Watch.Change(directory: other.path, name: nil)])
    #expect(seen == everything)
  }

  @Test func `A watch let go of is silent`() throws {
    weak var gone: Watch?
    do {
      let brief = try Watch(loop: loop) { _ in Issue.record("It was let go of.") }
      try brief.add(directory: directory.path)
      gone = brief
    }
    #expect(gone == nil)
    try directory.write("a")
    try deliver()
  }
}
