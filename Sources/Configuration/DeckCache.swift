import Coaching
import Files

/// What decks say, before the person's settings change anything of it.
struct DeckContents: Equatable {
  var teaching = Teaching()
  /// The tips of the person's own one-file decks.
  var ownTips: [Tip] = []
  /// Which of these were refused.
  var refusals: [ConfigurationError] = []
  /// What is odd about those that were read.
  var oddities: [ConfigurationError] = []
}

/// A compact copy of what the decks say: to read 200 KB of TOML takes a page that needs twenty
/// sentences longer than all the rest of it.
///
/// It stands beside the person's other caches, one for each language, and is believed only where it
/// is whole (a sum over all of it), was made by this very program, and everything that was looked
/// at then, found or not, is still as it was. Else it is as if there were none: the decks are read,
/// and a new copy is put in its place.
struct DeckCache {
  /// What is read.
  struct Key: Equatable {
    /// The file of the program: another build may read decks otherwise.
    var program: String
    var language: Language
    var decks: [String]
    var places: [String]
    var ownDecks: String?
  }

  let path: String
  private let key: Key

  /// - Parameters:
  ///   - directory: Where the copies lie.
  ///   - key: What is read.
  init(in directory: String, _ key: Key) {
    path = "\(directory)/decks-\(key.language.rawValue)"
    self.key = key
  }

  // MARK: - Reading

  /// Reads the copy.
  ///
  /// - Parameter hasTips: Whether to read the tips too, which are by far the most.
  /// - Returns: What the decks say; nil where the copy cannot be believed.
  func read(withTips hasTips: Bool) -> DeckContents? {
    read { (unpacker) throws(Unpacker.Damage) in
      try DeckContents(from: &unpacker, withTips: hasTips)
    }
  }

  /// Reads of the copy what it takes to answer one question; most of it is passed over.
  ///
  /// - Parameter id: The question.
  /// - Returns: It and the frames around it, or nothing where it does not stand alone; nil where
  ///   the copy cannot be believed.
  func read(answering id: String) -> Teaching? {
    read { (unpacker) throws(Unpacker.Damage) in
      let all = try DeckContents.answering(id, from: &unpacker)
      return all.alone(id) ?? Teaching()
    }
  }

  private func read<Contents>(
    _ contents: (inout Unpacker) throws(Unpacker.Damage) -> Contents
  ) -> Contents? {
    guard let bytes = File.readOwn(path), let start = DeckCache.start(in: bytes) else { return nil }
    var unpacker = Unpacker(bytes, from: start)
    do throws(Unpacker.Damage) {
      guard try Key(from: &unpacker) == key else { return nil }
      let consulted: [DeckFiles.Consulted] = try unpacker.read()
      guard consulted.allSatisfy(\.holds) else { return nil }
      return try contents(&unpacker)
    } catch {
      return nil
    }
  }

  // MARK: - Writing

  /// Keeps what the decks say, where a later change of them would show.
  ///
  /// Whatever is in the way, nothing is lost but time.
  ///
  /// - Parameters:
  ///   - contents: What they say.
  ///   - consulted: What was looked at to read it.
  func write(_ contents: DeckContents, _ consulted: [DeckFiles.Consulted]) {
    guard let program = FileStamp(at: key.program) else { return }
    let all = [DeckFiles.Consulted(path: key.program, found: .file(program))] + consulted
    let now = FileStamp.now
    let isSettled = consulted.allSatisfy { entry in
      if case .file(let stamp) = entry.found { stamp.isSettled(at: now) } else { true }
    }
    guard isSettled else { return }
    var packer = Packer()
    key.pack(into: &packer)
    all.pack(into: &packer)
    contents.pack(into: &packer)
    var unpacker = Unpacker(packer.bytes)
    guard (try? Key(from: &unpacker)) == key,
      (try? [DeckFiles.Consulted](from: &unpacker)) == all,
      (try? DeckContents(from: &unpacker, withTips: true)) == contents
    else { return }
    File.keep(path, DeckCache.head(for: packer.bytes) + packer.bytes)
  }

  // MARK: - Its head

  /// The name of the format and its version.
  private static let name = Array("coach decks 5\n\0\0".utf8)

  /// Where the contents start; nil where it is no copy, or a damaged one.
  private static func start(in bytes: [UInt8]) -> Int? {
    let start = name.count + 8
    guard bytes.count > start, bytes.starts(with: name) else { return nil }
    let written = bytes[name.count..<start].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return sum(of: bytes[start...]) == written ? start : nil
  }

  private static func head(for contents: [UInt8]) -> [UInt8] {
    let sum = sum(of: contents[...])
    return name + stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: sum >> $0) }
  }

  /// A sum that differs for sure where eight bytes in a row differ, and else by all chance.
  ///
  /// Each step can be undone for what is added, and for what was there before: no two inputs that
  /// differ in one word come to the same. Odd numbers without a pattern serve for that.
  private static func sum(of bytes: ArraySlice<UInt8>) -> UInt64 {
    var sum = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    let rest = bytes.count % 8
    unsafe bytes.withUnsafeBytes { raw in
      for place in stride(from: 0, to: raw.count - rest, by: 8) {
        let word = unsafe raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        sum = stir(sum ^ word)
      }
    }
    return bytes.suffix(rest).reduce(sum) { stir($0 ^ UInt64($1)) }
  }

  private static func stir(_ sum: UInt64) -> UInt64 {
    let product = sum &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }
}

extension DeckContents {
  fileprivate func pack(into packer: inout Packer) {
    packer.add(UInt64(teaching.questions.count))
    for question in teaching.questions { packer.box(question) }
    teaching.phrases.pack(into: &packer)
    // An answer is read up to here.
    packer.add(pairs: teaching.phrases.pageFrames.map { ($0.name, $0.text) })
    teaching.cues.pack(into: &packer)
    teaching.checks.pack(into: &packer)
    teaching.notes.pack(into: &packer)
    refusals.pack(into: &packer)
    oddities.pack(into: &packer)
    packer.add((ownTips + teaching.tips).flatMap(\.wording.parts).joined())
    ownTips.pack(into: &packer)
    teaching.tips.pack(into: &packer)
    teaching.arcs.pack(into: &packer)
    teaching.people.pack(into: &packer)
  }

  fileprivate init(
    from unpacker: inout Unpacker,
    withTips hasTips: Bool
  ) throws(Unpacker.Damage) {
    for _ in 0..<(try unpacker.count()) {
      _ = try unpacker.count()
      teaching.questions.append(try unpacker.read())
    }
    teaching.phrases = try unpacker.read()
    teaching.phrases.pageFrames = try unpacker.pairs().map { (name: $0.0, text: $0.1) }
    teaching.cues = try unpacker.read()
    teaching.checks = try unpacker.read()
    teaching.notes = try unpacker.read()
    if !hasTips { return }
    refusals = try unpacker.read()
    oddities = try unpacker.read()
    try unpacker.share()
    ownTips = try unpacker.read()
    teaching.tips = try unpacker.read()
    teaching.arcs = try unpacker.read()
    teaching.people = try unpacker.read()
  }
}

extension DeckContents {
  /// The question of an id alone, and the frames around an answer.
  fileprivate static func answering(
    _ id: String,
    from unpacker: inout Unpacker
  ) throws(Unpacker.Damage) -> Teaching {
    var teaching = Teaching()
    for _ in 0..<(try unpacker.count()) {
      let length = try unpacker.count()
      // Its id comes first.
      var ahead = unpacker
      if try ahead.text() == id {
        teaching.questions.append(try unpacker.read())
      } else {
        unpacker.pass(length)
      }
    }
    teaching.phrases = try unpacker.read()
    return teaching
  }
}

extension DeckCache.Key: Packed {
  func pack(into packer: inout Packer) {
    program.pack(into: &packer)
    language.pack(into: &packer)
    decks.pack(into: &packer)
    places.pack(into: &packer)
    ownDecks.pack(into: &packer)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    self.init(
      program: try unpacker.read(),
      language: try unpacker.read(),
      decks: try unpacker.read(),
      places: try unpacker.read(),
      ownDecks: try unpacker.read()
    )
  }
}

extension DeckFiles.Consulted: Packed {
  func pack(into packer: inout Packer) {
    path.pack(into: &packer)
    switch found {
    case .nothing: packer.add(0 as UInt8)
    case .something: packer.add(1 as UInt8)
    case .file(let stamp):
      packer.add(2 as UInt8)
      for number in [stamp.device, stamp.number] { packer.add(number) }
      for number in [stamp.size, stamp.modified, stamp.changed] { number.pack(into: &packer) }
    }
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damage) {
    path = try unpacker.read()
    switch try unpacker.byte() {
    case 0: found = .nothing
    case 1: found = .something
    default:
      found = .file(
        FileStamp(
          device: try unpacker.read(),
          number: try unpacker.read(),
          size: try unpacker.read(),
          modified: try unpacker.read(),
          changed: try unpacker.read()
        )
      )
    }
  }
}
