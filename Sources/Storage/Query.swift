/// The questions in SQL; the indices are named, so that none can turn into a search of the table.
enum Query {
  static let insert = """
    INSERT INTO facts (sequence, id, instant, zone, day, kind, subject, payload, checksum)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    """

  /// As versions before 5 have it.
  static let insertUnchained = """
    INSERT INTO facts (sequence, id, instant, zone, day, kind, subject, payload)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    """

  static let head = "SELECT sequence, checksum FROM head"

  static let putHead = "UPDATE head SET sequence = ?1, checksum = ?2"

  static let putChecksum = "UPDATE facts SET checksum = ?2 WHERE sequence = ?1"

  /// Whether the newest fact is the one that the head tells of.
  static let isHead = """
    SELECT 1 FROM head
    WHERE sequence = (SELECT ifnull(max(sequence), 0) FROM facts)
      AND (sequence = 0 OR checksum = (SELECT checksum FROM facts WHERE sequence = head.sequence))
    """

  /// Some facts after one, by their own order alone.
  static let ofSequences = """
    SELECT sequence, id, instant, zone, day, kind, subject, payload, checksum FROM facts NOT INDEXED
    WHERE sequence > ?1 ORDER BY sequence LIMIT 500
    """

  static let next = """
    SELECT sequence, id, instant, zone, day, kind, subject, payload, checksum FROM facts NOT INDEXED
    WHERE sequence > ?1 ORDER BY sequence LIMIT 1
    """

  /// Some facts after one and up to another, in their own order.
  static let after = """
    SELECT sequence, id, instant, zone, day, kind, subject, payload, checksum FROM facts NOT INDEXED
    WHERE sequence > ?1 AND sequence <= ?2 ORDER BY sequence LIMIT 4000
    """

  /// As versions before 5 have it.
  static let afterUnchained = """
    SELECT sequence, id, instant, zone, day, kind, subject, payload, NULL FROM facts NOT INDEXED
    WHERE sequence > ?1 AND sequence <= ?2 ORDER BY sequence LIMIT 4000
    """

  /// All answers of some days that stand, up to a fact, and what is in them.
  static let wholeAnswers = """
    SELECT \(columns), json_extract(payload, '$.answer'), json_extract(payload, '$.note'),
      json_extract(payload, '$.from'), json_extract(payload, '$.unit')
    FROM facts INDEXED BY facts_by_day
    WHERE day BETWEEN ?1 AND ?2 AND sequence <= ?3 AND kind = 'answered' AND \(stands)
    ORDER BY day, sequence
    """

  /// The first day after one that anything was written down for.
  static let nextDay = """
    SELECT day FROM facts INDEXED BY facts_by_day WHERE day > ?1 ORDER BY day LIMIT 1
    """

  static let lastZone = "SELECT zone FROM facts ORDER BY sequence DESC LIMIT 1"

  /// Which of some facts are there, a JSON list of their identifiers.
  static let areThere = """
    SELECT count(*) FROM facts WHERE id IN (SELECT value FROM json_each(?1))
    """

  static let ofDays = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_day
    WHERE day BETWEEN ?1 AND ?2 ORDER BY sequence
    """

  /// The facts of some days, and what reaches beyond them: what silences the coach later on, and
  /// the prompts that a clock decided which ran ahead.
  static let aroundDays = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_day
    WHERE day >= ?1 AND (day <= ?2 OR \(Schema.reachesBack))
    ORDER BY sequence
    """

  static let answersOfDays = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_day
    WHERE day BETWEEN ?1 AND ?2 AND kind = 'answered' AND \(stands) ORDER BY sequence
    """

  /// The tips of the day that were told on some days; it cannot be taken back.
  static let toldOfDays = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_day
    WHERE day BETWEEN ?1 AND ?2 AND kind = 'told' ORDER BY sequence
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

  /// All answers and prompts through a day.
  ///
  /// The whole table in its own order: an index would lead to most of its rows all the same. What
  /// was taken back is among them: to ask that of each would take as long again. The plus signs
  /// keep SQLite from looking each kind up in a list of two, which takes a quarter of the time.
  static let histories = """
    SELECT \(history) FROM facts NOT INDEXED
    WHERE (+kind = 'answered' OR +kind = 'prompted') AND day <= ?1 ORDER BY sequence
    """

  /// Where what was taken back stands, in order.
  ///
  /// The subject of an undoing is an identifier, which has a length of its own.
  static let takenBack = """
    SELECT sequence FROM facts WHERE id IN (
      SELECT subject FROM facts INDEXED BY facts_by_subject
      WHERE subject BETWEEN '0' AND 'g' AND length(subject) = 36 AND kind = 'undone')
    ORDER BY sequence
    """

  /// The answers to some questions, a JSON list of their subjects, from a day on: few of many,
  /// which the index of days finds.
  static let answersSince = """
    SELECT \(history) FROM facts INDEXED BY facts_by_day
    WHERE kind = 'answered' AND day BETWEEN ?3 AND ?2
      AND subject IN (SELECT value FROM json_each(?1)) AND \(stands)
    ORDER BY sequence
    """

  /// The answers to one question before a day, the newest day first, in the order of their index:
  /// whoever walks through them stops where they know enough.
  static let answersBefore = """
    SELECT \(history) FROM facts INDEXED BY facts_by_subject
    WHERE subject = ?1 AND day < ?2 AND kind = 'answered' AND \(stands)
    ORDER BY day DESC, sequence DESC
    """

  /// All questions that were ever answered, found by leaping over their answers.
  static let answeredQuestions = """
    WITH RECURSIVE names(subject) AS (
      SELECT (SELECT min(subject) FROM facts INDEXED BY facts_by_subject
        WHERE subject > 'question/' AND subject < 'question0')
      UNION ALL
      SELECT (SELECT min(subject) FROM facts INDEXED BY facts_by_subject
        WHERE subject > names.subject AND subject < 'question0')
      FROM names WHERE names.subject IS NOT NULL)
    SELECT substr(subject, 10) FROM names WHERE subject IS NOT NULL
    """

  /// The prompts of some days.
  static let prompts = """
    SELECT \(history) FROM facts INDEXED BY facts_by_day
    WHERE kind = 'prompted' AND day BETWEEN ?1 AND ?2
    """

  /// What a history is made of.
  ///
  /// Of a prompt, what stands from its questions on: it is said again and again, and parsed once.
  private static let history = """
    kind = 'prompted', sequence, day, subject,
    CASE WHEN kind = 'prompted' AND instr(payload, '"questions":')
      THEN '{' || substr(payload, instr(payload, '"questions":')) ELSE payload END
    """

  /// The version, the type, the answer and the aim of a payload.
  static let meaning = """
    SELECT json_extract(?1, '$.v'), json_extract(?1, '$.type'), json_extract(?1, '$.answer'),
      json_extract(?1, '$.aim')
    """

  static let questions = "SELECT value FROM json_each(?1, '$.questions')"

  /// All other aims that were seen between answers; they are few.
  static let aims = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_subject
    WHERE subject > 'aim/' AND subject < 'aim0' AND kind = 'aimed' ORDER BY sequence
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

  static let checksum = "SELECT checksum FROM facts WHERE sequence = ?1"

  /// The last day that something was written down for, but for what reaches ahead.
  static let lastDay = """
    SELECT day FROM facts WHERE NOT \(Schema.reachesBack) ORDER BY day DESC LIMIT 1
    """

  /// What another ledger has and this one does not, day by day.
  static let losses = """
    SELECT day, count(*) FROM old.facts WHERE id NOT IN (SELECT id FROM main.facts)
    GROUP BY day ORDER BY day
    """

  /// Those of some identifiers that facts have, a JSON list of them.
  static let knownIDs = """
    SELECT id FROM facts WHERE id IN (SELECT value FROM json_each(?1))
    """

  /// The identifier of the answer that stands for a subject and a day.
  static let standingID = """
    SELECT facts.id FROM facts INDEXED BY facts_by_subject
    WHERE subject = ?1 AND day = ?2 AND kind = 'answered' AND \(stands)
    ORDER BY sequence DESC LIMIT 1
    """

  /// All that the person did and did not take back, the newest first, by identifiers and days.
  static let done = """
    SELECT facts.id, day, instant FROM facts INDEXED BY facts_done
    WHERE \(Schema.isDone) AND \(stands) ORDER BY sequence DESC
    """

  static let isPrompted = """
    SELECT 1 FROM facts INDEXED BY facts_prompted WHERE kind = 'prompted' AND subject = ?1
    """

  /// Of some tips, a JSON list of their subjects: when each was last told.
  static let lastTold = """
    SELECT value, (SELECT day FROM facts INDEXED BY facts_by_subject
      WHERE subject = 'tip/' || value AND day < ?2 AND kind IN ('told', 'hesitated') AND \(stands)
      ORDER BY day DESC LIMIT 1)
    FROM json_each(?1)
    """

  /// Of some tips: what was said about each since a day and before another.
  static let ratings = """
    SELECT \(columns) FROM json_each(?1) CROSS JOIN facts INDEXED BY facts_by_subject
    WHERE subject = 'rating/' || value AND day >= ?2 AND day < ?3 AND kind = 'rated'
      AND \(stands)
    ORDER BY sequence
    """

  /// Of some tips: those that were muted before a day, and not heard of since.
  static let muted = """
    SELECT value FROM json_each(?1)
    WHERE (SELECT kind FROM facts INDEXED BY facts_by_subject
      WHERE subject = 'mute/' || value AND day < ?2 AND \(stands)
      ORDER BY day DESC, sequence DESC LIMIT 1) = 'muted'
    """

  /// The last that the person did.
  static let lastSign = """
    SELECT sequence, instant FROM facts INDEXED BY facts_by_person
    WHERE \(Schema.isByPerson) ORDER BY sequence DESC LIMIT 1
    """

  /// The first days on which something was asked after a fact: since a day, and before another.
  static let firstInVain = "\(inVain) ORDER BY day LIMIT ?4"

  static let lastInVain = "\(inVain) ORDER BY day DESC LIMIT ?4"

  private static let inVain = """
    SELECT DISTINCT day FROM facts INDEXED BY facts_by_day
    WHERE day >= ?1 AND day < ?2 AND kind = 'prompted' AND sequence > ?3
      AND json_array_length(payload, '$.questions') > 0
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

  /// What was answered or given on the days from one to before another, and stands.
  static let past = """
    SELECT json_extract(payload, '$.v'), json_extract(payload, '$.type'),
      json_extract(payload, '$.answer'), json_extract(payload, '$.dropped'), day, subject,
      instant, zone
    FROM facts INDEXED BY facts_by_day
    WHERE day >= ?1 AND day < ?2 AND kind IN ('answered', 'extra') AND \(stands)
    ORDER BY sequence
    """

  /// What was put in own words before a day, and stands: the tip, the words and the day.
  static let ownWords = """
    SELECT json_extract(payload, '$.about'), json_extract(payload, '$.answer'), day
    FROM facts INDEXED BY facts_by_subject
    WHERE subject = 'question/own-words' AND day < ?1 AND kind = 'answered' AND \(stands)
      AND json_extract(payload, '$.v') = \(FactRecord.version)
      AND json_extract(payload, '$.type') = 'text' AND json_type(payload, '$.about') = 'text'
    ORDER BY day
    """

  /// The last step of the programme that was taken before a day.
  static let lastStep = """
    SELECT \(columns) FROM facts INDEXED BY facts_by_subject
    WHERE subject = 'programme' AND day < ?1 AND kind = 'stepped' AND \(stands)
    ORDER BY day DESC, sequence DESC LIMIT 1
    """

  static let firstID = "SELECT id FROM facts WHERE sequence = (SELECT min(sequence) FROM facts)"

  /// Text that is not JSON, which only a damaged file can hold, has no leaves.
  static let leaves = """
    SELECT fullkey, atom FROM json_tree(CASE WHEN json_valid(?1) THEN ?1 ELSE '{}' END)
    WHERE atom IS NOT NULL
    """

  /// All that a fact is, and the checksum of the fact before it.
  static let columns = """
    sequence, facts.id, instant, zone, day, kind, subject, payload, \(checksums)
    """

  private static let checksums = """
    checksum, (SELECT before.checksum FROM facts AS before
      WHERE before.sequence < facts.sequence ORDER BY before.sequence DESC LIMIT 1)
    """

  /// The same question of a ledger whose version has no checksums.
  static func unchained(_ sql: String) -> String {
    let whole = Array(sql.utf8)
    let part = Array(checksums.utf8)
    guard
      let start = whole.indices.first(where: { whole[$0...].starts(with: part) })
    else { return sql }
    let end = start + part.count
    return String(decoding: whole[..<start] + "NULL, NULL".utf8 + whole[end...], as: UTF8.self)
  }

  static let stands = """
    NOT EXISTS (SELECT 1 FROM facts AS later INDEXED BY facts_by_subject
      WHERE later.subject = facts.id AND later.kind = 'undone')
    """
}
