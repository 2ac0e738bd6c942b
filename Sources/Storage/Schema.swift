import Coaching

/// The tables of the ledger, one script for each version.
///
/// A script that was published is never changed: the next version is one more.
///
/// | column     | what it holds                                                             |
/// |------------|---------------------------------------------------------------------------|
/// | `sequence` | the position, from 1, without gaps                                        |
/// | `id`       | a random UUID in lower case, so that ledgers can be merged                |
/// | `instant`  | microseconds since 1970-01-01T00:00:00Z                                   |
/// | `zone`     | the name of the zone, `Europe/Berlin`                                     |
/// | `day`      | the person's civil day, `2026-11-22`                                      |
/// | `kind`     | what happened; the kinds are below                                        |
/// | `subject`  | what it happened to                                                       |
/// | `payload`  | a JSON object with its version `v`; members that are empty are left out   |
/// | `checksum` | of all that and of the checksum before it, as 64 bits; see `Chain`        |
///
/// `head` has one row: the `sequence` and the `checksum` of the newest fact.
///
/// Version 6 has the tables of version 5. Each page of 4096 bytes ends with eight that hold a sum
/// of it (`CSeal.h`), so that whoever reads any of it, also of an index, notices what was changed.
/// There is no write-ahead log: what is written is in the file itself once it is acknowledged.
///
/// | kind        | subject              | payload, beside `"v": 1`                               |
/// |-------------|----------------------|--------------------------------------------------------|
/// | `prompted`  | `morning/2026-11-22` | `due`, `until`: as `instant`; `tip`; the lists `cues`, |
/// |             |                      | `questions`, `digest` (prompts) and `entries`          |
/// | `shown`     | the prompt           | `channel`                                              |
/// | `not-shown` | the prompt           | `channel`                                              |
/// | `passed`    | the prompt           | `why`: `off`, `quiet`, `answered`, `day-ended`,        |
/// |             |                      | `paused`, `dropped`, `absent`, `away`, `day-off`,      |
/// |             |                      | `backed-off`, `limit`, `near`                          |
/// | `deferred`  | the prompt           | `why`: `quiet`, `paused`, `near`, `locked`,            |
/// |             |                      | `inactive`, `idle`, `inhibited`, `busy`; each once     |
/// | `unseen`    | `night`              | `from`, `until`: times of day, as the machine saw the  |
/// |             |                      | person last and first again; its `day` is the evening  |
/// | `told`      | `tip/smile`          |                                                        |
/// | `chosen`    | `choice/smile`       | `slot`: `tip` or `another-1`; `draw` as text; the      |
/// |             |                      | version of the `constants`; `claim`, what had the      |
/// |             |                      | first word; `candidates`, a line each: identifier,     |
/// |             |                      | probability, learned, need, repetition                 |
/// | `rated`     | `rating/smile`       | `rating`: `useful`, `not-for-me`                       |
/// | `muted`     | `mute/smile`         |                                                        |
/// | `unmuted`   | `mute/smile`         |                                                        |
/// | `asked`     | `asked/energy`       | a question that is not asked every time                |
/// | `answered`  | `question/sleep`     | `type`, absent where there was no occasion; `answer`   |
/// |             |                      | as it is typed; `note`; `from`; `aim`, what was meant  |
/// |             |                      | then: `done 1/1`, `by 23:00 1/1`, `at-least 7 3/7`;    |
/// |             |                      | `about`, a tip or a post; the list `circles`;          |
/// |             |                      | `fear`, 0 to 10, afterwards; `unit` of a number, which |
/// |             |                      | is a text such as `5.2`, so that it is what was said;  |
/// |             |                      | `file`, and the beginning of its `hash`, that it came  |
/// |             |                      | with                                                   |
/// | `aimed`     | `aim/run`            | `aim`, what is meant from its `day` on: as above       |
/// | `hesitated` | `tip/smile`, or      | `obstacle`, 1 to 5; `fear`, 0 to 10                    |
/// |             | `tip/` with no tip   |                                                        |
/// | `snoozed`   | the prompt           | `until`: as `instant`                                  |
/// | `paused`    | `pause`              | `until`, and `clock` where a moment was named, as      |
/// |             |                      | below; its `day` is that of `until`, or of a longer    |
/// |             |                      | pause that it replaces; it ends all where `until` is   |
/// |             |                      | its `instant`                                          |
/// | `away`      | `away`               | `from`, `through`: as `day`; its `day` is the last;    |
/// |             |                      | `through` before `from` ends what `from` is in         |
/// | `extra`     | `extra`              | `text`; `minutes`; `cost`, `12.50 EUR`; `landed` and   |
/// |             |                      | `dropped`, 1 or 0                                      |
/// | `stepped`   | `programme`          | `step`, from 1 to 4                                    |
/// | `entered`   | `promise/3`          | `kind`, `text`; `to`, `due` as `instant`; where a day  |
/// |             |                      | is meant `whole`, 1, and `clock`, what the clocks show |
/// |             |                      | when it is due, `2026-11-22T18:00:00`; `reserve` in    |
/// |             |                      | seconds, `timing`, `parts` as `name=text`; its `day`   |
/// |             |                      | is that on which it is due, never before the day of    |
/// |             |                      | what was written about it earlier                      |
/// | `edited`    | the entry            | all of it, as in `entered`                             |
/// | `closed`    | the entry            | `how`: `kept`, `released`, `missed`, `dropped`         |
/// | `undone`    | the fact's `id`      |                                                        |
///
/// A fact of another kind, or of a higher `v`, is from a newer version: kept, ignored and counted.
enum Schema {
  /// `application_id`: "Coch" in ASCII; it tells a ledger from every other database.
  static let application: UInt32 = 0x436F_6368

  /// `user_version` of a ledger that this program writes: the tables of the last script, in pages
  /// that are sealed.
  static var version: Int64 { chained + 1 }

  /// The first version with checksums; from it on the facts are chained.
  static var chained: Int64 { Int64(migrations.count) }

  /// The script that leads from each version to the next; a file without a byte has version 0.
  static let migrations = [version1, version2, version3, version4, version5]

  // What is asked today is made of the kinds' own properties; an index that was published stays as
  // it is, and a test tells when the two part: then it is time for a new version.

  /// What a person does and can take back.
  static let isDone = isOneOf(FactKind.allCases.filter(\.isUndoable))

  /// What the coach did not do: what a newer version wrote is taken for a person's.
  static let isByPerson = isNone(of: FactKind.allCases.filter { !$0.isByPerson })

  /// What is said of promises and notes.
  static let isEntry = isOneOf(FactKind.allCases.filter(\.isOfEntry))

  /// What matters on the days before its own.
  static let reachesBack = isOneOf(FactKind.allCases.filter(\.reachesBack))

  private static func isOneOf(_ kinds: [FactKind]) -> String { "kind IN (\(list(kinds)))" }
  private static func isNone(of kinds: [FactKind]) -> String { "kind NOT IN (\(list(kinds)))" }

  private static func list(_ kinds: [FactKind]) -> String {
    kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }

  /// Facts are written once: no change and no removal is let through, by whichever program.
  private static let version1 = """
    CREATE TABLE facts (
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      instant INTEGER NOT NULL,
      zone TEXT NOT NULL,
      day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      payload TEXT NOT NULL CHECK (json_valid(payload) AND json_type(payload, '$.v') IS 'integer')
    ) STRICT;

    CREATE INDEX facts_by_day ON facts (day);
    CREATE INDEX facts_by_subject ON facts (subject, day);
    -- For undo, the newest answer first.
    CREATE INDEX facts_answered ON facts (kind) WHERE kind = 'answered';
    -- One prompt for one occurrence, whichever process writes it.
    CREATE UNIQUE INDEX facts_prompted ON facts (subject) WHERE kind = 'prompted';

    CREATE TRIGGER facts_are_not_changed BEFORE UPDATE ON facts
    BEGIN SELECT RAISE(ABORT, 'a fact is written once'); END;
    CREATE TRIGGER facts_are_not_removed BEFORE DELETE ON facts
    BEGIN SELECT RAISE(ABORT, 'a fact is written once'); END;
    -- REPLACE removes what is in its way without asking the trigger above.
    CREATE TRIGGER facts_are_not_replaced BEFORE INSERT ON facts
    WHEN EXISTS (SELECT 1 FROM facts WHERE sequence = NEW.sequence)
      OR EXISTS (SELECT 1 FROM facts WHERE id = NEW.id)
      OR NEW.kind = 'prompted'
        AND EXISTS (SELECT 1 FROM facts WHERE kind = 'prompted' AND subject = NEW.subject)
    BEGIN SELECT RAISE(ABORT, 'a fact is written once'); END;
    """
  /// Not only answers are taken back: the newest of all that a person did, from the end.
  private static let version2 = """
    DROP INDEX facts_answered;
    CREATE INDEX facts_done ON facts (sequence)
    WHERE kind IN ('answered', 'snoozed', 'paused', 'away');
    """

  /// There is more that can be taken back; the last sign of life, from the end; and promises and
  /// notes, which are recalled however long ago they were made.
  private static let version3 = """
    DROP INDEX facts_done;
    CREATE INDEX facts_done ON facts (sequence)
    WHERE kind IN ('answered', 'snoozed', 'paused', 'away', 'extra', 'stepped', 'entered', \
    'edited', 'closed');
    CREATE INDEX facts_by_person ON facts (sequence)
    WHERE kind NOT IN ('prompted', 'shown', 'not-shown', 'passed', 'deferred', 'unseen', 'told', \
    'chosen', 'asked');
    CREATE INDEX facts_entries ON facts (kind, day, subject)
    WHERE kind IN ('entered', 'edited', 'closed');
    """

  /// Also a hesitation is taken back, and what a person said about tips.
  private static let version4 = """
    DROP INDEX facts_done;
    CREATE INDEX facts_done ON facts (sequence)
    WHERE kind IN ('answered', 'snoozed', 'paused', 'away', 'extra', 'stepped', 'entered', \
    'edited', 'closed', 'hesitated', 'rated', 'muted', 'unmuted');
    """

  /// A fact carries a checksum; `LedgerFile` puts those of the facts there are.
  private static let version5 = """
    ALTER TABLE facts ADD COLUMN checksum INTEGER;
    CREATE TABLE head (
      place INTEGER PRIMARY KEY CHECK (place = 1),
      sequence INTEGER NOT NULL,
      checksum INTEGER NOT NULL
    ) STRICT;
    INSERT INTO head VALUES (1, 0, 0);
    """

  /// Lets checksums be put where there are none yet, and then nothing any more.
  static let allowsChange = "DROP TRIGGER facts_are_not_changed"
  static let forbidsChange = """
    CREATE TRIGGER facts_are_not_changed BEFORE UPDATE ON facts
    BEGIN SELECT RAISE(ABORT, 'a fact is written once'); END
    """
}
