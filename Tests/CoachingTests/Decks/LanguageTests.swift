import Coaching
import Testing

@Suite struct LanguageTests {
  @Test(
    arguments: [
      ("", .english), ("C", .english), ("en_GB.UTF-8", .english), ("de_DE.UTF-8", .english),
      ("zh_TW.UTF-8", .traditionalChinese), ("zh_HK", .traditionalChinese),
      ("zh_MO.UTF-8", .traditionalChinese), ("zh-Hant", .traditionalChinese),
      ("zh_CN.UTF-8", .simplifiedChinese), ("zh_SG", .simplifiedChinese),
      ("zh", .simplifiedChinese),
      ("ZH_cn", .simplifiedChinese),
    ] as [(String, Language)]
  )
  func `A locale is answered in the language that is read there`(
    locale: String,
    language: Language
  ) {
    #expect(Language(locale: locale) == language)
  }
}
