import Testing

/// The rules about shapes and places are shown what breaks them.
@Suite struct ShapeRuleTests {
  private func file(_ text: String, path: String = "Sources/Coaching/A.swift") -> SourceFile {
    SourceFile(path: path, text: text)
  }

  private func lines(_ count: Int, _ line: String = "a") -> String {
    String(repeating: "\(line)\n", count: count)
  }

  @Test func `A long file and a wide line are found`() {
    #expect(ShapeRules.length(of: file(lines(400))) == [])
    #expect(ShapeRules.length(of: file(lines(401))).count == 1)
    let wide = String(repeating: "a", count: 101)
    #expect(ShapeRules.widths(of: file("a\n\(wide.dropLast())")) == [])
    #expect(ShapeRules.widths(of: file("a\n\(wide)")).map(\.line) == [2])
  }

  /// A declaration around some lines, and what is said of it when it is too long.
  static let declarations: [(head: String, name: String)] = [
    ("func look() {", "look"),
    ("  static func == (a: A, b: A) -> Bool {", "func"),
    ("init?(_ text: String) throws(E) {", "init"),
    ("deinit {", "deinit"),
    ("subscript(i: Int) -> Int {", "subscript"),
    ("var plan: Plan {", "plan"),
    ("func a(b: () -> Void = { c }) {", "a"),
    ("func `A day is a day`() {", "func"),
  ]

  @Test(arguments: declarations)
  func `A long function is found`(head: String, name: String) {
    let body = { (count: Int) in "let x = 1\n\(head)\n\(lines(count, "{ \"}\" }"))}\nlet y = 2\n" }
    #expect(ShapeRules.functions(in: file(body(38))) == [])
    let violations = ShapeRules.functions(in: file(body(39)))
    #expect(violations.map(\.line) == [2])
    #expect(violations.first?.what == "\(name): 41 lines")
  }

  static let others = [
    "struct A {\n", "extension A {\n", "let a = [\n",
    "protocol A {\n  func b()\n  var c: Int { get }\n",
    "let a = A.init {\n", "var a = [1].map {\n", "enum A {\n  case b\n",
  ]

  @Test(arguments: others)
  func `What is long and no function is let be`(head: String) {
    let text = head + lines(60) + (head.contains("[\n") ? "]\n" : "}\n")
    #expect(ShapeRules.functions(in: file(text)) == [])
  }

  @Test func `A stranger on the top level is found`() {
    let names = ["Package.swift", ".gitignore", "Makefile", "Sources", "Package.resolved", "docs"]
    let strangers = ShapeRules.strangers(among: names, ignored: ["Package.resolved"])
    #expect(strangers.map(\.path) == ["Makefile", "docs"])
  }

  @Test func `Two names that differ only in case are found`() {
    let twins = ShapeRules.twins(among: ["a/b/c", "a/B/d", "a/b/e", "e/A", "e/a.b"])
    #expect(
      twins.map(\.what) == ["a/B and a/b differ only in case", "a/b and a/B differ only in case"]
    )
    #expect(ShapeRules.twins(among: ["a/run", "a/fresh", "a/Run"]).map(\.path) == ["a/Run"])
  }

  @Test func `A room without tests is found`() {
    let tests = ["CoachingTests", "System"]
    let untested = ShapeRules.untested(modules: ["Coaching", "Storage", "coach"], tests: tests)
    #expect(untested.map(\.what) == ["there is no Tests/StorageTests"])
  }

  @Test func `A path of one machine is found`() {
    let slash = "/"
    for path in ["work/a", "opt/swift/usr", "home/ann/a", "home/", "root/a", "Users/ann"] {
      let bad = file("a\nlet a = \"\(slash)\(path)\"", path: "systemd/install")
      #expect(ShapeRules.workplaces(in: bad).map(\.line) == [2], "\(path)")
      #expect(ShapeRules.workplaces(in: file("$HOME\(slash)\(path)a ~\(slash)\(path)")) == [])
    }
  }

  @Test func `A path of an example is let be`() {
    let slash = "/"
    #expect(ShapeRules.workplaces(in: file("# \(slash)home/me/.config \(slash)home/mei/")) == [])
  }

  static let imports: [(path: String, text: String, broken: [String])] = [
    ("Sources/Coaching/A.swift", "public import Glibc", ["Coaching does not see Glibc"]),
    ("Sources/Coaching/A.swift", "import RealModule", []),
    ("Sources/Coaching/A.swift", "// import Glibc", []),
    (
      "Sources/Systemd/A.swift", "import CSystemd\nimport Coaching",
      ["Systemd does not see Coaching"]
    ),
    ("Sources/Storage/A.swift", "@testable import Systemd", ["Storage does not see Systemd"]),
    ("Sources/Channels/A.swift", "import Storage", ["Channels does not see Storage"]),
    ("Sources/coach/A.swift", "import CSQLite", ["coach does not see CSQLite"]),
    ("Sources/Configuration/A.swift", "import struct CTOML.CTOMLToken", []),
    ("Sources/Coaching/A.swift", "import func Glibc.time", ["Coaching does not see Glibc"]),
    ("Sources/Cellar/A.swift", "", ["Cellar is no room of the house"]),
  ]

  @Test(arguments: imports)
  func `An import against the arrows is found`(path: String, text: String, broken: [String]) {
    #expect(Arrows.broken(in: file(text, path: path)).map(\.what) == broken)
  }

  @Test func `Foundation is found wherever it is`() {
    for path in ["Sources/coach/A.swift", "Tests/TidyTests/A.swift"] {
      #expect(Arrows.foundation(in: file("import Foundation", path: path)).count == 1)
    }
    #expect(Arrows.foundation(in: file("import FoundationEssentials")) == [])
    let test = file("import FoundationEssentials", path: "Tests/TidyTests/A.swift")
    #expect(Arrows.foundation(in: test).count == 1)
  }

  @Test func `A wording in the code is found, and what is none is not`() {
    let code = #"""
      let said = "nothing was said"
      let key = "promise-empty"  // as it was said
      let why = ("command", "coach promise 3"), "\(a) and \(b) of these"
      @Flag(help: "Print all of it.") var json = false
      let kept = "記下了"
      let unit = "件"
      """#
    let stray = Wordings.stray(in: file(code))
    #expect(stray.map(\.line) == [1, 3, 5])
    #expect(Wordings.stray(in: file("let a = \"\"\"\n  two words\n  \"\"\"")) == [])
  }

  @Test func `A frame that is missing or idle is found`() {
    let asks = "a\nphrases(\n  \"why\", b)\nself.phrases(\"next\")"
    let code = file("\(asks)\nCommandError(.data, \"no\")")
    let wording = file(
      "[tip.a]\nwhen = \"x\"\n[phrase]\nwhy = \"Why\"\nidle = \"x\"",
      path: "en.toml"
    )
    #expect(
      Frames.broken(code: [code], wordings: [[wording]]).map(\.description) == [
        "Sources/Coaching/A.swift:4: en.toml has no “next”",
        "Sources/Coaching/A.swift:5: en.toml has no “no”", "en.toml:5: nothing asks for “idle”",
      ]
    )
  }
}
