/// The questions about promises and notes.
extension Query {
  /// Of the entries of some days whose subjects lie in a range: what stands of those that were not
  /// closed by then.
  ///
  /// In the order of writing, which is that of their numbers: by subject the tenth would come
  /// before the second, and whoever keeps them in order would move all of them again and again.
  static let openEntries = "\(openOnes) ORDER BY sequence"

  /// The same of some kinds, a JSON list.
  static let openEntriesOfKinds = """
    \(openOnes) AND json_extract(payload, '$.kind') IN (SELECT value FROM json_each(?5))
    ORDER BY sequence
    """

  private static let openOnes = """
    SELECT \(columns) FROM facts INDEXED BY facts_entries
    WHERE \(Schema.isEntry) AND kind IN ('entered', 'edited') AND day BETWEEN ?1 AND ?2
      AND subject BETWEEN ?3 AND ?4 AND \(stands)
      AND NOT EXISTS (SELECT 1 FROM facts AS closing INDEXED BY facts_by_subject
        WHERE closing.subject = facts.subject AND closing.kind = 'closed' AND closing.day <= ?2
          AND NOT EXISTS (SELECT 1 FROM facts AS later INDEXED BY facts_by_subject
            WHERE later.subject = closing.id AND later.kind = 'undone'))
    """

  /// All that stands of the entries whose subjects lie in a range.
  static let entries = """
    SELECT \(columns) FROM facts INDEXED BY facts_entries
    WHERE \(Schema.isEntry) AND kind IN ('entered', 'edited', 'closed')
      AND subject BETWEEN ?1 AND ?2 AND \(stands)
    ORDER BY sequence
    """

  /// What stands of the closings of a list since a day.
  static let closings = """
    SELECT \(columns) FROM facts INDEXED BY facts_entries
    WHERE \(Schema.isEntry) AND kind = 'closed' AND day >= ?1 AND subject BETWEEN ?2 AND ?3
      AND \(stands)
    """

  /// How many entries were ever made whose subjects lie in a range.
  static let entryCount = """
    SELECT count(*) FROM facts INDEXED BY facts_entries
    WHERE \(Schema.isEntry) AND kind = 'entered' AND subject BETWEEN ?1 AND ?2
    """

  static let factCount = "SELECT count(*) FROM facts INDEXED BY facts_by_subject WHERE subject = ?1"
}
