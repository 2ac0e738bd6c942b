import Configuration

/// Where things lie: the one place that says so, for the service and for every command.
struct Paths {
  /// The directory of the person's configuration and own decks.
  var configuration: String
  var ledger: String
  var spool: String
  /// The lock that the running daemon holds, with its process number in it.
  var lock: String
  /// The directory of what was installed: PREFIX/share/coach.
  var shared: String

  init() {
    configuration = "\(Environment.directory("XDG_CONFIG_HOME", default: ".config"))/coach"
    ledger =
      "\(Environment.directory("XDG_DATA_HOME", default: ".local/share"))/coach/ledger.sqlite"
    let state = "\(Environment.directory("XDG_STATE_HOME", default: ".local/state"))/coach"
    spool = "\(state)/spool"
    lock = "\(state)/daemon.lock"
    shared = Paths.shared(besides: Environment.target(of: "/proc/self/exe") ?? "")
  }

  var ownFile: String { "\(configuration)/coach.toml" }
  /// What stands beside the shipped decks: the sources and the glossary.
  var library: String { "\(shared)/decks" }
  var reference: String { "\(shared)/coach.toml" }

  var places: Configuration.Places {
    Configuration.Places(
      files: [ownFile, "/etc/xdg/coach/coach.toml"],
      decks: ["\(configuration)/decks", "\(shared)/decks"],
      ownDecks: "\(configuration)/decks",
      language: Environment.language
    )
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
