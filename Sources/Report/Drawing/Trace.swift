/// Marks as the data of one SVG path, in whole units, so that it is short.
///
/// A page of twenty years holds some hundred thousand marks, and is to stay below a megabyte.
struct Trace {
  private(set) var data = ""
  private var at: (x: Int, y: Int) = (0, 0)

  var isEmpty: Bool { data.isEmpty }

  mutating func move(to x: Double, _ y: Double) {
    at = (Self.whole(x), Self.whole(y))
    data += "M\(at.x) \(at.y)"
  }

  mutating func line(to x: Double, _ y: Double) {
    let to = (x: Self.whole(x), y: Self.whole(y))
    data += "l\(to.x - at.x) \(to.y - at.y)"
    at = to
  }

  /// A line from the left edge to the right.
  mutating func across(at y: Double) {
    move(to: 0, y)
    line(to: 1000, y)
  }

  mutating func close() { data += "z" }

  /// The marks of another one too, which begin with a move.
  mutating func add(_ other: Trace) { data += other.data }

  /// A filled rectangle.
  mutating func rectangle(_ x: Double, _ y: Double, width: Double, height: Double) {
    move(to: x, y)
    let (width, height) = (Self.whole(x + width) - at.x, Self.whole(y + height) - at.y)
    data += "h\(width)v\(height)h\(-width)z"
  }

  /// A dot: a line of no length with round ends, which is round however the picture is stretched.
  mutating func dot(_ x: Double, _ y: Double) {
    move(to: x, y)
    data += "h0"
  }

  /// A line through points; it is broken where one is not known.
  mutating func line(through points: [(x: Double, y: Double)?]) {
    var isDown = false
    for (place, point) in points.enumerated() {
      guard let point else {
        isDown = false
        continue
      }
      if isDown {
        line(to: point.x, point.y)
      } else {
        move(to: point.x, point.y)
        // A point between two that are not known would be no line.
        let isAlone = place + 1 == points.count || points[place + 1] == nil
        if isAlone { data += "h0" }
      }
      isDown = true
    }
  }

  private static func whole(_ number: Double) -> Int { Int(number.rounded()) }
}

/// A drawing: paths by their class, in the order in which they lie on each other.
struct Drawing {
  let width: Double
  let height: Double
  private(set) var paths = ""
  /// Whether it keeps its proportions; else it is stretched to the place that it gets.
  let isRigid: Bool

  init(width: Double = 1000, height: Double = 1000, isRigid: Bool = false) {
    self.width = width
    self.height = height
    self.isRigid = isRigid
  }

  mutating func add(_ style: String, _ trace: Trace) {
    if !trace.isEmpty { paths += "<path class=\"\(style)\" d=\"\(trace.data)\"/>" }
  }

  var svg: String {
    let box = "viewBox=\"0 0 \(Int(width)) \(Int(height))\""
    let ratio = isRigid ? "" : " preserveAspectRatio=\"none\""
    return "<svg \(box)\(ratio) aria-hidden=\"true\" focusable=\"false\">\(paths)</svg>"
  }
}
