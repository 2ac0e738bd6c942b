/// The questions in SQL; the indices are named, so that none can turn into a search of the table.
enum Query {
  static let insert = """
    INSERT INTO facts (id, instant, zone, day, kind, subject, payload)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING sequence
    """

  static let ofDays = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_day
    WHERE day BETWEEN ?1 AND ?2 ORDER BY sequence
    """

  /// The facts of some days, and what reaches beyond them: what silences the coach later on.
  static let aroundDays = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_day
    WHERE day >= ?1 AND (day <= ?2 OR kind IN ('paused', 'away', 'undone')) ORDER BY sequence
    """

  static let answersOfDays = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_day
    WHERE day BETWEEN ?1 AND ?2 AND kind = 'answered' AND \(stands) ORDER BY sequence
    """

  static let lastAnswerTo = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_subject
    WHERE subject = ?1 AND day = ?2 AND kind = 'answered' AND \(stands)
    ORDER BY sequence DESC LIMIT 1
    """

  static let lastDone = """
    SELECT \(columns) FROM facts INDEXED BY facts_done
    WHERE \(Schema.isDone) AND \(stands) ORDER BY sequence DESC LIMIT ?1
    """

  static let firstInstant = """
    SELECT instant FROM facts WHERE sequence = (SELECT min(sequence) FROM facts)
    """

  static let lastSequence = "SELECT ifnull(max(sequence), 0) FROM facts"

  static let isPrompted = """
    SELECT 1 FROM facts INDEXED BY facts_prompted WHERE kind = 'prompted' AND subject = ?1
    """

  static let lastTold = """
    SELECT day FROM facts INDEXED BY facts_by_subject
    WHERE subject = ?1 AND day < ?2 AND kind = 'told' ORDER BY day DESC LIMIT 1
    """

  /// Text that is not JSON, which only a damaged file can hold, has no leaves.
  static let leaves = """
    SELECT fullkey, atom FROM json_tree(CASE WHEN json_valid(?1) THEN ?1 ELSE '{}' END)
    WHERE atom IS NOT NULL
    """

  private static let columns = "sequence, id, instant, zone, day, kind, subject, payload"

  private static let stands = """
    NOT EXISTS (SELECT 1 FROM facts AS later INDEXED BY facts_by_subject
      WHERE later.subject = facts.id AND later.kind = 'undone')
    """
}
