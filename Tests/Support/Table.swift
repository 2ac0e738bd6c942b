/// Cases in pairs of lines: the rule, and under it `given; given => expected`.
package struct Case: Sendable, CustomStringConvertible {
  package var rule: String
  package var given: [String]
  package var expected: String

  package init(rule: String, given: [String], expected: String) {
    self.rule = rule
    self.given = given
    self.expected = expected
  }

  package var description: String { rule }

  package static func table(_ text: String) -> [Case] {
    let lines = text.split(separator: "\n")
    return stride(from: 0, to: lines.count - 1, by: 2).map { index in
      let halves = lines[index + 1].split(separator: "=")
      let expected = halves.count == 2 ? halves[1].dropFirst() : ""
      return Case(
        rule: String(lines[index]),
        given: halves[0].split(separator: ";").map { words($0) },
        expected: words(expected)
      )
    }
  }

  private static func words(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}
