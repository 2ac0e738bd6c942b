import Application
import Coaching
import Glibc
import Machine

/// What a person reads a long page with, chosen as git does it.
struct Pager {
  /// What the shell runs.
  private let command: String

  /// The pager for some lines; nil where they fit, where nobody sits at a terminal, or where the
  /// person wants none (an empty `COACH_PAGER`, or `cat`).
  ///
  /// - Parameter lines: How many lines there are to read.
  init?(for lines: Int) {
    guard isatty(1) == 1, lines >= Pager.rows else { return nil }
    let named = Pager.chosen("COACH_PAGER") ?? Pager.chosen("PAGER")
    command = named?.trimmed ?? "less"
    if command.isEmpty || command == "cat" { return nil }
    if named == nil, !Pager.isInstalled("less") { return nil }
  }

  /// Lets the person read a text; false where the pager could not be started.
  func show(_ text: String) -> Bool {
    // Leave where all of it fits, keep colours, leave the screen as it is: git's own choice.
    unsafe setenv("LESS", "FRX", 0)
    unsafe setenv("LV", "-c", 0)
    // The pager is to hear of a terminal that goes; ^C in it is not for us.
    signal(SIGPIPE, SIG_DFL)
    defer { signal(SIGPIPE, SIG_IGN) }
    guard let pipe = unsafe popen(command, "w") else { return false }
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, SIG_DFL) }
    // Whoever leaves it early has read enough.
    _ = unsafe fputs(text, pipe)
    // What the shell ends with where it finds no such program.
    return unsafe pclose(pipe) >> 8 != 127
  }

  /// A variable that may be set to nothing, which then says so.
  private static func chosen(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  private static func isInstalled(_ name: String) -> Bool {
    let path = Environment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").contains { directory in
      unsafe access("\(directory)/\(name)", X_OK) == 0
    }
  }

  /// How many lines the terminal shows; 24 where it does not know.
  private static var rows: Int {
    var size = winsize()
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }
}
