import Coaching

extension FactRecord {
  /// Its subject is that of the tip: it was told, and is to come again no sooner than others.
  init(_ hesitated: Hesitated) {
    self.init(.hesitated, Self.subject(ofTip: hesitated.tip ?? ""))
    add("obstacle", .integer(Int64(hesitated.obstacle.rawValue)))
    if let fear = hesitated.fear { add("fear", .integer(Int64(fear))) }
  }

  var hesitated: Hesitated? {
    guard let tip = name(after: Self.tips),
      let obstacle = integer("obstacle").flatMap(Obstacle.init), isFear("fear")
    else { return nil }
    return Hesitated(
      obstacle: obstacle,
      tip: tip.isEmpty ? nil : tip,
      fear: integer("fear")
    )
  }

  func integer(_ key: String) -> Int? {
    guard case .integer(let number)? = value(key) else { return nil }
    return Int(exactly: number)
  }
}
