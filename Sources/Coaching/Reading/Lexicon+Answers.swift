/// What an answer says, and of which day where it names one.
public struct TypedAnswer: Equatable, Sendable {
  public var answer: Answer
  /// When it was, of a time of day; its clock is that of the answer.
  public var moment: MomentPhrase?

  public init(_ answer: Answer, moment: MomentPhrase? = nil) {
    self.answer = answer
    self.moment = moment
  }
}

/// Answers and numbers in the words of any language.
extension Lexicon {
  /// Reads an answer.
  ///
  /// - Parameters:
  ///   - typed: As a person types it.
  ///   - kind: The kind of question.
  /// - Returns: What it says; nil where it says nothing that this kind takes. Of a time that was
  ///   only said as so long ago the time is midnight, and the moment says when.
  public func answer(_ typed: String, to kind: AnswerKind) -> TypedAnswer? {
    if meaning(of: typed, in: .none) != nil { return TypedAnswer(.noOccasion) }
    switch kind {
    case .yesNo:
      return meaning(of: typed, in: .yesNo).map { TypedAnswer(.yesNo($0 == "yes")) }
    case .outcome:
      let outcome = meaning(of: typed, in: .outcome).flatMap(Outcome.init)
      return outcome.map { TypedAnswer(.outcome($0)) }
    case .scale:
      return points(typed).map { TypedAnswer(.scale($0)) }
    case .count:
      if meaning(of: typed, in: .yesNo) == "no" { return TypedAnswer(.count(0)) }
      return number(typed).flatMap { Answer.counts.contains($0) ? TypedAnswer(.count($0)) : nil }
    case .number:
      if meaning(of: typed, in: .yesNo) == "no" { return TypedAnswer(.number(0)) }
      return decimal(typed).flatMap { Answer.numbers.contains($0) ? TypedAnswer(.number($0)) : nil }
    case .timeOfDay:
      guard let moment = moment(typed), !moment.isUntil, moment.way != .ahead else { return nil }
      if let clock = moment.clock { return TypedAnswer(.timeOfDay(clock.time), moment: moment) }
      guard moment.way == .back, (moment.span?.seconds ?? 0) > 0 else { return nil }
      return TypedAnswer(.timeOfDay(CivilTime(secondOfDay: 0)), moment: moment)
    case .text, .stretches: return nil
    }
  }

  /// Reads a whole number with what is counted: `2 times`, 兩次, `twice`; nil where there is none.
  public func number(_ typed: String) -> Int? {
    guard let all = tokens(of: typed) else { return nil }
    let tokens = all.filter { token in
      !token.means(.joining, "filler") && !token.means(.times, "counter")
        && token.kind != .mark(".")
    }
    guard tokens.count == 1 else { return nil }
    if case .number(let number, _) = tokens[0].kind { return number }
    return tokens[0].meaning(in: .times).flatMap { Int($0) }
  }

  /// Reads a number that may have a part of one: `two and a half`, 兩個半, 五點二; nil where there
  /// is none.
  public func decimal(_ typed: String) -> DecimalNumber? {
    if let number = DecimalNumber(typed: typed) { return number }
    guard let all = tokens(of: typed) else { return nil }
    let tokens = all.filter { !$0.means(.joining, "filler") && !$0.means(.times, "counter") }
    let part = tokens.last.flatMap(Lexicon.part)
    switch (tokens.count, tokens.first?.kind) {
    case (1, _) where part != nil: return part
    case (2, .number(let whole, _)): return part.map { DecimalNumber(whole) + $0 }
    // 五點二: what parts the hours from the minutes parts a number from its digits.
    case (3, .number(let whole, _)) where tokens[1].means(.clock, "hour"):
      guard case .number(let digits, _) = tokens[2].kind else { return nil }
      return DecimalNumber("\(whole).\(digits)")
    default: return number(typed).map { DecimalNumber($0) }
    }
  }

  /// The part of one that a word stands for.
  private static func part(_ token: Token) -> DecimalNumber? {
    switch token.meaning(in: .quantity) {
    case "half", "plus-half": DecimalNumber(millionths: 500_000)
    case "quarter": DecimalNumber(millionths: 250_000)
    case "three-quarters": DecimalNumber(millionths: 750_000)
    default: nil
    }
  }

  /// Reads points of ten: `7`, 七分, `7/10`, `7 out of 10`, 滿分; nil for anything else.
  private func points(_ typed: String) -> Int? {
    guard let tokens = tokens(of: typed) else { return nil }
    if tokens.count == 1, tokens[0].means(.times, "full") { return 10 }
    if tokens.count == 3, case .number(let points, _) = tokens[0].kind,
      tokens[1].kind == .mark("/") || tokens[1].means(.times, "out-of"),
      case .number(10, _) = tokens[2].kind
    {
      return (0...10).contains(points) ? points : nil
    }
    return number(typed).flatMap { (0...10).contains($0) ? $0 : nil }
  }

  /// Reads how many more there were: `+2`, `two more`, 再一次; nil where that is not said.
  public func more(_ typed: String) -> Int? {
    guard let tokens = tokens(of: typed), let first = tokens.first else { return nil }
    if tokens.count == 1, first.means(.times, "more") { return 1 }
    let said = tokens.filter { !$0.means(.times, "more-of") && !$0.means(.times, "counter") }
    if said.count == 1, tokens.contains(where: { $0.means(.times, "more-of") }),
      case .number(let more, _) = said[0].kind
    {
      return more > 0 && Answer.counts.contains(more) ? more : nil
    }
    guard first.kind == .mark("+"), let sign = typed.firstIndex(where: { "+＋".contains($0) })
    else { return nil }
    let more = number(String(typed[typed.index(after: sign)...]))
    return more.flatMap { $0 > 0 && Answer.counts.contains($0) ? $0 : nil }
  }

  /// Reads a length of time: `half an hour`, 兩個半小時, `90 min`; nil for anything else.
  public func span(_ typed: String) -> SpanPhrase? {
    guard let moment = moment(typed), let span = moment.span, moment.way != .back,
      moment == MomentPhrase(span: span, way: moment.way)
    else { return nil }
    return span
  }

  /// Reads a day without a time.
  public func day(_ typed: String) -> MomentPhrase? {
    // No time can be meant: 27.11 is the 27th of November.
    dayAlone(typed) ?? dayAlone("\(typed.trimmed).")
  }

  private func dayAlone(_ typed: String) -> MomentPhrase? {
    guard let moment = moment(typed), moment.clock == nil, !moment.isUntil,
      moment.span.map({ $0.seconds == 0 && moment.way != nil }) ?? true
    else { return nil }
    return moment
  }

  /// Reads an amount: 50元, `5,50 EUR`, 五十塊.
  ///
  /// - Returns: The number with a point, and the currency; an empty one where the person's own is
  ///   meant. Nil for anything else.
  public func amount(_ typed: String) -> (number: String, currency: String)? {
    guard let scalars = Folding.scalars(typed) else { return nil }
    let isFigure = { (scalar: Unicode.Scalar) in
      ("0"..."9").contains(scalar) || ".,".unicodeScalars.contains(scalar)
    }
    let figures = scalars.filter(isFigure)
    if let first = scalars.firstIndex(where: isFigure),
      let last = scalars.lastIndex(where: isFigure),
      scalars[first...last].allSatisfy(isFigure), let number = Lexicon.decimal(figures)
    {
      let around = [Array(scalars[..<first]), Array(scalars[(last + 1)...])].map(Lexicon.text)
      guard let currency = around.filter({ !$0.isEmpty }).first else { return (number, "") }
      guard around.contains("") else { return nil }
      return (number, isOwnMoney(currency) ? "" : currency.uppercased())
    }
    guard let tokens = tokens(of: typed), tokens.count == 2, tokens[1].means(.money, "own"),
      case .number(let number, _) = tokens[0].kind
    else { return nil }
    return (String(number), "")
  }

  private func isOwnMoney(_ word: String) -> Bool {
    meanings(of: word).contains { $0.table == .money }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text).trimmed
  }

  /// Figures with one mark before one or two of them, which are a fraction; or whole thousands.
  private static func decimal(_ figures: [Unicode.Scalar]) -> String? {
    let text = Lexicon.text(figures)
    let parts = text.split(omittingEmptySubsequences: false) { ".,".contains($0) }.map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }), let last = parts.last else { return nil }
    if parts.count == 1 { return text }
    if parts.count == 2, last.utf8.count <= 2 { return "\(parts[0]).\(last)" }
    return nil
  }
}
