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
    self = Language(readIn: locale, among: languages) ?? .english
  }

  /// The language that is read where a locale is spoken; nil where none of ours is.
  ///
  /// - Parameters:
  ///   - locale: Its name, `zh_TW.UTF-8`, `yue_HK` or `zh-Hant`.
  ///   - languages: Those that there are.
  public init?(readIn locale: String, among languages: [Language] = allCases) {
    let name = locale.lowercased().prefix { !".@".contains($0) }
    var tags = name.split { "_-".contains($0) }.map(String.init)
    guard var code = tags.first else { return nil }
    if let spoken = Language.spoken.first(where: { $0.code == code }) {
      code = spoken.written
      // Where a place is named, people there write as they do.
      if tags.count == 1 { tags.append(spoken.place) }
    }
    let fitting = languages.filter { $0.prefix == code }
    // A script that is named goes before a place: zh_Hans_HK.
    if let written = fitting.first(where: { tags.dropFirst().contains($0.script) }) {
      self = written
      return
    }
    let named = fitting.first { language in
      tags.dropFirst().contains(where: language.places.contains)
    }
    guard let found = named ?? fitting.last(where: { $0.places.isEmpty }) else { return nil }
    self = found
  }

  /// How it is written, where its name says so: `hant`.
  private var script: String {
    rawValue.split(separator: "-").dropFirst().first.map { $0.lowercased() } ?? ""
  }

  /// The languages by ISO 639-3 whose speakers write another, and where most of them live.
  private static let spoken: [(code: String, written: String, place: String)] = [
    ("cmn", "zh", "cn"), ("yue", "zh", "hk"), ("nan", "zh", "tw"), ("hak", "zh", "tw"),
    ("wuu", "zh", "cn"),
  ]

  /// The language that a person wants, as gettext(3) finds it.
  ///
  /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set is the locale; unless it is C,
  /// `LANGUAGE` goes before it, a list with colons of which the first that is spoken here counts.
  ///
  /// - Parameter value: A variable of the environment; nil where it is unset or empty.
  public init(environment value: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap(value).first ?? "C"
    let isNone = ["C", "POSIX"].contains(locale)
    let wanted = isNone ? "" : value("LANGUAGE") ?? ""
    let first = wanted.split(separator: ":").lazy.compactMap { Language(readIn: String($0)) }.first
    self = first ?? Language(locale: locale)
  }

  /// The names of all, as a person is told of them.
  public static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
