import Testing

/// The arrows as they are drawn, against those that the compiler keeps.
@Suite struct HouseMapTests {
  /// The rooms that each target of ours names in `Package.swift`, without libraries of others.
  private static func rooms(of target: String, in manifest: SourceFile) -> [String]? {
    let names =
      Arrows.allowed.map(\.room) + ["CArchive", "CExpat", "CSQLite", "CSeal", "CSystemd", "CTOML"]
    let text = manifest.text
    // The package has a name and products too: a target comes behind them, and ends where its
    // settings or the next target begin.
    guard let targets = text.ranges(of: "  targets: [").last?.upperBound,
      let start = [text.ranges(of: "ours(\"\(target)\""), text.ranges(of: "name: \"\(target)\"")]
        .flatMap({ $0 }).map(\.upperBound).first(where: { $0 > targets })
    else { return nil }
    let ends = ["swiftSettings", ".target(", "ours(", ".executableTarget(", "tests("]
      .flatMap { text.ranges(of: $0) }.map(\.lowerBound).filter { $0 > start }
    let words = text[start..<(ends.min() ?? text.endIndex)].split(separator: "\"").map(String.init)
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
      let seen = line.dropFirst(room.count + 2).split { ", ".contains($0) }.map(String.init)
      let built = Self.rooms(of: room, in: manifest)
      #expect(built == seen.sorted(), "\(room)")
      #expect(seen.allSatisfy(allowed.contains), "\(room)")
    }
  }

  @Test(arguments: [("Sources", 12), ("Tests", 2)])
  func `The map names files that there are`(folder: String, atLeast: Int) throws {
    let files = try Repository().files
    let map = try #require(files.first { $0.path == "\(folder)/README.md" })
    let quoted = map.text.split(separator: "`").map(String.init)
    let paths = quoted.filter { $0.hasSuffix(".swift") && !$0.contains { " *".contains($0) } }
    #expect(paths.count >= atLeast)
    for path in paths {
      let isThere = files.contains { "/\($0.path)".hasSuffix("/\(path)") }
      #expect(isThere, "\(path)")
    }
  }
}
