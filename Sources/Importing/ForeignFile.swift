public import Interchange

/// A file of another program, or of our own: what it is, and what it says.
public enum ForeignFile {
  /// Reads all of a file, and tells what it says; the last that is told is the end.
  ///
  /// - Parameters:
  ///   - path: The path of a file, a directory or a zip.
  ///   - options: What the person says beside it.
  ///   - tell: Called with each thing.
  /// - Throws: Where it cannot be read or understood, wholly; what was told is then worth nothing.
  public static func read(
    _ path: String,
    _ options: ImportOptions,
    _ tell: @escaping (ForeignRecord) -> Void
  ) throws(ImportRefusal) {
    let holder = try Holder(path)
    let kind = try kind(of: holder, options)
    var source = ForeignSource(
      kind: kind.rawValue,
      name: path.lastName,
      hash: try holder.hash()
    )
    if kind == .coach {
      try single(holder) { bytes throws(ImportRefusal) in
        let head = try CoachLines.head(bytes)
        (source.install, source.factCount) = (head.install, head.factCount)
      }
    }
    tell(.source(source))
    let reading = Reading(options, tell: tell)
    try kind.read(holder, path.lastName, reading)
    reading.finish()
  }

  /// The kinds that there are, by their names.
  public static var kinds: [String] { ForeignKind.allCases.map(\.rawValue) }

  private static func kind(
    of holder: Holder,
    _ options: ImportOptions
  ) throws(ImportRefusal) -> ForeignKind {
    if let name = options.kind {
      if let kind = ForeignKind(rawValue: name) { return kind }
      let known = kinds.joined(separator: ", ")
      throw ImportRefusal("there is no kind “\(name)”; there are \(known)", kind: .usage)
    }
    if let kind = try ForeignKind(holder, hasColumns: !options.columns.isEmpty) { return kind }
    let words = "it is nothing that is known by what is in it"
    throw ImportRefusal("\(words); say what it is: --as KIND, or --columns day=…,value=…")
  }

  /// Does something with the one file in it.
  static func single(
    _ holder: Holder,
    where isWanted: (String) -> Bool = { _ in true },
    _ body: (any ByteSource) throws(ImportRefusal) -> Void
  ) throws(ImportRefusal) {
    var count = 0
    try holder.each(where: isWanted) { _, source throws(ImportRefusal) in
      count += 1
      if count == 1 { try body(source) }
    }
    if count == 0 { throw ImportRefusal("what is read of it is not in it") }
    if count > 1 { throw ImportRefusal("it holds several files that could be meant") }
  }
}
