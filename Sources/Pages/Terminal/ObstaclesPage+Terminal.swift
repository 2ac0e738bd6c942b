package import Coaching

/// The five obstacles, to choose from.
package struct ObstaclesPage {
  package init() {}

  package func page(_ phrases: Phrases) -> Page {
    var page = Page()
    page.heading(phrases("hesitate-choose"))
    page.rows(
      Obstacle.allCases.map { obstacle in
        ("\(obstacle.rawValue) \(obstacle.name)", phrases.obstacle(obstacle.rawValue))
      }
    )
    return page
  }
}
