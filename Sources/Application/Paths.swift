package import Coaching
package import Configuration
import Files

/// Where things lie, for the service and for every command.
package struct Paths {
  /// The directory of the person's configuration and own decks.
  package var configuration: String
  package var ledger: String
  package var spool: String
  /// The lock that the running daemon holds, with its process number in it.
  package var lock: String
  /// The directory of what was installed: PREFIX/share/coach.
  package var shared: String
  /// Where copies of what the decks say are kept; nil where none are.
  package var cache: Configuration.Cache?
  /// The directory of the daily backups, unless the person named another.
  package var backups: String
  /// The person's home directory, for what they name by “~/”.
  package var home: String

  package init(
    configuration: String,
    ledger: String,
    spool: String,
    lock: String,
    shared: String,
    cache: Configuration.Cache? = nil,
    backups: String = "",
    home: String = ""
  ) {
    self.configuration = configuration
    self.ledger = ledger
    self.spool = spool
    self.lock = lock
    self.shared = shared
    self.cache = cache
    self.backups = backups
    self.home = home
  }

  /// The directory of the daily backups; nil where the person wants none.
  package func backups(_ settings: Settings.Backup) -> String? {
    if settings.isOff { return nil }
    guard let own = settings.directory else { return backups }
    return own.hasPrefix("~/") ? home + own.dropFirst() : own
  }

  package var ownFile: String { "\(configuration)/coach.toml" }
  /// What stands beside the shipped decks: the sources and the glossary.
  package var library: String { "\(shared)/decks" }
  package var reference: String { "\(shared)/coach.toml" }
  /// The same with its comments in a language, which may have none of its own.
  package func reference(in language: Language) -> String {
    "\(shared)/coach.\(language.rawValue).toml"
  }

  /// Where a report is put unless another place is named.
  package var report: String { "\(File.parent(of: lock))/report.html" }

  /// Where it is kept what the person was told of that only they can mend.
  package var told: String { "\(File.parent(of: lock))/told" }

  /// Where a configuration is looked for.
  ///
  /// - Parameters:
  ///   - language: The language that is spoken where none is configured.
  ///   - weekStarts: The first day of a week where none is configured.
  /// - Returns: The places.
  package func places(
    spoken language: Language,
    weekStarts: Weekday = .monday
  ) -> Configuration.Places {
    Configuration.Places(
      files: [ownFile, "/etc/xdg/coach/coach.toml"],
      decks: ["\(configuration)/decks", "\(shared)/decks"],
      ownDecks: "\(configuration)/decks",
      language: language,
      cache: cache,
      weekStarts: weekStarts
    )
  }
}
