import Application
import Coaching
import Configuration

/// What things are called on a page.
extension Workspace {
  /// English has the names that are typed, and times as programs write them.
  var isEnglish: Bool { configuration.language == .english }

  /// What a slot carries, by the names that are shown.
  func names(of items: [String]) -> [String] {
    isEnglish ? items : items.map(title)
  }

  /// What something is called that a slot can carry; a cue has no more than its name.
  private func title(of item: String) -> String {
    switch item {
    case Teaching.tipItem: phrases("item-tip")
    case Teaching.promisesItem: phrases("promises")
    case Teaching.checkItem: phrases("item-check")
    default:
      teaching.question(item)?.wording.title ?? teaching.check(item)?.title
        ?? teaching.note(item)?.wording.title ?? phrases.cue(item)
    }
  }
}

extension Phrases {
  /// What a cue is about, where it has a name of its own.
  fileprivate func cue(_ name: String) -> String {
    switch name {
    case "offer": self("item-offer")
    case "wind-down": self("item-wind-down")
    default: name
    }
  }
}
