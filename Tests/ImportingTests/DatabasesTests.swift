import CSQLite
import Interchange
import Testing

@testable import Importing

/// Databases of other programs, made here as those make them.
@Suite struct DatabasesTests {
  private func said(_ script: String) throws -> [String] {
    var said: [String] = []
    try inTemporaryDirectory { directory in
      let path = "\(directory)/a.db"
      var handle: OpaquePointer?
      #expect(unsafe sqlite3_open(path, &handle) == SQLITE_OK)
      #expect(unsafe sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK, "\(script)")
      unsafe sqlite3_close(handle)
      said = told(path, try options())
    }
    return said
  }

  private static let oldest = """
    PRAGMA user_version = 9;
    CREATE TABLE Habits (Id INTEGER PRIMARY KEY, archived INTEGER, color INTEGER,
      description TEXT, freq_den INTEGER, freq_num INTEGER, highlight INTEGER, name TEXT,
      position INTEGER);
    CREATE TABLE Repetitions (Id INTEGER PRIMARY KEY, habit INTEGER, timestamp INTEGER);
    INSERT INTO Habits VALUES (7, 0, 0, 'Up by six?', 7, 3, 0, 'Wake', 1), (3, 1, 0, '', 1, 1, 0,
      'Read', 0);
    INSERT INTO Repetitions VALUES (1, 7, 1767225600000), (2, 7, 1767225600000),
      (3, 3, 1767312000000), (4, 99, 1767312000000), (5, NULL, 1767312000000);
    """

  @Test func `The oldest of Loop has repetitions alone, some twice, some of nothing`() throws {
    #expect(
      try said(Self.oldest) == [
        "loop-db", "Read: yes-no done 1/1 archived", "Wake: yes-no done 3/7", "0 2026-01-02 yes",
        "1 2026-01-01 yes", "without 1 answers for a day that had one before of 1",
        "without 2 entries of no habit or no day",
      ]
    )
  }

  private static let newest = """
    PRAGMA user_version = 25;
    CREATE TABLE Habits (id INTEGER PRIMARY KEY, archived INTEGER, color INTEGER,
      description TEXT, freq_den INTEGER, freq_num INTEGER, highlight INTEGER, name TEXT,
      position INTEGER, reminder_hour INTEGER, reminder_min INTEGER, reminder_days INTEGER,
      type INTEGER, target_type INTEGER, target_value REAL, unit TEXT, question TEXT, uuid TEXT);
    CREATE TABLE Repetitions (id INTEGER PRIMARY KEY, habit INTEGER, timestamp INTEGER,
      value INTEGER, notes TEXT);
    INSERT INTO Habits VALUES (1, 0, 0, 'memo', 30, 1, 0, 'Run', 0, NULL, NULL, 127, 1, 1, 12.5,
      'km', 'How far?', 'aa'), (2, 0, 0, '', 1, 1, 0, 'Read', 1, NULL, NULL, 127, 0, 0, 0, '',
      'Did you read?', 'bb');
    INSERT INTO Repetitions VALUES (1, 1, 1767225600000, 5250, 'in the rain'),
      (2, 1, 1767312000000, 0, ''), (3, 1, 1767398400000, 3, ''), (4, 2, 1767225600000, 0, 'x'),
      (5, 2, 1767312000000, 1, ''), (6, 2, 1767398400000, 3, ''), (7, 2, -86400000, 2, ''),
      (8, 2, 1767484800000, -1, '');
    """

  @Test func `The newest of Loop has amounts, notes and names that stay`() throws {
    #expect(
      try said(Self.newest) == [
        "loop-db", "Run: number at most 12.5 km 1/30", "Read: yes-no done 1/1",
        "0 2026-01-01 5.25 (in the rain)", "0 2026-01-02 0", "0 2026-01-03 skip",
        "1 1969-12-31 yes", "1 2026-01-01 no (x)", "1 2026-01-03 skip",
        "without 1 days that Loop counted by itself (YES_AUTO), which nobody answered of 1",
      ]
    )
  }

  @Test(arguments: [8, 26, 999])
  func `Of another version it is refused`(version: Int) throws {
    let script = Self.newest.replacing("= 25", with: "= \(version)")
    #expect(
      try said(script) == [
        "loop-db",
        "refused: it is of version \(version) of Loop's database; 9 to 25 are read",
      ]
    )
  }

  @Test func `A view in the place of a table is not asked anything`() throws {
    let script = """
      PRAGMA user_version = 25;
      CREATE TABLE Repetitions (id INTEGER, habit INTEGER, timestamp INTEGER, value INTEGER);
      CREATE VIEW Habits AS WITH RECURSIVE endless(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM
        endless) SELECT id, 'a' AS name, 1 AS freq_num, 1 AS freq_den FROM endless;
      """
    #expect(try said(script) == ["loop-db", "refused: the table “Habits” is missing"])
  }

  @Test func `Health Connect knows how far the clocks were from UTC, at each end`() throws {
    let script = """
      CREATE TABLE sleep_session_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB,
        start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER,
        local_date INTEGER, notes TEXT, title TEXT);
      INSERT INTO sleep_session_record_table VALUES (1, x'00ff', 1792875600000, 7200, 1792908000000,
        3600, 0, 'well', NULL);
      """
    #expect(
      try said(script) == [
        "health-connect", "night 2026-10-24 23:00 to 2026-10-25 07:00 +02:00 540 min (well)",
      ]
    )
  }

  @Test func `A database of something else is nothing that is known`() throws {
    let said = try said("CREATE TABLE a (b)")
    #expect(said[0].hasPrefix("refused: it is nothing that is known"))
  }
}
