import ArgumentParser
import Coaching

/// A language as it is named on the command line.
enum LanguageName: String, ExpressibleByArgument, CaseIterable {
  case english = "en"
  case traditionalChinese = "zh-Hant"
  case simplifiedChinese = "zh-Hans"

  var language: Language? { Language(rawValue: rawValue) }
}
