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

  @Test func `A week begins as in the land of the locale, and on Monday where none is known`() {
    let lands: [(locale: String, day: Weekday)] = [
      ("en_US.UTF-8", .sunday), ("en_GB.UTF-8", .monday), ("de_DE@euro", .monday),
      ("fr_FR", .monday), ("pt_BR.UTF-8", .sunday), ("pt_PT.UTF-8", .monday), ("ja_JP", .sunday),
      ("zh_TW.UTF-8", .sunday), ("zh_CN.UTF-8", .monday), ("ar_EG.UTF-8", .saturday),
      ("fa_IR", .saturday), ("he_IL.UTF-8", .sunday), ("ar", .saturday), ("C.UTF-8", .monday),
      ("", .monday), ("POSIX", .monday), ("en_us", .sunday),
    ]
    for (locale, day) in lands { #expect(Weekday(firstInLocale: locale) == day, "\(locale)") }
  }
}
