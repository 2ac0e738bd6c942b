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

  /// The facts of some days, and what reaches beyond them: what silences the coach later on, and
  /// the prompts that a clock decided which ran ahead.
  static let aroundDays = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_day
    WHERE day >= ?1 AND (day <= ?2 OR kind IN ('paused', 'away', 'undone', 'prompted'))
    ORDER BY sequence
    """

  static let answersOfDays = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_day
    WHERE day BETWEEN ?1 AND ?2 AND kind = 'answered' AND \(stands) ORDER BY sequence
    """

  /// The answers to some questions, a JSON list of their subjects, on some days.
  static let answersToSome = """
    SELECT \(columns) FROM json_each(?1) CROSS JOIN facts INDEXED BY facts_by_subject
    WHERE subject = value AND day BETWEEN ?2 AND ?3 AND facts.kind = 'answered' AND \(stands)
    ORDER BY sequence
    """

  static let lastAnswerTo = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_subject
    WHERE subject = ?1 AND day = ?2 AND kind = 'answered' AND \(stands)
    ORDER BY sequence DESC LIMIT 1
    """

  /// All that stands of the answers to some questions, a JSON list of their subjects.
  ///
  /// In the order of writing, which is that of the pages: question by question it would read each
  /// page again and again. A payload is parsed once, for all that is asked of it.
  static let histories = """
    SELECT \(said) FROM facts INDEXED BY facts_done
    WHERE \(Schema.isDone) AND kind = 'answered' AND day <= ?2
      AND subject IN (SELECT value FROM json_each(?1))
      AND id NOT IN (\(takenBack))
    ORDER BY sequence
    """

  /// The same from a day on: few of many, which the index of days finds.
  static let historiesSince = """
    SELECT \(said) FROM facts INDEXED BY facts_by_day
    WHERE kind = 'answered' AND day BETWEEN ?3 AND ?2
      AND subject IN (SELECT value FROM json_each(?1)) AND \(stands)
    ORDER BY sequence
    """

  /// The last answer to one question before a day: from it on, its days are judged.
  static let lastBefore = """
    SELECT \(said) FROM facts INDEXED BY facts_by_subject
    WHERE subject = ?1 AND day < ?2 AND kind = 'answered' AND \(stands)
    ORDER BY day DESC, sequence DESC LIMIT 1
    """

  private static let said = """
    sequence, day, subject, json_extract(payload, '$.v', '$.type', '$.answer', '$.aim')
    """

  /// What was taken back.
  ///
  /// Its subjects are identifiers, which have a length of their own.
  private static let takenBack = """
    SELECT subject FROM facts INDEXED BY facts_by_subject
    WHERE subject BETWEEN '0' AND 'g' AND length(subject) = 36 AND kind = 'undone'
    """

  static let elements = "SELECT value FROM json_each(?1)"

  /// The prompts through a day, with the questions that each asked.
  static let asked = """
    SELECT day, json_extract(payload, '$.questions')
    FROM facts INDEXED BY facts_prompted
    WHERE kind = 'prompted' AND day <= ?1
    """

  static let absences = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_subject
    WHERE subject = 'away' AND kind = 'away' AND \(stands) ORDER BY day, sequence
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

  /// Of some tips, a JSON list of their subjects: when each was last told.
  static let lastTold = """
    SELECT value, (SELECT day FROM facts INDEXED BY facts_by_subject
      WHERE subject = 'tip/' || value AND day < ?2 AND kind IN ('told', 'hesitated')
      ORDER BY day DESC LIMIT 1)
    FROM json_each(?1)
    """

  /// Of some tips: what was said about each since a day and before another.
  static let ratings = """
    SELECT \(columns) FROM json_each(?1) CROSS JOIN facts INDEXED BY facts_by_subject
    WHERE subject = 'rating/' || value AND day >= ?2 AND day < ?3 AND kind = 'rated'
    ORDER BY sequence
    """

  /// Of some tips: those that were muted before a day, and not heard of since.
  static let muted = """
    SELECT value FROM json_each(?1)
    WHERE (SELECT kind FROM facts INDEXED BY facts_by_subject
      WHERE subject = 'mute/' || value AND day < ?2
      ORDER BY day DESC, sequence DESC LIMIT 1) = 'muted'
    """

  /// Of some questions, a JSON list of their names: when each was last asked before a day.
  static let lastAsked = """
    SELECT value, (SELECT day FROM facts INDEXED BY facts_by_subject
      WHERE subject = 'asked/' || value AND day < ?2 AND kind = 'asked' ORDER BY day DESC LIMIT 1)
    FROM json_each(?1)
    """

  /// Of some questions: the last answers to each before a day that stand.
  static let lastAnswers = """
    SELECT \(columns) FROM json_each(?1) CROSS JOIN facts WHERE sequence IN (
      SELECT past.sequence FROM facts AS past INDEXED BY facts_by_subject
      WHERE past.subject = 'question/' || value AND past.day < ?2 AND past.kind = 'answered'
        AND NOT EXISTS (SELECT 1 FROM facts AS later INDEXED BY facts_by_subject
          WHERE later.subject = past.id AND later.kind = 'undone')
      ORDER BY past.day DESC, past.sequence DESC LIMIT ?3)
    ORDER BY sequence
    """

  static let firstID = "SELECT id FROM facts WHERE sequence = (SELECT min(sequence) FROM facts)"

  /// Text that is not JSON, which only a damaged file can hold, has no leaves.
  static let leaves = """
    SELECT fullkey, atom FROM json_tree(CASE WHEN json_valid(?1) THEN ?1 ELSE '{}' END)
    WHERE atom IS NOT NULL
    """

  private static let columns = "sequence, facts.id, instant, zone, day, kind, subject, payload"

  private static let stands = """
    NOT EXISTS (SELECT 1 FROM facts AS later INDEXED BY facts_by_subject
      WHERE later.subject = facts.id AND later.kind = 'undone')
    """
}
