import Testing

/// The rules look at code alone; this is how it is told from texts and comments.
@Suite struct SwiftTextTests {
  static let samples: [(text: String, code: [String], comments: String)] = [
    ("let a = b // try! c", ["let", "a", "=", "b"], "try! c"),
    ("/* a /* b */ c */ d", ["d"], "a b c"),
    ("a /// https://x.example", ["a"], "https://x.example"),
    (#"print("try! a")"#, ["print", "(", ")"], ""),
    (
      #"f("a \(b(c) + "\(d)") e") g"#,
      ["f", "(", "(", "b", "(", "c", ")", "+", "(", "d", ")", ")", ")", "g"], ""
    ),
    (#"f("\" // a") b"#, ["f", "(", ")", "b"], ""),
    (##"f(#"a " \(b) \#(c)"#) d"##, ["f", "(", "(", "c", ")", ")", "d"], ""),
    ("a \"\"\"\n  \" b \"\" {\n  \"\"\" c", ["a", "c"], ""),
    ("\"http://a\" b", ["b"], ""),
    (
      "f(/\\{\"[a-z]+\\/\\}/) { a / b / c }", ["f", "(", ")", "{", "a", "/", "b", "/", "c", "}"], ""
    ),
    ("@unchecked #if try! as!", ["@unchecked", "#if", "try", "!", "as", "!"], ""),
    ("#\"a\"# #warning", ["#warning"], ""),
    ("a_b2 + c", ["a_b2", "+", "c"], ""),
  ]

  @Test(arguments: samples)
  func `Code, texts and comments are told apart`(text: String, code: [String], comments: String) {
    let layers = SwiftText(text)
    #expect(layers.tokens.map(\.text) == code)
    let words = layers.comments.split { $0.isWhitespace }.filter { $0.contains { $0 != "/" } }
    #expect(words.joined(separator: " ") == comments)
  }

  @Test func `A word is known by its line`() {
    let text = "a\n\"\"\"\nb \\(\n  c)\n\"\"\"\n// d\n/* e\n */ f\n"
    let words = SwiftText(text).tokens.filter(\.isWord)
    #expect(words.map(\.text) == ["a", "c", "f"])
    #expect(words.map(\.line) == [1, 4, 8])
  }

  @Test func `A mark right behind a word is told from one behind a blank`() {
    let tokens = SwiftText("try! a\ntry !b").tokens
    #expect(tokens.map(\.text) == ["try", "!", "a", "try", "!", "b"])
    #expect(tokens.map(\.isTight) == [false, true, false, false, false, true])
  }
}
