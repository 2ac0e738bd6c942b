import Testing

@testable import coach

/// What a program of the person's own says is written down, and nothing that it was given.
@Suite struct ProgramComplaintTests {
  private static let given = [
    "Morning", "Did you call 媽媽 about the old house at the lake?\nA note: 今天先把最難的一件事做完",
  ]
  private static let left = "(what has words of the prompt in it is left out)"

  static let said: [(said: String, words: String)] = [
    ("", ""), ("no route to host\n", "no route to host"), ("x\n\n b \u{1B}[1m\n", "x b [1m"),
    ("a", left),
    ("+ curl -d 'Did you call 媽媽 about' x\ncurl: (6) no host", "curl: (6) no host \(left)"),
    ("the old house", left), ("error: 把最難的一件事做完!", left), ("Morning", left),
    ("{\"text\":\"… the old house at …\"}\nfailed", "failed \(left)"),
  ]

  @Test(arguments: said)
  func `A line that has a piece of the prompt in it is left out`(said: String, words: String) {
    #expect(ProgramComplaint.words(said, given: Self.given) == words)
  }
}
