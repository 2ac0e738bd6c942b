package import Application
import Coaching
import Mustache

/// The page of a report: all of its pictures in the order of the reviews, as one HTML file.
package struct ReportPage {
  private let data: ReportData
  private let words: ReportWords
  private let omissions: Omissions

  /// - Parameters:
  ///   - data: What is drawn.
  ///   - words: The person's language.
  ///   - omissions: What is left out.
  package init(_ data: ReportData, _ words: ReportWords, without omissions: Omissions = Omissions())
  {
    (self.data, self.words, self.omissions) = (data, words, omissions)
  }

  /// All pictures that there is something to say of.
  package var pictures: [Picture] {
    ReportPart.allCases.filter { !omissions.has($0) }.compactMap(picture).filter { !$0.isEmpty }
  }

  private func picture(_ part: ReportPart) -> Picture? {
    let hasOwnWords = !omissions.has(.ownWords)
    return switch part {
    case .habits: HabitsPicture(data: data, words: words).picture
    case .year: YearPicture(data: data, words: words).picture
    case .nights: NightsPicture(data: data, words: words).picture
    case .times: TimesPicture(data: data, words: words).picture
    case .energy: EnergyPicture(data: data, words: words).picture
    case .steps: StepsPicture(data: data, words: words).picture
    case .offers: OffersPicture(data: data, words: words).picture
    case .circles: CirclesPicture(data: data, words: words).picture
    case .strength: StrengthPicture(data: data, words: words).picture
    case .sums: SumsPicture(data: data, words: words).picture
    case .checks: ChecksPicture(data: data, words: words).picture
    case .tips: TipsPicture(data: data, words: words, hasOwnWords: hasOwnWords).picture
    case .promises: PromisesPicture(data: data, words: words).picture
    case .returns: ReturnsPicture(data: data, words: words, hasOwnWords: hasOwnWords).picture
    case .changes: ChangesPicture(data: data, words: words).picture
    case .suggestion: SuggestionPicture(data: data, words: words).picture
    case .ownWords: nil
    }
  }

  /// The file.
  ///
  /// - Parameter templates: What it is made with.
  /// - Returns: It, as HTML.
  /// - Throws: When a template is refused.
  package func html(_ templates: ReportTemplates) throws(CommandError) -> String {
    let pictures = pictures
    let span = [words.date(data.span.first), words.date(data.span.last)]
    let values: Values = [
      "language": words.language.rawValue,
      "title": words("title-\(data.span.period.rawValue)"),
      "first": span[0], "last": span[1],
      "days": words("from-to", ("first", span[0]), ("last", span[1])),
      "known-from": knownFrom,
      "contents": pictures.map { ["id": $0.part.rawValue, "title": $0.title.printable] as Values },
      "contents-title": words("contents"),
      "pictures": pictures.map { $0.values(words) },
      "style": templates.style, "script": templates.script,
      "foot": [words("foot-own"), words("foot-unknown"), words("foot-private")],
    ]
    return try templates.render(values)
  }

  /// Since when anything is known, where that is not all of the days; else nothing.
  private var knownFrom: [String] {
    data.drawn.first == data.span.first
      ? [] : [words("known-from", ("day", words.date(data.drawn.first)))]
  }
}
