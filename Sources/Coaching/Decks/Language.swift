/// A language that the coach speaks: the one table of them.
///
/// Another one costs a line in each property below, and its words: a file beside those of the other
/// languages in each deck, and its place in `sources.toml` and `glossary.toml`. What is missing, the
/// tests name.
public enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case traditionalChinese = "zh-Hant"
  case simplifiedChinese = "zh-Hans"

  /// What a locale's name begins with whose people read it, such as `zh` of `zh_TW.UTF-8`.
  private var prefix: String {
    switch self {
    case .english: "en"
    case .traditionalChinese, .simplifiedChinese: "zh"
    }
  }

  /// Where of several languages of one prefix this one is read, as a locale names it; none where it
  /// is read everywhere else.
  private var places: [String] {
    switch self {
    case .traditionalChinese: ["tw", "hk", "mo", "hant"]
    case .english, .simplifiedChinese: []
    }
  }

  /// The language of a locale; English, in which everything is written first, where none fits.
  ///
  /// - Parameter locale: Its name as setlocale(3) takes it, `zh_TW.UTF-8`.
  public init(locale: String) {
    let name = locale.lowercased()
    let fitting = Language.allCases.filter { name.hasPrefix($0.prefix) }
    let named = fitting.first { language in language.places.contains { name.contains($0) } }
    self = named ?? fitting.last { $0.places.isEmpty } ?? .english
  }

  /// The names of all, as a person is told of them.
  public static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
