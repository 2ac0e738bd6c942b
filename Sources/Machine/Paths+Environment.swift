package import Application
package import Configuration
import Files

extension Paths {
  /// Where things lie for the person who runs this: the one place that says so.
  package init() {
    let state = "\(Environment.directory("XDG_STATE_HOME", default: ".local/state"))/coach"
    let data = Environment.directory("XDG_DATA_HOME", default: ".local/share")
    let cache = Environment.directory("XDG_CACHE_HOME", default: ".cache")
    let program = File.target(of: "/proc/self/exe") ?? ""
    let prefix = Paths.prefix(of: program)
    // A program beside it reads the decks anew: its copies would take the place of those that the
    // daily commands need.
    let own = Configuration.Cache(directory: "\(cache)/coach", program: "/proc/self/exe")
    self.init(
      configuration: "\(Environment.directory("XDG_CONFIG_HOME", default: ".config"))/coach",
      ledger: "\(data)/coach/ledger.sqlite",
      spool: "\(state)/spool",
      lock: "\(state)/daemon.lock",
      shared: Paths.shared(under: prefix),
      cache: program.hasSuffix("/coach") ? own : nil,
      backups: "\(state)/backups",
      home: Environment.home
    )
  }

  package var places: Configuration.Places {
    places(spoken: Environment.language, weekStarts: Environment.weekStarts)
  }

  /// The prefix of an executable, PREFIX/bin/coach or PREFIX/libexec/coach/coach-….
  private static func prefix(of executable: String) -> String {
    let above = File.parent(of: File.parent(of: executable))
    return above.hasSuffix("/libexec") ? File.parent(of: above) : above
  }

  /// What belongs to an executable: PREFIX/share/coach beside PREFIX/bin; in a build directory
  /// the `config` of the checkout above it.
  private static func shared(under prefix: String) -> String {
    let installed = "\(prefix)/share/coach"
    var directory = prefix
    while !File.exists("\(installed)/decks"), !directory.isEmpty {
      if File.exists("\(directory)/Package.swift"), File.exists("\(directory)/config/decks") {
        return "\(directory)/config"
      }
      directory = File.parent(of: directory)
    }
    return installed
  }
}
