import Glibc
import Systemd
import Testing

/// Lets signals through to this thread, as a process starts out; libdispatch blocks its threads.
func unblock(_ signals: [Int32]) {
  var set = sigset_t()
  unsafe sigemptyset(&set)
  for signal in signals { unsafe sigaddset(&set, signal) }
  unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
}

/// A directory of its own for one test, gone with all its files when the test is over.
final class Directory {
  let path: String

  init() throws(SystemdError) {
    var template = Array("/tmp/systemd-tests.XXXXXX\0".utf8CString)
    guard let made = unsafe mkdtemp(&template) else {
      throw SystemdError(call: "mkdtemp", code: errno)
    }
    path = unsafe String(cString: made)
  }

  deinit {
    _ = shell("rm -rf '\(path)'")
  }

  func file(_ name: String) -> String {
    "\(path)/\(name)"
  }

  /// Writes a file the plain way: open, write, close.
  func write(_ name: String, _ text: String = "text") throws {
    let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try #require(unsafe Glibc.write(descriptor, text, text.utf8.count) == text.utf8.count)
  }

  func makeDirectory(_ name: String) throws {
    try #require(unsafe mkdir(file(name), 0o700) == 0)
  }

  func rename(_ old: String, _ new: String) throws {
    try #require(unsafe Glibc.rename(file(old), file(new)) == 0)
  }
}

/// Runs a shell command and returns its status; 0 is success.
func shell(_ command: String) -> Int32 {
  unsafe system(command)
}

/// The sqlite3 command line with a database open, for as long as the value lives.
@safe
final class OpenSQLite {
  private let pipe: UnsafeMutablePointer<FILE>
  private let path: String

  init(_ path: String) throws {
    self.path = path
    unsafe pipe = try #require(popen("exec sqlite3 '\(path)' >/dev/null", "w"))
    // SQLite touches its files on the first use of a connection; that is over when this returns.
    execute("PRAGMA synchronous=full; SELECT * FROM facts;")
    execute(".shell touch '\(path).open'")
    for _ in 0..<500 where exists("open") == false { usleep(10_000) }
    try #require(exists("open"))
  }

  deinit {
    _ = unsafe pclose(pipe)
  }

  func execute(_ statement: String) {
    unsafe fputs(statement + "\n", pipe)
    unsafe fflush(pipe)
  }

  /// Commits a row, and then makes the file "….committed".
  func commit() {
    execute("INSERT INTO facts VALUES (1);")
    execute(".shell touch '\(path).committed'")
  }

  func exists(_ suffix: String) -> Bool {
    unsafe access("\(path).\(suffix)", F_OK) == 0
  }
}

extension Loop {
  /// Runs for some milliseconds at most, and returns 99 when nobody called `exit` before.
  func run(forMilliseconds limit: Int64) throws(SystemdError) -> Int32 {
    var end: Timer?
    var turns = 5
    end = try timer { [unowned self] in
      // A few turns more, so that on a slow machine whatever else is due comes first.
      turns -= 1
      if turns == 0 { exit(99) }
      try? end?.set(microseconds: 0)
    }
    try end?.set(microseconds: Clock.realtime() + limit * 1000, accuracySeconds: 0)
    defer { end = nil }
    return try run()
  }
}

/// How many descriptors this process has open.
func openDescriptors() -> Int {
  (0..<Int32(1024)).count { fcntl($0, F_GETFD) >= 0 }
}
