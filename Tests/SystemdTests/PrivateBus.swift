import Glibc
import Testing

/// A real bus of its own for one test; it can die, and another can take its place.
@safe
final class PrivateBus {
  let address: String
  private let directory: Directory
  private var output: UnsafeMutablePointer<FILE>?
  private var process: pid_t = 0

  init() throws {
    directory = try Directory()
    address = "unix:path=\(directory.file("bus"))"
  }

  deinit {
    die()
  }

  /// Starts it, and returns when it listens.
  func start() throws {
    let options = "--address='\(address)' --nofork --nopidfile --nosyslog --print-pid 2>/dev/null"
    let command = "exec dbus-daemon --config-file='\(here)/Bus/bus.conf' \(options)"
    let started = unsafe popen(command, "r")
    unsafe output = started
    var line = [CChar](repeating: 0, count: 32)
    // Without dbus-daemon it says nothing.
    _ = unsafe fgets(&line, Int32(line.count), started)
    process = unsafe atoi(line)
    try #require(process > 0)
  }

  func die() {
    guard let output = unsafe output else { return }
    // Not SIGTERM, which it inherits blocked from the threads of the tests.
    if process > 0 { kill(process, SIGKILL) }
    _ = unsafe pclose(output)
    unsafe self.output = nil
  }

  /// Somebody on it who owns a name: speaker.py, or another program of that directory.
  func speaker(_ name: String, program: String = "speaker.py") throws -> Speaker {
    try Speaker(program, address, name, ready: directory.file("\(name).ready"))
  }
}

/// Somebody who says on a bus what it is told to.
@safe
final class Speaker {
  private let pipe: UnsafeMutablePointer<FILE>

  init(_ program: String, _ address: String, _ name: String, ready: String) throws {
    let command = "exec '\(here)/Bus/\(program)' '\(address)' '\(name)' >'\(ready)'"
    unsafe pipe = try #require(popen(command, "w"))
    var status = stat()
    for _ in 0..<1000 {
      if unsafe stat(ready, &status) == 0, status.st_size > 0 { break }
      usleep(10_000)
    }
    // Without python3-dbus it never is.
    try #require(status.st_size > 0, "\(name) is not there")
  }

  deinit {
    _ = unsafe pclose(pipe)
  }

  /// Says a signal, “PATH INTERFACE MEMBER true|false [DESTINATION]”.
  func say(_ line: String) {
    unsafe fputs(line + "\n", pipe)
    unsafe fflush(pipe)
  }
}

/// The directory of all tests.
private let here = String(#filePath.split(separator: "/SystemdTests/")[0])
