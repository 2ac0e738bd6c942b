import Testing

/// Whether the simulation can still be shown to bite: `Tests/mutations` itself takes too long.
@Suite struct MutationTests {
  private static let repository = Result { try Repository() }

  private func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, text: text)
  }

  private func told(_ violations: [Violation]) -> [String] {
    violations.map { "\($0.path.split(separator: "/").last ?? ""):\($0.line) \($0.what)" }
  }

  @Test func `Every rule of the simulation has a mutation that breaks it`() throws {
    let files = try Self.repository.get().files
    let simulation = files.filter { $0.path.hasPrefix("Tests/SimulationTests/") }
    let table = try #require(files.first { $0.path == Mutations.table })
    #expect(simulation.flatMap(Mutations.complaints).count > 20)
    #expect(Mutations.gaps(simulation: simulation, table: table) == [])
  }

  @Test func `The tests' README has each rule of the simulation and its goal`() throws {
    let files = try Self.repository.get().files
    let simulation = files.filter { $0.path.hasPrefix("Tests/SimulationTests/") }
    let text = try Repository.text("Tests/README.md")
    let told = text.matches(of: /(?m)^\| ([^|]+) \| [1-5] \| [^|]+ \|$/).map { String($0.1) }
    #expect(told.count == Set(told).count)
    #expect(Set(told) == Set(simulation.flatMap(Mutations.complaints).map(\.what)))
  }

  @Test func `Every mutation still applies`() throws {
    let files = try Self.repository.get().files
    let table = try #require(files.first { $0.path == Mutations.table })
    #expect(Mutations.rows(in: table).count > 20)
    #expect(Mutations.stale(in: table, among: files) == [], "mend the rows")
  }

  @Test func `A gap between rules and mutations is seen`() {
    let witness = file(
      "Tests/SimulationTests/W.swift",
      "complain(\"a\", 1)\ncomplain(\n  \"b\", 2)\nlet rule = \"c\"\ncomplain(rule, 3)\n"
    )
    let table = file(
      Mutations.table,
      """
      [[mutation]]
      rules = ["a"]
      [[mutation]]
      rules = ["a", "d"]
      [[mutation]]
      rules = ["c"]
      [[mutation]]
      rules = []
      [[unbreakable]]
      rule = "c"
      """
    )
    #expect(
      told(Mutations.gaps(simulation: [witness], table: table)) == [
        "W.swift:3 b", "mutations.toml:3 d", "mutations.toml:9 c", "mutations.toml:7 names no rule",
      ]
    )
  }

  /// What a row finds and puts there, and what keeps it from being made.
  static let rows: [(file: String, find: String, replace: String, what: String?)] = [
    ("Sources/A/A.swift", "'let a = 1'", "'let a = 2'", nil),
    ("Sources/A/A.swift", "'''\nlet b = 1\nlet c = 1'''", "''", nil),
    ("Sources/A/A.swift", "'let a'", "''", "“let a” stands nowhere in Sources/A/A.swift"),
    ("Sources/A/A.swift", "'let b = 1'", "''", "“let b = 1” stands 2 times in Sources/A/A.swift"),
    ("Sources/A/A.swift", "'let a = 1'", "'let a = 1'", "it changes nothing"),
    ("Sources/A/A.swift", "''", "'let a = 1'", "it finds nothing"),
    (
      "Sources/B/A.swift", "'x'", "''",
      "there is no Sources/B/A.swift; is it Sources/A/A.swift now?"
    ),
    ("Sources/A/B.swift", "'x'", "''", "there is no Sources/A/B.swift"),
  ]

  @Test(arguments: rows)
  func `A mutation that does not apply says so`(
    path: String,
    find: String,
    replace: String,
    what: String?
  ) {
    let source = file("Sources/A/A.swift", "  let a = 1\n  let b = 1\nlet b = 1\nlet c = 1\n")
    let row = """
      [[mutation]]
      name = "n"
      file = "\(path)"
      find = \(find)
      replace = \(replace)
      """
    let stale = Mutations.stale(in: file(Mutations.table, row), among: [source])
    #expect(told(stale) == (what.map { ["mutations.toml:1 n: \($0)"] } ?? []))
  }
}
