/// A language that the coach speaks.
///
/// Another one costs a line in the table below, and its words: a file beside those of the other
/// languages in each deck, and its place in `sources.toml` and `glossary.toml`. What is missing,
/// the tests name; a deck that lacks it is read in the first language that it has.
public struct Language: Hashable, Sendable {
  /// Its name as BCP 47 has it, which names its files too: `zh-Hant`.
  public let rawValue: String
  /// What a locale's name begins with whose people read it, such as `zh` of `zh_TW.UTF-8`.
  private let prefix: String
  /// Where of several languages of one prefix this one is read, as a locale names it; none where it
  /// is read everywhere else.
  private let places: [String]

  /// A line of the table.
  public init(_ tag: String, prefix: String, places: [String] = []) {
    rawValue = tag
    self.prefix = prefix
    self.places = places
  }

  public static let english = Language("en", prefix: "en")
  public static let traditionalChinese = Language(
    "zh-Hant",
    prefix: "zh",
    places: ["tw", "hk", "mo", "hant"]
  )
  public static let simplifiedChinese = Language("zh-Hans", prefix: "zh")
}

/// The one table.
extension Language: CaseIterable, RawRepresentable {
  public static let allCases = [english, traditionalChinese, simplifiedChinese]

  /// A language of the table by its name.
  public init?(rawValue: String) {
    guard let language = Language.allCases.first(where: { $0.rawValue == rawValue }) else {
      return nil
    }
    self = language
  }

  /// The language of a locale; English, in which everything is written first, where none fits.
  ///
  /// - Parameters:
  ///   - locale: Its name as setlocale(3) takes it, `zh_TW.UTF-8`.
  ///   - languages: Those that there are.
  public init(locale: String, among languages: [Language] = allCases) {
    let name = locale.lowercased()
    let fitting = languages.filter { name.hasPrefix($0.prefix) }
    let named = fitting.first { language in language.places.contains { name.contains($0) } }
    self = named ?? fitting.last { $0.places.isEmpty } ?? .english
  }

  /// The names of all, as a person is told of them.
  public static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
