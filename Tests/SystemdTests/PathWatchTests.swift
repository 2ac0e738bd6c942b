import Glibc
import Systemd
import Testing

/// A path is watched through whatever it leads through, and whatever becomes of that.
@Suite struct PathWatchTests {
  private let directory: Directory
  private let loop: Loop
  private let seen = Seen()
  private let watch: PathWatch

  private final class Seen {
    var paths: [String] = []
  }

  init() throws {
    directory = try Directory()
    loop = try Loop()
    watch = try PathWatch(loop: loop) { [seen] paths, trouble in
      #expect(trouble == nil)
      seen.paths += paths
    }
  }

  /// What is told of after a shell did something in the directory.
  private func told(after command: String) throws -> Set<String> {
    seen.paths = []
    #expect(shell("cd '\(directory.path)' && \(command)") == 0, "\(command)")
    // A loop runs once only, and this is asked again and again. The kernel has noted all changes
    // by now; a few turns more take in what the first of them led to.
    for _ in 0..<10 { try loop.turn(milliseconds: 10) }
    return Set(seen.paths)
  }

  /// What lies there, what is done to it, and whether the path `home/coach/file` is told of.
  struct Case: CustomTestStringConvertible, Sendable {
    var rule: String
    var given: String
    var done: String
    var isTold: Bool

    init(_ rule: String, _ given: String, _ done: String, isTold: Bool = true) {
      self.rule = rule
      self.given = given
      self.done = done
      self.isTold = isTold
    }

    var testDescription: String { rule }
  }

  static let cases = [
    Case(
      "a file is written",
      "mkdir -p home/coach; echo a >home/coach/file",
      "echo b >home/coach/file"
    ),
    Case(
      "a file is replaced",
      "mkdir -p home/coach; echo a >home/coach/file",
      "echo b >home/coach/new; mv home/coach/new home/coach/file"
    ),
    Case(
      "another file is of no matter",
      "mkdir -p home/coach; echo a >home/coach/file",
      "echo b >home/coach/other; echo b >home/other; echo b >other",
      isTold: false
    ),
    Case(
      "the target of a link is written",
      "mkdir -p home/coach a; echo a >a/file; "
        + "ln -s ../../a/file home/coach/file",
      "echo b >a/file"
    ),
    Case(
      "the target of a link is replaced",
      "mkdir -p home/coach a; echo a >a/file; "
        + "ln -s ../../a/file home/coach/file",
      "echo b >a/new; mv a/new a/file"
    ),
    Case(
      "the target of a link comes",
      "mkdir -p home/coach; ln -s ../../a/file home/coach/file",
      "mkdir a; echo a >a/file"
    ),
    Case(
      "a link is swapped",
      "mkdir -p home/coach a b; echo a >a/file; echo b >b/file; "
        + "ln -s ../../a/file home/coach/file",
      "ln -s ../../b/file home/coach/new; mv -T home/coach/new home/coach/file"
    ),
    Case(
      "a link between is swapped",
      "mkdir -p home/coach a b; echo a >a/file; echo b >b/file; "
        + "ln -s a generation; ln -s ../../generation/file home/coach/file",
      "ln -s b new; mv -T new generation"
    ),
    Case(
      "the third link of a chain is swapped",
      "mkdir -p home/coach a b c d; echo a >d/file; "
        + "ln -s ../d/file c/file; ln -s ../c/file b/file; ln -s ../../b/file home/coach/file",
      "echo b >d/other; ln -s ../d/other c/new; mv -T c/new c/file"
    ),
    Case(
      "a linked directory is swapped",
      "mkdir -p home a b; echo a >a/file; echo b >b/file; "
        + "ln -s ../a home/coach",
      "ln -s ../b home/new; mv -T home/new home/coach"
    ),
    Case(
      "a link far above is swapped",
      "mkdir -p a/coach b/coach; echo a >a/coach/file; "
        + "ln -s a home",
      "ln -s b new; mv -T new home"
    ),
    Case(
      "the file in a linked directory is written",
      "mkdir -p home a; echo a >a/file; "
        + "ln -s ../a home/coach",
      "echo b >a/file"
    ),
    Case("the directory comes into being", "mkdir home", "mkdir home/coach"),
    Case(
      "all of it comes into being at once",
      "true",
      "mkdir -p home/coach; echo a >home/coach/file"
    ),
    Case(
      "a directory above is moved away",
      "mkdir -p home/coach; echo a >home/coach/file",
      "mv home elsewhere"
    ),
    Case(
      "a directory above is replaced",
      "mkdir -p home/coach b/coach; echo a >home/coach/file",
      "mv home elsewhere; mv b home"
    ),
    Case(
      "a directory is removed with all in it",
      "mkdir -p home/coach; echo a >home/coach/file",
      "rm -r home"
    ),
    Case(
      "links in a ring lead nowhere, until one is mended",
      "mkdir -p home/coach; ln -s two home/coach/file; ln -s file home/coach/two",
      "rm home/coach/two; echo a >home/coach/two"
    ),
  ]

  @Test(arguments: cases)
  func `What a path leads to is noticed through every link`(_ each: Case) throws {
    let path = directory.file("home/coach/file")
    try #require(shell("cd '\(directory.path)' && \(each.given)") == 0)
    try watch.watch([PathWatch.Path(path)])
    #expect(try told(after: each.done) == (each.isTold ? [path] : []))
  }

  @Test func `After each change the new way is watched, and the old one no more`() throws {
    let path = directory.file("home/coach/file")
    try #require(shell("cd '\(directory.path)' && mkdir a b; echo a >a/file; echo b >b/file") == 0)
    try watch.watch([PathWatch.Path(path)])
    #expect(try told(after: "mkdir home") == [path])
    #expect(try told(after: "ln -s ../a home/coach") == [path])
    #expect(try told(after: "echo c >a/file") == [path])
    #expect(try told(after: "ln -s ../b home/new; mv -T home/new home/coach") == [path])
    #expect(try told(after: "echo d >b/file") == [path])
    #expect(try told(after: "echo e >a/file; echo e >new") == [])
    #expect(try told(after: "rm -r b; mkdir b") == [path])
    #expect(try told(after: "echo f >b/file") == [path])
  }

  @Test func `In a directory every file is seen, also behind a link of its own`() throws {
    let path = directory.file("decks")
    try watch.watch([PathWatch.Path(path, .directory)])
    #expect(try told(after: "mkdir decks elsewhere") == [path])
    #expect(try told(after: "echo a >decks/one.toml") == [path])
    #expect(try told(after: "echo a >elsewhere/two.toml") == [])
    #expect(try told(after: "ln -s ../elsewhere/two.toml decks/two.toml") == [path])
    #expect(try told(after: "echo b >elsewhere/two.toml") == [path])
    #expect(try told(after: "rm decks/two.toml") == [path])
    #expect(try told(after: "echo c >elsewhere/two.toml") == [])
  }

  @Test func `What lies beside a directory on the way is no change of what is in that`() throws {
    let (ledger, decks) = (directory.file("ledger"), directory.file("decks/daily"))
    try #require(shell("cd '\(directory.path)' && mkdir -p decks/daily; echo a >ledger") == 0)
    try watch.watch([PathWatch.Path(ledger, .fileAndWrites), PathWatch.Path(decks, .directory)])
    #expect(try told(after: "echo b >ledger") == [ledger])
    #expect(try told(after: "echo a >decks/daily/one.toml") == [decks])
    #expect(try told(after: "mv decks away") == [decks])
    #expect(try told(after: "echo c >ledger") == [ledger])
  }

  @Test func `Only who asked for single writes hears of them, also behind a link`() throws {
    try #require(shell("cd '\(directory.path)' && mkdir a; echo a >a/file; ln -s a/file link") == 0)
    let path = directory.file("link")
    let descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    defer { close(descriptor) }
    try watch.watch([PathWatch.Path(path, .fileAndWrites)])
    try #require(unsafe write(descriptor, "x", 1) == 1)
    #expect(try told(after: "true") == [path])
    try watch.watch([PathWatch.Path(path)])
    try #require(unsafe write(descriptor, "x", 1) == 1)
    #expect(try told(after: "true") == [])
  }
}
