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
      ("ZH_cn", .simplifiedChinese), ("yue_HK.UTF-8", .traditionalChinese),
      ("yue", .traditionalChinese), ("yue_CN", .simplifiedChinese), ("cmn", .simplifiedChinese),
      ("cmn_TW.UTF-8", .traditionalChinese), ("nan_TW@latin", .traditionalChinese),
      ("wuu_CN", .simplifiedChinese), ("zh_MY", .simplifiedChinese),
      ("zh_Hant_US", .traditionalChinese),
      ("zh_Hans_HK", .simplifiedChinese), ("zha_CN", .english), ("C.UTF-8", .english),
    ] as [(String, Language)]
  )
  func `A locale is answered in the language that is read there`(
    locale: String,
    language: Language
  ) {
    #expect(Language(locale: locale) == language)
  }

  @Test(
    arguments: [
      ("LANG=zh_TW.UTF-8", .traditionalChinese),
      ("LANG=en_US.UTF-8 LANGUAGE=zh_TW", .traditionalChinese),
      ("LANG=en_US.UTF-8 LANGUAGE=de:zh_CN:en", .simplifiedChinese),
      ("LANG=en_US.UTF-8 LANGUAGE=en:zh_CN", .english),
      ("LANG=zh_CN.UTF-8 LANGUAGE=fr:de", .simplifiedChinese),
      ("LANG=C LANGUAGE=zh_TW", .english), ("LANGUAGE=zh_TW", .english),
      ("LC_ALL=POSIX LANG=zh_TW LANGUAGE=zh_TW", .english),
      ("LC_ALL=zh_CN LANG=zh_TW", .simplifiedChinese),
      ("LC_MESSAGES=zh_TW LANG=en_US", .traditionalChinese), ("", .english),
    ] as [(String, Language)]
  )
  func `The variables of the environment say it as gettext reads them`(
    variables: String,
    language: Language
  ) {
    let pairs = variables.split(separator: " ").map { $0.split(separator: "=").map(String.init) }
    let found = Language(environment: { name in pairs.first { $0[0] == name }?[1] })
    #expect(found == language)
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
