package import Coaching
import Configuration

/// The words that a person may type, read when the first is met that is in no notation of ours.
package final class Words {
  private let read: () throws(CommandError) -> Lexicon
  private var kept: Lexicon?

  package init(_ read: @escaping () throws(CommandError) -> Lexicon) { self.read = read }

  /// Those of the directories that may hold decks.
  package convenience init(in places: [String], language: Language) {
    self.init { () throws(CommandError) in
      do throws(ConfigurationError) {
        return try LexiconReader.read(in: places, language: language)
      } catch {
        throw CommandError(error)
      }
    }
  }

  package func lexicon() throws(CommandError) -> Lexicon {
    if let kept { return kept }
    let lexicon = try read()
    kept = lexicon
    return lexicon
  }
}

/// An answer that was understood, with the day that was said with it.
package struct UnderstoodAnswer: Equatable {
  package var answer: Answer
  /// Nil where no day was said.
  package var day: CivilDate?
  /// How many more it says there were, of what is counted; below 0 so many less.
  package var more: DecimalNumber?
}

/// What a person types, understood: the one place where it is.
extension Workspace {
  /// The words of all languages.
  package var lexicon: Lexicon {
    get throws(CommandError) { try words.lexicon() }
  }

  /// The first day of a week, as the person counts them.
  var weekStarts: Weekday { configuration.weekStarts }

  /// What an answer says.
  ///
  /// - Parameters:
  ///   - typed: As it was typed.
  ///   - question: What it answers.
  /// - Returns: The answer; nil where it says nothing that the question takes.
  /// - Throws: When the words of the languages cannot be read.
  package func understood(
    _ typed: String,
    as question: Question
  ) throws(CommandError) -> UnderstoodAnswer? {
    if question.isCounted { return try understood(number: typed, as: question) }
    if let answer = question.kind.read(typed, words: phrases.answers) {
      guard case .text(let text) = answer, text.utf8.count <= Workspace.shortBytes,
        try lexicon.meaning(of: text, in: .none) != nil
      else { return UnderstoodAnswer(answer: answer) }
      return UnderstoodAnswer(answer: .noOccasion)
    }
    let lexicon = try lexicon
    guard let said = lexicon.answer(typed, to: question.kind) else { return nil }
    guard let moment = said.moment else { return UnderstoodAnswer(answer: said.answer) }
    return try understood(moment, as: question)
  }

  /// What an answer says to a question that counts.
  private func understood(
    number typed: String,
    as question: Question
  ) throws(CommandError) -> UnderstoodAnswer? {
    let typed = question.typedNumber(typed)
    if !typed.isWhole, let more = question.readMore(typed.text) {
      return UnderstoodAnswer(more: more, of: question)
    }
    if let answer = question.kind.read(typed.text, words: phrases.answers) {
      return UnderstoodAnswer(answer, to: question, isWhole: typed.isWhole)
    }
    let lexicon = try lexicon
    if !typed.isWhole, let more = lexicon.more(typed.text) {
      return UnderstoodAnswer(more: DecimalNumber(more), of: question)
    }
    let said = lexicon.answer(question.withoutUnit(typed.text), to: question.kind)
    return said.map { UnderstoodAnswer($0.answer, to: question, isWhole: typed.isWhole) }
  }

  /// In bytes, how long a text can be that stands for no occasion.
  private static let shortBytes = 48

  /// The time of day that is meant, on its day where one was said.
  ///
  /// A time of a clock of twelve hours is the one of the two that is nearest to the person's usual.
  private func understood(
    _ moment: MomentPhrase,
    as question: Question
  ) throws(CommandError) -> UnderstoodAnswer? {
    if moment.way == .back, moment.clock == nil, let span = moment.span {
      let then = context.zone.civil(at: span.instant(from: now, in: context.zone, sign: -1))
      guard let time = CivilTime(hour: then.time.hour, minute: then.time.minute) else { return nil }
      return understood(CivilDateTime(date: then.date, time: time), as: question)
    }
    guard var clock = moment.clock else { return nil }
    if clock.isOfTwelve {
      clock = clock.nearest(to: try usualTimes(for: question, on: today))
    }
    let back = moment.span.map { $0.date(from: today, sign: -1) }
    guard let day = moment.day?.day(from: today, .past, weekStarts: weekStarts) ?? back else {
      return UnderstoodAnswer(answer: .timeOfDay(clock.time))
    }
    let date = clock.isNextDate ? day.adding(days: 1) : day
    let understood = understood(CivilDateTime(date: date, time: clock.time), as: question)
    // The day that was named is the one that is meant, but for an evening's.
    return question.about == .eveningBefore
      ? understood : UnderstoodAnswer(answer: .timeOfDay(clock.time), day: day)
  }

  private func understood(_ moment: CivilDateTime, as question: Question) -> UnderstoodAnswer {
    let day =
      question.about == .eveningBefore
      ? evenings.evening(of: moment) : calendar.day(at: context.zone.instant(of: moment))
    return UnderstoodAnswer(answer: .timeOfDay(moment.time), day: day)
  }

  // MARK: - Days, moments and spans

  /// The day that was typed, in words; nil where it is none.
  func understood(day typed: String, _ side: DayPhrase.Side) throws(CommandError) -> CivilDate? {
    try lexicon.day(typed)?.date(from: today, side, weekStarts: weekStarts)
  }

  /// When a silence ends as it was typed, and whether that is a moment on a clock.
  func understood(
    end typed: String
  ) throws(CommandError) -> (at: Instant, isMoment: Bool)? {
    guard let moment = try lexicon.moment(typed) else { return nil }
    return context.end(moment, after: now, weekStarts: weekStarts)
      .map { ($0, moment.span == nil) }
  }

  /// Whether a text says yes.
  package func isYes(_ typed: String) throws(CommandError) -> Bool {
    if let answer = AnswerKind.yesNo.read(typed, words: phrases.answers) {
      return answer == .yesNo(true)
    }
    return try lexicon.meaning(of: typed, in: .yesNo) == "yes"
  }

  /// A length of time in seconds; nil where none was typed.
  package func span(_ typed: String) throws(CommandError) -> Int64? {
    if let seconds = TimeSpan.seconds(typed) { return seconds }
    return try lexicon.span(typed)?.total
  }

  /// A whole number, with what is counted; nil where none was typed.
  package func number(_ typed: String) throws(CommandError) -> Int? {
    if let number = typed.trimmed.wholeNumber { return number }
    return try lexicon.number(typed)
  }

  /// The answers of a list as they are typed: with spaces, commas or 、 between them.
  package func list(_ words: [String]) -> [String] {
    words.flatMap { word in
      word.split { $0.isWhitespace || ",，、;；".contains($0) }.map(String.init)
    }
  }
}

extension UnderstoodAnswer {
  /// So many more of what a question counts.
  fileprivate init(more: DecimalNumber, of question: Question) {
    answer = question.kind == .number ? .number(more) : .count(more.whole ?? 0)
    self.more = more
  }

  /// A number; where further ones of a day are added, so many more.
  fileprivate init(_ answer: Answer, to question: Question, isWhole: Bool) {
    self.answer = answer
    more = question.number.several == .add && !isWhole ? answer.number : nil
  }
}
