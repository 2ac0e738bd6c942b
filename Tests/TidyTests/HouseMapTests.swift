import Testing

/// The arrows as they are drawn, against those that the compiler keeps.
@Suite struct HouseMapTests {
  /// The rooms that each target of ours names in `Package.swift`, without libraries of others.
  private static func rooms(of target: String, in manifest: SourceFile) -> [String]? {
    let names = Arrows.allowed.map(\.room) + ["CSQLite", "CSeal", "CSystemd", "CTOML"]
    let lines = manifest.text.split(separator: "\n", omittingEmptySubsequences: false)
    let heads = ["ours(\"\(target)\"", "name: \"\(target)\""]
    let starts = lines.indices.filter { line in heads.contains { lines[line].contains($0) } }
    // The package has a name and products too: a target is what says what it needs, or nothing.
    guard let start = starts.last(where: { !lines[$0].contains("targets:") }) else { return nil }
    let block = lines[start...].prefix(8).prefix { line in
      line == lines[start] || !line.contains("swiftSettings")
    }
    var words = block.flatMap { $0.split(separator: "\"").map(String.init) }
    words.removeAll { $0 == target }
    return names.filter(words.contains).sorted()
  }

  @Test func `The map draws the arrows that the package has`() throws {
    let files = try Repository().files
    let manifest = try #require(files.first { $0.path == "Package.swift" })
    let map = try #require(files.first { $0.path == "Sources/README.md" })
    let drawn = map.lines.filter { $0.contains(" →") && !$0.contains("`") && !$0.contains("…") }
    #expect(drawn.count == Arrows.allowed.count)
    for (room, allowed) in Arrows.allowed {
      let line = try #require(drawn.first { $0.hasPrefix("\(room) →") }, "\(room)")
      let seen = line.dropFirst(room.count + 2).split(separator: ",").map { String($0).trimmed }
      let built = Self.rooms(of: room, in: manifest)
      #expect(built == seen.filter { !$0.isEmpty }.sorted(), "\(room)")
      #expect(seen.allSatisfy { $0.isEmpty || allowed.contains($0) }, "\(room)")
    }
  }

  @Test func `The map names files that there are`() throws {
    let files = try Repository().files
    let map = try #require(files.first { $0.path == "Sources/README.md" })
    let quoted = map.text.split(separator: "`").map(String.init)
    let paths = quoted.filter { $0.hasSuffix(".swift") && $0.contains("/") }
    #expect(paths.count > 12)
    for path in paths {
      #expect(files.contains { $0.path == "Sources/\(path)" }, "\(path)")
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
