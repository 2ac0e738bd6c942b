import Application
import Configuration
import Files

extension Paths {
  /// Where things lie for the person who runs this: the one place that says so.
  init() {
    let state = "\(Environment.directory("XDG_STATE_HOME", default: ".local/state"))/coach"
    let data = Environment.directory("XDG_DATA_HOME", default: ".local/share")
    let cache = Environment.directory("XDG_CACHE_HOME", default: ".cache")
    let program = "/proc/self/exe"
    self.init(
      configuration: "\(Environment.directory("XDG_CONFIG_HOME", default: ".config"))/coach",
      ledger: "\(data)/coach/ledger.sqlite",
      spool: "\(state)/spool",
      lock: "\(state)/daemon.lock",
      shared: Paths.shared(besides: File.target(of: program) ?? ""),
      cache: Configuration.Cache(directory: "\(cache)/coach", program: program)
    )
  }

  var places: Configuration.Places {
    places(spoken: Environment.language, weekStarts: Environment.weekStarts)
  }

  /// What belongs to an executable: PREFIX/share/coach beside PREFIX/bin; in a build directory
  /// the `config` of the checkout above it.
  private static func shared(besides executable: String) -> String {
    let prefix = File.parent(of: File.parent(of: executable))
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
