import Testing

@testable import Storage

@Suite struct StringInternerTests {
  @Test func `Each text has one number, in the order in which they came`() {
    var vocabulary = StringInterner(["one", ""])
    let texts = (0..<1000).map { "text \($0), long enough for a hash of several rounds" }
    for _ in 0..<2 {
      for (index, text) in (["one", ""] + texts).enumerated() {
        var text = text
        let number = text.withUTF8 { unsafe vocabulary.number(of: $0) }
        #expect(number == Int32(index))
      }
    }
    #expect(vocabulary.texts == ["one", ""] + texts)
  }
}
