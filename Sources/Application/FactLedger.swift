package import Coaching

/// The facts as a person's acts and questions need them, in a file or in memory.
///
/// What was taken back is in nothing that it hands out but `facts`. Days are civil days, both ends
/// of a span included. Whatever cannot be read or written is thrown with what to do about it.
package protocol FactLedger {
  /// How many facts there are.
  func count() throws(CommandError) -> Int

  /// Writes facts down, all or none; on return they are kept.
  @discardableResult
  func append(_ drafts: [Draft]) throws(CommandError) -> [Fact]

  /// Writes down a new entry of a list, which gets the next number there.
  @discardableResult
  func enter(on list: Entry.ID.List, _ draft: (Entry.ID) -> Draft) throws(CommandError) -> Fact

  /// What the facts around a day add up to, for what is taught; what was answered to a question
  /// under a former name is there under that of now.
  func coach(around day: CivilDate, for teaching: Teaching) throws(CommandError) -> Coach

  /// All facts of some days, in the order in which they were written.
  func facts(from first: CivilDate, through last: CivilDate) throws(CommandError) -> [Fact]

  /// The tips of the day that were told on some days, in the order in which they were.
  func told(from first: CivilDate, through last: CivilDate) throws(CommandError) -> [Coach.TipShown]

  /// The answer that stands for a question and a day.
  func standing(_ question: String, on day: CivilDate) throws(CommandError) -> Answered?

  /// The answers to some questions on some days, in the order in which they were given.
  func answers(
    to questions: [String],
    from first: CivilDate,
    through last: CivilDate
  ) throws(CommandError) -> [Fact]

  /// The last answers to each of some questions before a day, at most so many of each, in the order
  /// in which they were given.
  func lastAnswers(
    to questions: [String],
    before day: CivilDate,
    limit: Int
  ) throws(CommandError) -> [Coach.Given]

  /// All that the person did last in one go, newest first, by identifiers and days.
  func lastDoneTogether() throws(CommandError) -> [(id: String, day: CivilDate)]

  /// Which of some identifiers facts have.
  func known(_ ids: [String]) throws(CommandError) -> Set<String>

  /// The newest of what the person did and may take back, newest first.
  func lastDone(limit: Int) throws(CommandError) -> [Fact]

  /// What there is of some questions through a day; of what was before a first day, where one is
  /// named, only what tells what was meant.
  func histories(
    of questions: [String],
    from first: CivilDate?,
    through last: CivilDate
  ) throws(CommandError) -> [HabitHistory]

  /// The other aims that were seen between answers, in the order in which they were.
  func aims() throws(CommandError) -> [Fact]

  /// The days on which the person is away, as they stand, in the order in which they were said.
  func absences() throws(CommandError) -> [ClosedRange<CivilDate>]

  /// The questions that were ever answered, in the order of their names.
  func answeredQuestions() throws(CommandError) -> [String]

  /// The entries of a list, closed ones too.
  func entries(of list: Entry.ID.List) throws(CommandError) -> Entries

  /// The entries of a list that are open.
  func openEntries(of list: Entry.ID.List) throws(CommandError) -> Entries

  /// An entry as it stands; nil when there is none.
  func entry(_ id: Entry.ID) throws(CommandError) -> Entries.Standing?

  /// How many facts there are about an entry, those taken back among them.
  func factCount(of id: Entry.ID) throws(CommandError) -> Int

  /// How the promises were closed that were closed since a day, and perhaps others.
  func closings(since day: CivilDate) throws(CommandError) -> [Fact]
}

extension FactLedger {
  /// What was answered then.
  package func answer(to question: String, on day: CivilDate) throws(CommandError) -> Answer? {
    try standing(question, on: day)?.answer
  }
}
