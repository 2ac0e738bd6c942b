import Testing
import Text

@Suite struct TextTests {
  static let lines: [(text: String, line: String)] = [
    ("", ""), (" \t\r\n", ""), ("a", "a"), ("  a  b\n\nc ", "a b c"),
    ("a\u{1B}[1mb\u{7}c\u{7F}d\0e", "a [1mb c d e"), ("a\u{85}b\u{2028}c\u{A0}d", "a b c d"),
    ("a\u{202E}b\u{2066}c", "a b c"), ("一 二　三", "一 二 三"), ("e\u{301}\u{200D}", "e\u{301}\u{200D}"),
  ]

  @Test(arguments: lines)
  func `A text on one line steers nothing`(text: String, line: String) {
    #expect(text.printable == line)
  }

  @Test func `Of the ASCII characters only the visible ones and the space are kept`() {
    for value in UInt8.min...0x7F {
      let scalar = Unicode.Scalar(value)
      let isBlank = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      #expect("a\(scalar)b".printable == (isBlank ? "a b" : "a\(scalar)b"), "\(value)")
    }
  }

  static let filled: [(text: String, filled: String)] = [
    ("", ""), ("plain", "plain"), ("{a}", "1"), ("{a}{b}{a}", "1{c}1"),
    ("x {a} y {z} {", "x 1 y {z} {"),
    ("{{a}}", "{1}"),
  ]

  @Test(arguments: filled)
  func `What has a value is filled in, once, and the rest stays`(text: String, filled: String) {
    #expect(text.filled([("a", "1"), ("b", "{c}"), ("c", "3")]) == filled)
  }

  @Test(
    arguments: [
      ("Noted: {a}.", "Nothing much.", "Noted: Nothing much."),
      ("記下了：{a}。", "沒什麼特別的。", "記下了：沒什麼特別的。"), ("{a}. Next", "Why?", "Why? Next"),
      ("{a}.", "and so on …", "and so on …"), ("{a}.", "plain", "plain."),
      // What is quoted, or goes on, keeps what stands behind it.
      ("“{a}”.", "Done.", "“Done.”."), ("{a}, then.", "9 a.m.", "9 a.m., then."),
      ("{a}...", "x.", "x...."), ("Yes.{a}.", "", "Yes.."),
    ]
  )
  func `A value that ends its own sentence gets no second stop`(
    _ frame: String,
    _ value: String,
    _ text: String
  ) {
    #expect(frame.filled([("a", value)]) == text)
  }

  @Test(
    arguments: [
      ("You said: “{a}”.", "a “b” c", "You said: “a ‘b’ c”."), ("「{a}」", "從前的「不用」", "「從前的『不用』」"),
      ("「{a}」", "plain", "「plain」"), ("{a} “x”", "“b”", "“b” “x”"),
    ]
  )
  func `Quotes inside quotes are inner ones`(_ frame: String, _ value: String, _ text: String) {
    #expect(frame.filled([("a", value)]) == text)
  }
}
