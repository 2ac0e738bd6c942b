import Glibc
import Testing

/// Whether the simulation can still be shown to bite: `Tests/mutations` itself takes too long.
@Suite struct MutationTests {
  private static let repository = Result { try Repository() }

  private func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, text: text)
  }

  @Test func `Every rule of the simulation has a mutation that breaks it`() throws {
    let files = try Self.repository.get().files
    let simulation = files.filter { $0.path.hasPrefix("Tests/SimulationTests/") }
    let script = try #require(files.first { $0.path == Mutations.script })
    #expect(simulation.flatMap(Mutations.complaints).count > 20)
    let patches = Mutations.patches(among: files)
    #expect(Mutations.gaps(simulation: simulation, patches: patches, script: script) == [])
  }

  @Test func `Every mutation still applies`() throws {
    let patches = Mutations.patches(among: try Self.repository.get().files)
    #expect(patches.count > 20)
    for patch in patches {
      let apply = "git apply --check '\(patch.path)'"
      let status = unsafe system("cd '\(Repository.root)' && \(apply)")
      #expect(status == 0, "\(patch.path) does not apply: make it anew")
    }
  }

  @Test func `A gap between rules and mutations is seen`() {
    let witness = file(
      "Tests/SimulationTests/W.swift",
      "complain(\"a\", 1)\ncomplain(\n  \"b\", 2)\nlet rule = \"c\"\ncomplain(rule, 3)\n"
    )
    let table = "A = {}\nUNBREAKABLE = {\n    \"c\": \"why\"\n    \"no\",\n}\n"
    let script = file("Tests/mutations", table)
    let patches = [
      file("Tests/Mutations/a.patch", "# Rule: a\n# Some words.\n\n--- a/A\n"),
      file("Tests/Mutations/d.patch", "# Rule: d\n"),
      file("Tests/Mutations/c.patch", "# Rule: c\n"), file("Tests/Mutations/e.patch", "# Why.\n"),
    ]
    let gaps = Mutations.gaps(simulation: [witness], patches: patches, script: script)
    let places = gaps.map { "\($0.path.split(separator: "/").last ?? ""):\($0.line) \($0.what)" }
    #expect(
      places == ["W.swift:3 b", "d.patch:1 d", "mutations:3 c", "e.patch:1 names no rule"]
    )
  }
}
