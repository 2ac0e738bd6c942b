/// Which of several wordings is said on a day.
///
/// All of them come in turn, in an order that is drawn anew for each round of as many days, and
/// never the same on two days one after the other: a sentence that is always the same is not read.
public enum WordingDraw {
  /// The place of the wording of a day.
  ///
  /// - Parameters:
  ///   - count: How many there are; at least one.
  ///   - day: The civil day.
  ///   - name: What they are wordings of: each has an order of its own.
  /// - Returns: A place from 0 up to the count.
  public static func place(among count: Int, on day: CivilDate, for name: String) -> Int {
    // Of two the other comes next, and of one there is no order.
    if count <= 2 { return count == 2 ? day.dayNumber & 1 : 0 }
    let place = (day.dayNumber % count + count) % count
    let round = (day.dayNumber - place) / count
    return order(of: count, round, name)[place]
  }

  private static func order(of count: Int, _ round: Int, _ name: String) -> [Int] {
    var order = drawn(count, round, name)
    // The last of a round stays where it was drawn, as there are three at least.
    if order[0] == drawn(count, round - 1, name)[count - 1] { order.swapAt(0, 1) }
    return order
  }

  private static func drawn(_ count: Int, _ round: Int, _ name: String) -> [Int] {
    (0..<count).map { (place: $0, draw: SeededDraw.unit("\(name)|\(round)|\($0)")) }
      .sorted { ($0.draw, $0.place) < ($1.draw, $1.place) }.map(\.place)
  }
}

extension [String] {
  /// The wording of a day; the list has one at least.
  public func wording(on day: CivilDate, for name: String) -> String {
    self[WordingDraw.place(among: count, on: day, for: name)]
  }
}

extension Phrases {
  /// Whether the language has a frame of this name.
  public func has(_ name: String) -> Bool {
    frames.contains { $0.name == name } || pageFrames.contains { $0.name == name }
  }

  /// One of a frame's wordings, with its places filled; the frame's own name when the language
  /// lacks it.
  public func callAsFunction(
    _ name: String,
    on day: CivilDate,
    _ values: (name: String, value: String)...
  ) -> String {
    let all = frames.contains { $0.name == name } ? frames : pageFrames
    let texts = all.drop { $0.name != name }.prefix { $0.name == name }.map(\.text)
    return (texts.isEmpty ? name : texts.wording(on: day, for: name)).filled(values)
  }
}
