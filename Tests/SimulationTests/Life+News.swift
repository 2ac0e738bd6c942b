import Coaching
import TestSupport

/// What a channel says later.
extension Life {
  /// Lets a channel say in a while what it has to say.
  func awaitNews() {
    guard world.hasNews, !agenda.contains(where: { $0.what == .news }) else { return }
    plan(.news, in: Int64(draw.below(draw.happens(3, in: 4) ? 2 : 40)), milliseconds: 50)
  }

  /// Tells the service what the channels have to say; one that sleeps or is down hears nothing.
  func hearNews() {
    for place in world.channels where isUp {
      if place.hasCome {
        let held = place.held
        (place.hasCome, place.isStarting, place.held) = (false, false, [])
        looks.events += 1
        look { $0?.came(place.name, holding: held) }
      }
      while isUp, let news = place.news.first {
        place.news.removeFirst()
        looks.events += 1
        hear(news, from: place.name)
      }
    }
  }

  private func hear(_ news: SimulatedChannel.News, from channel: String) {
    if news.isShown { return look { $0?.shown(news.prompt, on: channel) } }
    trail.note("\(channel) could not show \(news.prompt)", at: now)
    world.witness.disturbed(at: now)
    look { $0?.failed([news.prompt], on: channel, WorldError("not shown after all")) }
  }
}

extension SimulatedWorld {
  /// Whether a channel has something to say.
  var hasNews: Bool { channels.contains { $0.hasCome || !$0.news.isEmpty } }
}
