package import Application
import Coaching
import Glibc

/// What a program of ours says: on standard output, and on standard error.
package enum Output {
  /// Puts something in the place of each standard descriptor that is closed: the next file that is
  /// opened would get its number, and what is said would go into it.
  package static func fillDescriptors() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
      // Nothing is read from it, and to write to standard output is then an error.
      _ = unsafe open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Says that all is said; some disks tell only here that they kept nothing of it.
  package static func finish() {
    if close(1) != 0, errno != EBADF, errno != EINTR { fail(errno) }
  }

  /// Ends the program where what it says cannot be written; whoever reads no more has read enough.
  private static func fail(_ code: Int32) {
    if code == EPIPE { return }
    let reason = unsafe String(cString: strerror(code))
    complain(
      "what there is to say could not be written: \(reason); what was recorded stays recorded"
    )
    exit(CommandError.Kind.inputOutput.exitCode)
  }

  /// Says on standard error what went wrong.
  package static func complain(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.printable)
    write("coach: \(lines.joined(separator: "\n       "))\n", to: 2)
  }

  /// Says on standard error what went wrong, in the person's language.
  package static func complain(_ error: CommandError) { complain(error.spoken) }

  /// Says on standard error what is amiss, in the person's language.
  package static func complain(_ trouble: Saying) { complain(Spoken.words(for: trouble)) }

  /// Says on standard error what went wrong, and below it where, in lines of one width a character.
  package static func complain(_ text: String, pointing lines: [String]) {
    complain(text)
    write("\n" + lines.map { "  \($0)\n" }.joined(), to: 2)
  }

  /// Writes all of a text; where standard output cannot be written the program ends with 74, but
  /// where nobody reads it any more there is nobody to tell.
  package static func write(_ text: String, to descriptor: Int32) {
    _ = write(Array(text.utf8), to: descriptor)
  }

  /// Writes a part of what a command says; whether anybody reads on.
  package static func stream(_ bytes: [UInt8]) -> Bool { write(bytes, to: 1) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      let code = count < 0 ? errno : 0
      if code == EINTR { continue }
      if code == EAGAIN {
        var reader = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        unsafe poll(&reader, 1, -1)
        continue
      }
      if count <= 0 {
        if descriptor == 1 { fail(code) }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
