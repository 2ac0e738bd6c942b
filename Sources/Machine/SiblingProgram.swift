package import Application
import Coaching
import Files
import Glibc

/// A program beside `coach` that does what is heavy and rare: a check-in links nothing of it.
///
/// It lies in `libexec/coach` of the same prefix; in a build directory beside the program itself.
package struct SiblingProgram {
  private let name: String

  /// - Parameter name: What the program is called, without a directory.
  package init(_ name: String) { self.name = name }

  /// Where the program lies; nil where there is none beside this one.
  package var path: String? {
    let directory = File.parent(of: Version.program)
    let prefix = File.parent(of: directory)
    return ["\(directory)/\(name)", "\(prefix)/libexec/coach/\(name)"].first(where: File.exists)
  }

  var missing: CommandError {
    CommandError(.unavailable, "program-missing", ("name", name), ("path", Version.program))
  }

  /// Goes on as that program, which takes over the process with all that is open.
  ///
  /// - Parameter words: What it is to be told, without its name.
  /// - Throws: When it is not there, or cannot be run; else it never returns.
  package func run(_ words: [String]) throws(CommandError) -> Never {
    guard let path else { throw missing }
    try Program(path).run(words)
  }
}

/// A program that takes the place of this one.
package struct Program {
  private let path: String

  /// - Parameter path: Its path, or a name that PATH finds.
  package init(_ path: String) { self.path = path }

  /// Goes on as that program.
  ///
  /// - Parameter words: What it is to be told, without its name.
  /// - Throws: When it cannot be run; else it never returns.
  package func run(_ words: [String]) throws(CommandError) -> Never {
    // What this program ignores stays ignored in the one that takes its place.
    signal(SIGPIPE, SIG_DFL)
    var copies = unsafe ([path] + words).map { word in unsafe strdup(word) } + [nil]
    unsafe execvp(path, &copies)
    let reason = unsafe String(cString: strerror(errno))
    for place in unsafe copies.indices { unsafe free(copies[place]) }
    let place = ("path", path.printable)
    throw CommandError(.unavailable, "program-not-run", place, ("reason", reason))
  }
}
