package import Coaching

/// One of the five obstacles, to choose from.
package struct ObstacleView: Encodable {
  var number: Int
  var obstacle: String
  var title: String

  /// All five.
  package static func all(_ phrases: Phrases) -> [ObstacleView] {
    Obstacle.allCases.map { obstacle in
      ObstacleView(
        number: obstacle.rawValue,
        obstacle: obstacle.name,
        title: phrases.obstacle(obstacle.rawValue)
      )
    }
  }
}
